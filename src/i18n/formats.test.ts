import { expect, test } from 'vitest';
import { languages } from '../domain/codes/languages.ts';
import { en as english } from './en.ts';
import { createFormats } from './formats.ts';
import { nb as bokmal } from './nb.ts';

const nb = createFormats('nb-NO', bokmal.codes.language);
const en = createFormats('en-GB', english.codes.language);
const at = Date.parse('2026-11-16T07:42:00Z');

test('days and times are written as they are said in Norway, whatever the device thinks', () => {
  expect(nb.day('2026-11-13', '2026-11-16')).toBe('13. nov.');
  expect(nb.day('2027-01-05', '2026-11-16')).toBe('5. jan. 2027');
  expect(nb.longDay('2026-12-01')).toBe('1. desember 2026');
  expect(nb.weekday('2026-12-01')).toBe('tirsdag 1. desember 2026');
  expect(nb.month('2026-11')).toBe('November 2026');
  expect(nb.time(at)).toBe('kl. 08.42');
  expect(nb.moment(at, '2026-11-16')).toBe('i dag kl. 08.42');
  expect(nb.moment(at, '2026-11-17')).toBe('i går');
  expect(nb.moment(at, '2026-11-20')).toBe('16. nov.');
});

test('and as they are said in English', () => {
  expect(en.time(at)).toBe('08:42');
  expect(en.moment(at, '2026-11-16')).toBe('today 08:42');
});

test('languages have names, and an unknown tag stands as it is', () => {
  expect(nb.language('uk')).toBe('ukrainsk');
  expect(nb.language('ti')).toBe('tigrinja');
  expect(nb.language('de')).toBe('tysk');
  expect(nb.language('not a tag')).toBe('not a tag');
});

test.each([bokmal, english])(
  'in $locale every language that is offered has a name, whatever the browser knows',
  ({ codes }) => {
    for (const { code } of languages) expect(codes.language[code], code).toMatch(/^\p{L}{3,}/u);
    expect(codes.language.ksw).not.toBe('ksw');
  },
);
