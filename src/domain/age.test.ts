import { expect, test } from 'vitest';
import { ageOn } from './age.ts';

test('a year is added on the birthday', () => {
  const birth = { date: '1987-05-14', certainty: 'certain' } as const;
  expect(ageOn(birth, '2026-05-13')).toEqual({ least: 38, most: 38, certain: true });
  expect(ageOn(birth, '2026-05-14')).toEqual({ least: 39, most: 39, certain: true });
});

test('one born on 29 February turns a year older on 1 March', () => {
  const birth = { date: '2004-02-29', certainty: 'certain' } as const;
  expect(ageOn(birth, '2026-02-28').most).toBe(21);
  expect(ageOn(birth, '2026-03-01').least).toBe(22);
});

test('with only the year, both ages it may be are told', () => {
  expect(ageOn({ date: '1992', certainty: 'estimated' }, '2026-11-16')).toEqual({
    least: 33,
    most: 34,
    certain: false,
  });
});

test('with year and month, the age is certain once the month has passed', () => {
  const birth = { date: '1992-11', certainty: 'certain' } as const;
  expect(ageOn(birth, '2026-11-16')).toEqual({ least: 33, most: 34, certain: false });
  expect(ageOn(birth, '2026-12-01')).toEqual({ least: 34, most: 34, certain: true });
});

test('a date that was assumed on arrival never gives a certain age', () => {
  expect(ageOn({ date: '1992-01-01', certainty: 'assumed' }, '2026-11-16')).toEqual({
    least: 34,
    most: 34,
    certain: false,
  });
});
