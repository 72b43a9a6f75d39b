import { diffArrays } from 'diff/lib/diff/array.js';

/** A part of a text. All parts of a text, joined in their order, are the text itself. */
export interface Piece {
  text: string;
  differs: boolean;
}

/** Texts further apart than this many words are not traced word by word: all of such a text differs. */
const FURTHEST = 500;

const word = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu;

/** The text in pieces, where those that differ hold words that some other text lacks at that place. Space alone never differs. */
export function piecesOf(text: string, others: readonly string[]): Piece[] {
  const words = [...text.matchAll(word)];
  const own = words.map(([found]) => found);
  const lacked = new Set(others.flatMap((other) => lackedBy(other.match(word) ?? [], own)));
  const pieces: Piece[] = [];
  let at = 0;
  const cut = (end: number, differs: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), differs });
    at = end;
  };
  // Words that differ one after the other are one piece with the space between them, so that they are read as one.
  for (const [place, { 0: found, index }] of words.entries()) {
    if (!lacked.has(place)) continue;
    if (!lacked.has(place - 1)) cut(index, false);
    if (!lacked.has(place + 1)) cut(index + found.length, true);
  }
  cut(text.length, false);
  return pieces;
}

/** Places of own words that the other text does not have there. */
function lackedBy(other: string[], own: string[]): number[] {
  const steps = diffArrays(own, other, { maxEditLength: FURTHEST });
  if (!steps) return [...own.keys()];
  const places: number[] = [];
  let place = 0;
  for (const { added, removed, count } of steps) {
    if (added) continue;
    if (removed) places.push(...Array.from({ length: count }, (_, step) => place + step));
    place += count;
  }
  return places;
}
