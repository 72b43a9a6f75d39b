/**
 * An answer a simulated port cannot give yet: a lock someone else holds, a message still on the wire.
 * The scheduler waits for it; a contract suite may simply await it.
 */
export class Later<T> {
  private settled: { answer: T } | null = null;
  private waiting: ((answer: T) => void)[] = [];

  /** Gives the answer. Only the first counts: what comes after it finds nobody waiting. */
  settle(answer: T): void {
    if (this.settled) return;
    this.settled = { answer };
    for (const resume of this.waiting) resume(answer);
    this.waiting = [];
  }

  // biome-ignore lint/suspicious/noThenProperty: what cannot be awaited could not take part in a contract suite
  then<R>(resume: (answer: T) => R): void {
    if (this.settled) resume(this.settled.answer);
    else this.waiting.push(resume);
  }

  /** As a port declares it: an answer now or later. */
  get promised(): Promise<T> {
    return this as unknown as Promise<T>;
  }
}
