import { expect, test } from 'vitest';
import { displayName, everyName } from './names.ts';

test('a person goes by what they want to be called', () => {
  expect(displayName({ givenNames: 'Mohammad Reza', familyName: 'Karimi', calledName: 'Reza' })).toBe('Reza Karimi');
  expect(displayName({ givenNames: 'Olena', familyName: 'H.' })).toBe('Olena H.');
});

test('one name is enough', () => {
  expect(displayName({ givenNames: 'Zarmina', familyName: '', calledName: ' ' })).toBe('Zarmina');
});

test('a person is found by every name', () => {
  expect(everyName({ givenNames: 'Mohammad Reza', familyName: 'Karimi', calledName: 'Reza' })).toBe(
    'Reza Mohammad Reza Karimi',
  );
});
