import type { Id } from '../../domain/record.ts';

/** The id of the element an entry stands in. */
export const entryElementId = (entry: Id): string => `entry-${entry}`;

/** Brings eye and ear to an entry on the screen. */
export function goToEntry(entry: Id): void {
  document.getElementById(entryElementId(entry))?.focus();
}
