import type { Faults } from './faults.ts';
import { Later } from './later.ts';

export interface Message {
  label: string;
  deliver: () => void;
}

/** What a side makes of a text it got: the message, or undefined where it is none. */
export type Parse<T> = (text: string) => T | undefined;

/** One question to the server, and what each side makes of what reaches it. */
export interface Exchange<Request, Reply> {
  label: string;
  request: Request;
  parseRequest: Parse<Request>;
  parseReply: Parse<Reply>;
  /** Hands the question to the server, which calls one of the two in the end. */
  serve: (request: Request, reply: (answer: Reply) => void, broken: () => void) => void;
  /** What the asking side is told where no readable answer came. */
  unanswered: Reply;
  /** What the server says to a question it cannot read. */
  unreadable: Reply;
}

/** The network: everything on it arrives late, in any order, and some of it twice, cut or never. */
export class Wire {
  inFlight: Message[] = [];
  private readonly faults: Faults;

  constructor(faults: Faults) {
    this.faults = faults;
  }

  /** Sends one question. Every question is answered in the end, if only by its time-out. */
  exchange<Request, Reply>(exchange: Exchange<Request, Reply>): Later<Reply> {
    const later = new Later<Reply>();
    const timeOut = () => this.post(`time-out of ${exchange.label}`, () => later.settle(exchange.unanswered));
    const reply = (answer: Reply) => this.reply(exchange, answer, later, timeOut);
    const arrive = () => exchange.serve(exchange.request, reply, timeOut);
    if (this.faults.strikes('request lost')) timeOut();
    else if (this.faults.strikes('request truncated'))
      this.post(`cut ${exchange.label}`, () => this.readCut(exchange, later, arrive));
    else {
      this.post(exchange.label, arrive);
      if (this.faults.strikes('request doubled')) this.post(`${exchange.label} again`, arrive);
      if (this.faults.strikes('request outlives its time-out')) timeOut();
    }
    return later;
  }

  /** Delivers one message of those in flight. */
  deliver(place: number): Message {
    const [message] = this.inFlight.splice(place, 1) as [Message];
    message.deliver();
    return message;
  }

  /** Which message comes next: the oldest, or with the fault any. */
  nextPlace(): number {
    if (this.inFlight.length < 2 || !this.faults.strikes('messages reordered')) return 0;
    return 1 + this.faults.random.below(this.inFlight.length - 1);
  }

  private reply<Request, Reply>(
    exchange: Exchange<Request, Reply>,
    reply: Reply,
    later: Later<Reply>,
    timeOut: () => void,
  ): void {
    if (this.faults.strikes('answer lost')) timeOut();
    else if (this.faults.strikes('answer truncated')) {
      const read = exchange.parseReply(this.cut(reply)) ?? exchange.unanswered;
      this.post(`cut answer to ${exchange.label}`, () => later.settle(read));
    } else this.post(`answer to ${exchange.label}`, () => later.settle(reply));
  }

  private readCut<Request, Reply>(exchange: Exchange<Request, Reply>, later: Later<Reply>, arrive: () => void): void {
    if (exchange.parseRequest(this.cut(exchange.request)) === undefined) later.settle(exchange.unreadable);
    else arrive();
  }

  private cut(message: unknown): string {
    const text = JSON.stringify(message);
    return text.slice(0, this.faults.random.below(text.length));
  }

  private post(label: string, deliver: () => void): void {
    this.inFlight.push({ label, deliver });
  }
}
