import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyOf, mutate } from './run-mutants.ts';
import { mutants } from './table.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'fotfeste-mutants-')), 'copy');
  await copyOf(root, folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

test.each(mutants)('$patch applies to the engine as it is', async ({ patch }) => {
  await mutate(root, folder, patch);
});

test('a patch that no longer applies is an error', async () => {
  await writeFile(join(folder, 'src/sync/merge.ts'), 'export const merge = null;\n');
  await expect(mutate(root, folder, 'no-base-check.patch')).rejects.toThrow('no longer applies');
});

test('every patch is in the table', async () => {
  const patches = (await readdir(join(root, 'test/mutants'))).filter((name) => name.endsWith('.patch'));
  expect(patches.sort()).toEqual(mutants.map((mutant) => mutant.patch).sort());
});
