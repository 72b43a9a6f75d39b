import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { areas, compartmentOfArea } from '../src/domain/areas.ts';
import { recordTypes } from '../src/domain/records/types.ts';

const page = await readFile(new URL('../docs/domain.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| `\w+` \|/.test(line))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

const words = (cell = ''): string[] => cell.replace(/\(.*?\)/g, '').match(/\w+/g) ?? [];

test('docs/domain.md shows every type of record with its fields', () => {
  const documented = rows
    .filter((row) => row.length === 4)
    .map(([type, , fields, required]) => [
      words(type)[0],
      words(fields?.replace(/`languages.*?`/, '')),
      words(required),
    ]);
  const known = Object.entries(recordTypes).map(([name, type]) => [name, Object.keys(type.fields), type.required]);
  expect(documented.map(([name, fields, required]) => [name, [...(fields ?? [])].sort(), required])).toEqual(
    known.map(([name, fields, required]) => [name, [...(fields as string[])].sort(), required]),
  );
});

test('and every area with its compartment', () => {
  const documented = rows
    .filter((row) => row.length === 3)
    .map(([area, , compartment]) => [words(area)[0], words(compartment)[0]]);
  expect(documented).toEqual(areas.map((area) => [area, compartmentOfArea(area)]));
});
