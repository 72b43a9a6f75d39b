import type { Steps } from '../../src/sync/steps.ts';
import { Later } from './later.ts';

/** Which port call was made last, by whatever is being advanced. */
export interface Calls {
  latest: string;
}

export type Ending = { result: unknown } | { error: unknown };

/**
 * Work of one tab or one request, advanced by hand. Each port call has two halves, and anything may happen between them:
 * `call` lets it have its effect, `see` lets the work learn the answer and go on to its next call.
 */
export class Activity {
  /** The port call made last. */
  latest = 'start';
  private readonly calls: Calls;
  private readonly steps: Steps<unknown>;
  private readonly onEnd: (ending: Ending) => void;
  private next: (() => unknown) | null = null;
  private outcome: { answer: unknown } | { error: unknown } | null = null;
  private waiting = false;
  private over = false;

  constructor(calls: Calls, steps: Steps<unknown>, onEnd: (ending: Ending) => void) {
    this.calls = calls;
    this.steps = steps;
    this.onEnd = onEnd;
  }

  /** Runs up to the first port call. */
  begin(): void {
    this.resume(() => this.steps.next());
  }

  get isOver(): boolean {
    return this.over;
  }

  /** False while it waits for a lock, the wire, or nothing any more. */
  get canGoOn(): boolean {
    return !this.waiting && !this.over;
  }

  /** True between the effect of a port call and the moment its answer is seen. */
  get isUnseen(): boolean {
    return this.outcome !== null || this.waiting;
  }

  /** The next half: makes the call, or sees the answer of the one made. */
  goOn(): void {
    if (this.outcome) this.see();
    else this.call();
  }

  /** Stops for ever where it is, as a killed process does: not even a `finally` runs. */
  drop(): void {
    this.over = true;
  }

  private call(): void {
    const call = this.next;
    if (!call) return;
    this.next = null;
    try {
      const answer = call();
      if (!(answer instanceof Later)) {
        this.outcome = { answer };
        return;
      }
      this.waiting = true;
      answer.then((late) => {
        this.waiting = false;
        this.outcome = { answer: late };
      });
    } catch (error) {
      this.outcome = { error };
    } finally {
      this.latest = this.calls.latest;
    }
  }

  private see(): void {
    const outcome = this.outcome;
    if (!outcome) return;
    this.outcome = null;
    this.resume(() => ('error' in outcome ? this.steps.throw(outcome.error) : this.steps.next(outcome.answer)));
  }

  private resume(go: () => IteratorResult<() => unknown, unknown>): void {
    let step: IteratorResult<() => unknown, unknown>;
    try {
      step = go();
    } catch (error) {
      this.end({ error });
      return;
    }
    if (step.done) this.end({ result: step.value });
    else this.next = step.value;
  }

  private end(ending: Ending): void {
    this.over = true;
    this.onEnd(ending);
  }
}
