import { expect, test } from 'vitest';
import { pathWithin } from './path-within.ts';

const ORIGIN = 'https://fotfeste.example.no';

test.each(['/', '/personer/1?fane=logg#sist', '/æøå'])('goes back to %s', (path) => {
  expect(new URL(pathWithin(ORIGIN, path), ORIGIN).href).toBe(new URL(path, ORIGIN).href);
});

test.each([
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  '/auth/login?to=/',
  '/idp/auth',
])('never leaves for %s', (path) => {
  expect(pathWithin(ORIGIN, path)).toBe('/');
});
