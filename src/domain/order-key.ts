/** In the order of their code points, which is how keys are compared everywhere. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A key that sorts after `before` and ahead of `after`; null is the open end of the list.
 * Where two neighbours came to have the same key on different devices, the new key sorts after both.
 */
export function keyBetween(before: string | null, after: string | null): string {
  const low = before ?? '';
  return between(low, after !== null && after > low ? after : null);
}

/** Keys are fractions in base 62 that never end in 0, so that there is always room between two of them. */
function between(low: string, high: string | null): string {
  if (high !== null) {
    const shared = sharedLength(low, high);
    if (shared > 0) return high.slice(0, shared) + between(low.slice(shared), high.slice(shared));
  }
  const from = low === '' ? 0 : DIGITS.indexOf(low.charAt(0));
  const to = high === null ? DIGITS.length : DIGITS.indexOf(high.charAt(0));
  if (to - from > 1) return DIGITS.charAt(Math.round((from + to) / 2));
  return DIGITS.charAt(from) + between(low.slice(1), null);
}

function sharedLength(low: string, high: string): number {
  let length = 0;
  while (length < high.length && (low.charAt(length) || DIGITS.charAt(0)) === high.charAt(length)) length++;
  return length;
}
