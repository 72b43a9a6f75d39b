import type { Value } from './record.ts';

const DEEPEST = 8;

/** True for text any database and any JSON parser can hold: no NUL, no half of a surrogate pair. */
export function isWellFormedText(text: string): boolean {
  return (
    !text.includes('\u0000') && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
  );
}

/** True where every text within is well formed and nothing is nested deeper than a plan ever needs. */
export function isWellFormed(value: Value, depth = 0): boolean {
  if (typeof value === 'string') return isWellFormedText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((each) => isWellFormed(each, depth + 1));
  return Object.entries(value).every(([key, each]) => isWellFormedText(key) && isWellFormed(each, depth + 1));
}

/** Deep equality of plain JSON; the order of keys does not matter. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => sameValue(each, b[index]));
  }
  const left = a as { [key: string]: Value };
  const right = b as { [key: string]: Value };
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}
