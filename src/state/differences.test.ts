import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from './differences.ts';

const some = fc.array(fc.constantFrom('B2', 'muntlig', 'innen', 'påske', '.', 'الهدف', '👩🏽‍🏫', ' ', '\n\n', ' '), {
  maxLength: 12,
});
const text = fc.oneof(
  some.map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const marked = (own: string, ...others: string[]) =>
  piecesOf(own, others)
    .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
    .join('');
const words = (own: string) => own.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
const shared = (own: string, other: string) =>
  piecesOf(own, [other]).flatMap((piece) => (piece.differs ? [] : words(piece.text)));

test('pieces joined are the text, whatever it is compared with', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (own, others) => {
      expect(
        piecesOf(own, others)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(own);
    }),
  );
});

test('what is not marked stands in both texts, in the same order', () => {
  fc.assert(
    fc.property(text, text, (own, other) => {
      expect(shared(own, other)).toEqual(shared(other, own));
    }),
  );
});

test('a text differs from itself nowhere, and from an empty one in every word', () => {
  fc.assert(
    fc.property(text, (own) => {
      expect(piecesOf(own, [own]).some((piece) => piece.differs)).toBe(false);
      expect(shared(own, '')).toEqual([]);
    }),
  );
});

test('words that differ are marked as one with the space between them, and the space around them is not', () => {
  expect(marked('Klare B2 muntlig innen påske.', 'Klare B1 skriftlig innen påske.')).toBe(
    'Klare [B2 muntlig] innen påske.',
  );
  expect(marked('Klare B2 innen jul', 'Klare B2 muntlig innen påske')).toBe('Klare B2 innen [jul]');
});

test('other space or another line does not differ', () => {
  expect(marked('Ta bussen\n\nhver dag', 'Ta  bussen hver dag')).toBe('Ta bussen\n\nhver dag');
});

test('beside several others, what any of them says otherwise is marked', () => {
  expect(marked('B2 muntlig i juni', 'B1 muntlig i juni', 'B2 muntlig i mai')).toBe('[B2] muntlig i [juni]');
});

test('texts too far apart to be traced differ whole', () => {
  const far = (name: string) => Array.from({ length: 3_000 }, (_, place) => `${name}${place}`).join(' ');
  expect(piecesOf(`${far('a')} til slutt`, [`${far('b')} til slutt`])).toEqual([
    { text: `${far('a')} til slutt`, differs: true },
  ]);
});
