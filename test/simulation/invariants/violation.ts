/** A promise that did not hold. */
export class Violation extends Error {
  readonly invariant: string;

  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}

/** Names the promise that is broken where `holds` is false. `detail` is made only then. */
export function must(invariant: string, holds: boolean, detail: () => string): void {
  if (!holds) throw new Violation(invariant, detail());
}
