import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Kari Nordmann', 'KN'],
  ['kari anne nordmann', 'KN'],
  ['Bjørn-Åge', 'BÅ'],
  ['Amina', 'A'],
  ['Kari Nordmann (vikar)', 'KN'],
  ['سارة أحمد', 'سأ'],
  ['  ', ''],
])('%j is called %j', (name, called) => {
  expect(initials(name)).toBe(called);
});
