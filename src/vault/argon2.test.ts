import { expect, test } from 'vitest';
import { argon2Key } from './argon2.ts';

const salt = new TextEncoder().encode('somesalt');

// The vector of the reference implementation: https://github.com/P-H-C/phc-winner-argon2/blob/master/src/test.c
test('is Argon2id as its authors define it', async () => {
  const key = await argon2Key('password', { algorithm: 'argon2id', salt, memoryKiB: 65_536, passes: 2, lanes: 1 });
  expect(Buffer.from(key).toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
});

test('gives one key for one passphrase, however its letters are composed', async () => {
  const cheap = { algorithm: 'argon2id', salt, memoryKiB: 64, passes: 1, lanes: 1 } as const;
  const composed = await argon2Key('blåbærtur på fjellet', cheap);
  const decomposed = await argon2Key('blåbærtur på fjellet'.normalize('NFD'), cheap);
  expect(decomposed).toEqual(composed);
});
