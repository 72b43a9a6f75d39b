import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { access } from '../src/domain/access.ts';

test('docs/access.md shows the table that the code holds', async () => {
  const page = await readFile(new URL('../docs/access.md', import.meta.url), 'utf8');
  const [, table = ''] = page.split(/^## /m);
  const rows = table.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
  const listed = (cell = ''): string[] => cell.match(/`(\w+)`/g)?.map((code) => code.slice(1, -1)) ?? [];
  const documented = rows.map((row) => {
    const [, role, reads, writes, keeps] = row.split('|');
    return [listed(role)[0], { reads: listed(reads), writes: listed(writes), keeps: listed(keeps) }];
  });
  expect(Object.fromEntries(documented)).toEqual(access);
});
