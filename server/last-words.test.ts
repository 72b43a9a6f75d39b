import { expect, test } from 'vitest';
import { lastWords } from './last-words.ts';
import { Refusal } from './refusal.ts';

test('a refusal is said as it is', () => {
  expect(lastWords(new Refusal('Port 4321 is in use.'))).toBe('Port 4321 is in use.');
});

test('of an error nobody expected one hears its kind and place, and nothing of a person', () => {
  const name = 'Olena Hrytsenko';
  const error = Object.assign(new Error(`duplicate key "${name}"`), {
    code: '23505',
    detail: `Key (fields)=(${name}) already exists.`,
    where: `unnamed portal parameter $1 = '${name}'`,
    cause: new Error(name),
  });
  const said = lastWords(error);
  expect(said).toContain('23505');
  expect(said).toContain('last-words.test.ts');
  expect(said).not.toContain('Olena');
  expect(lastWords(name)).not.toContain('Olena');
});
