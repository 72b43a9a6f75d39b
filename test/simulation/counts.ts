/** How often each thing happened: what a run has not tried, it has not shown. */
export class Counts {
  private readonly byName = new Map<string, number>();

  note(name: string, times = 1): void {
    this.byName.set(name, (this.byName.get(name) ?? 0) + times);
  }

  of(name: string): number {
    return this.byName.get(name) ?? 0;
  }

  add(others: Iterable<[string, number]>): void {
    for (const [name, times] of others) this.note(name, times);
  }

  entries(): [string, number][] {
    return [...this.byName];
  }
}
