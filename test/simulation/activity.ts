import type { Steps } from '../../src/sync/steps.ts';
import { Later } from './later.ts';
import type { Process } from './process.ts';

/** Which port call was made last, by whatever is being advanced. */
export interface Calls {
  latest: string;
}

export type Ending = { result: unknown } | { error: unknown };

/**
 * Work of one tab or one request, advanced by hand. Each port call has two halves, and anything may happen between them:
 * first it has its effect, then the work sees the answer and goes on to its next call.
 */
export class Activity {
  /** The port call made last. */
  latest = 'start';
  readonly process: Process;
  private readonly calls: Calls;
  private readonly steps: Steps<unknown>;
  private readonly onEnd: (ending: Ending) => void;
  private state: 'calling' | 'waiting' | 'answered' | 'failed' | 'over' = 'calling';
  private next: () => unknown = () => undefined;
  /** What the port answered or threw. */
  private outcome: unknown;

  constructor(process: Process, calls: Calls, steps: Steps<unknown>, onEnd: (ending: Ending) => void) {
    this.process = process;
    this.calls = calls;
    this.steps = steps;
    this.onEnd = onEnd;
  }

  /** Runs up to the first port call. */
  begin(): void {
    this.resume(() => this.steps.next());
  }

  /** False while it waits for a lock or the wire, or for nothing any more. */
  get canGoOn(): boolean {
    return this.state !== 'waiting' && this.state !== 'over';
  }

  /** True between the effect of a port call and the moment its answer is seen. */
  get isUnseen(): boolean {
    return this.state === 'waiting' || this.state === 'answered' || this.state === 'failed';
  }

  /** The next half: makes the call, or sees the answer of the one made. */
  goOn(): void {
    const { outcome } = this;
    if (this.state === 'calling') this.call();
    else if (this.state === 'answered') this.resume(() => this.steps.next(outcome));
    else if (this.state === 'failed') this.resume(() => this.steps.throw(outcome));
  }

  private call(): void {
    try {
      const answer = this.next();
      this.latest = this.calls.latest;
      if (answer instanceof Later) this.waitFor(answer);
      else this.settle('answered', answer);
    } catch (error) {
      this.latest = this.calls.latest;
      this.settle('failed', error);
    }
  }

  private waitFor(answer: Later<unknown>): void {
    this.state = 'waiting';
    answer.then((late) => this.settle('answered', late));
  }

  private settle(state: 'answered' | 'failed', outcome: unknown): void {
    this.state = state;
    this.outcome = outcome;
  }

  private resume(go: () => IteratorResult<() => unknown, unknown>): void {
    let step: IteratorResult<() => unknown, unknown>;
    try {
      step = go();
    } catch (error) {
      this.end({ error });
      return;
    }
    if (step.done) {
      this.end({ result: step.value });
      return;
    }
    this.state = 'calling';
    this.next = step.value;
  }

  private end(ending: Ending): void {
    this.state = 'over';
    this.onEnd(ending);
  }
}
