import { expect, test } from 'vitest';
import { isLongEnough, normalized } from './passphrase.ts';

test('twelve characters are long enough, counted as people count them', () => {
  expect(isLongEnough('elleve tegn')).toBe(false);
  expect(isLongEnough('tolv tegn nå')).toBe(true);
  expect(isLongEnough('🏔️🏔️🏔️')).toBe(false);
  expect(isLongEnough('å'.normalize('NFD').repeat(11))).toBe(false);
});

test('an å is the same å from every keyboard', () => {
  expect(normalized('å'.normalize('NFD'))).toBe(normalized('å'.normalize('NFC')));
});
