/** Fewest characters of a passphrase, as people count them. */
export const SHORTEST_PASSPHRASE = 12;

/** The same bytes for what looks the same, whichever keyboard typed it. */
export function normalized(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

export function isLongEnough(passphrase: string): boolean {
  return [...normalized(passphrase)].length >= SHORTEST_PASSPHRASE;
}
