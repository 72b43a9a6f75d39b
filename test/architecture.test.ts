import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doubledEngine, violations } from './architecture/rules.ts';
import { parseSource, type Source } from './architecture/source.ts';

const OUTSIDE = ['..', 'shared'].join('/');

/** Every file of ours that git knows or would take, whatever is ignored left out. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

const sources = files
  .filter((path) => /^(src|sw|server|test|scripts)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => parseSource(path, readFileSync(path, 'utf8')));

const below = (folder: string) =>
  sources.filter(({ path }) => path.startsWith(`${folder}/`) && !path.includes('.test.'));

test('every file keeps to its room', () => {
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.flatMap(violations)).toEqual([]);
});

test('the simulator runs the shipped engine and has none of its own', () => {
  const simulation = below('test/simulation');
  expect(doubledEngine(simulation, below('src/sync'))).toEqual([]);
  const imported = new Set(simulation.flatMap(({ imports }) => imports.map(({ target }) => target)));
  for (const part of ['tab', 'answer/answer-send', 'answer/answer-pull'])
    expect(imported).toContain(`src/sync/${part}.ts`);
});

test('nothing points outside the repository', () => {
  const text = files.filter((path) => !/\.(png|woff2|ico)$/.test(path) && path !== 'package-lock.json');
  expect(text.filter((path) => readFileSync(path, 'utf8').includes(OUTSIDE))).toEqual([]);
  expect(sources.flatMap(({ imports }) => imports.filter(({ target }) => target.startsWith('..')))).toEqual([]);
});

test.each([
  ['src/domain/a.ts', `import { b } from '../sync/b.ts'`],
  ['src/domain/a.ts', `import * as z from 'zod'`],
  ['src/domain/a.ts', `import { readFileSync } from 'node:fs'`],
  ['src/domain/a.ts', `export const at = Date.now();`],
  ['src/domain/a.ts', `export const today = new Date();`],
  ['src/protocol/a.ts', `import type { B } from '../sync/b.ts'`],
  ['src/sync/a.ts', `export const chance = () => Math.random();`],
  ['src/sync/a.ts', `export const id = () => crypto.randomUUID();`],
  ['src/sync/a.ts', `import Dexie from 'dexie'`],
  ['src/sync/a.ts', `export const late = async () => import('../storage/b.ts')`],
  ['src/sealing/a.ts', `import { b } from '../sync/b.ts'`],
  ['src/vault/a.ts', `import { b } from '../storage/b.ts'`],
  ['src/storage/a.ts', `import { b } from '../vault/b.ts'`],
  ['src/runtime/a.ts', `import { b } from '../state/b.ts'`],
  ['src/runtime/a.ts', `const answer = await fetch('/session')`],
  ['src/state/a.ts', `import { b } from '../storage/b.ts'`],
  ['src/state/a.ts', `import { sendRequestSchema } from '../protocol/send.ts'`],
  ['src/i18n/a.ts', `import { b } from '../state/b.ts'`],
  ['src/ui/A.tsx', `import type { B } from '../domain/b.ts'`],
  ['src/features/people/A.tsx', `import { b } from '../../sync/b.ts'`],
  ['src/features/people/A.tsx', `import { get } from 'idb-keyval'`],
  ['src/features/people/A.tsx', `const worker = new Worker(new URL('../../vault/b.ts', import.meta.url))`],
  ['src/domain/a.ts', `import { main } from '../main.tsx'`],
  ['sw/a.ts', `import { b } from '../src/storage/append.ts'`],
  ['sw/a.ts', `import { b } from '../src/vault/b.ts'`],
  ['sw/a.ts', `self.fetch('/send')`],
  ['server/a.ts', `import { b } from '../src/storage/b.ts'`],
  ['server/a.test.ts', `import { b } from '../src/state/b.ts'`],
  ['test/simulation/a.ts', `import { b } from '../../server/b.ts'`],
  ['test/contracts/a.ts', `import Dexie from 'dexie'`],
  ['src/new-room/a.ts', `export const a = 1;`],
  ['src/domain/a.ts', `export default 1;`],
  ['src/domain/a.ts', `const a = 1; export { a as default };`],
  ['src/domain/a.ts', `export { b } from './b.ts'`],
  ['src/domain/a.ts', `export * from './b.ts'`],
  ['src/domain/index.ts', `export const a = 1;`],
  ['src/ui/utils/a.ts', `export const a = 1;`],
])('%s is refused: %s', (path, text) => {
  expect(violations(parseSource(path, text))).not.toEqual([]);
});

test.each([
  ['src/sync/a.ts', `import type { B } from '../protocol/b.ts'; // never Date.now()`],
  ['src/domain/a.ts', `export const day = (iso: string) => new Date(iso);`],
  ['src/state/a.ts', `import type { Quarantined } from '../protocol/pull.ts'`],
  ['src/storage/a.ts', `import Dexie from 'dexie'`],
  ['src/storage/a.test.ts', `import { describeDeviceStore } from '../../test/contracts/device-store.ts'`],
  ['src/transport/a.ts', `const answer = await fetch('/session')`],
  ['sw/a.ts', `self.addEventListener('fetch', () => {}); import { b } from '../src/storage/outbox.ts'`],
  ['test/preview/vite.config.ts', `export default {};`],
  ['src/main.tsx', `import { openTab } from './sync/tab.ts'; import { get } from 'idb-keyval'`],
])('%s is allowed: %s', (path, text) => {
  expect(violations(parseSource(path, text))).toEqual([]);
});

test('an engine written twice is noticed', () => {
  const engine: Source[] = [parseSource('src/sync/merge.ts', 'export function merge() {}')];
  const own = parseSource('test/simulation/a.ts', 'function merge() {}');
  const borrowed = parseSource('test/simulation/b.ts', `import { merge } from '../../src/sync/merge.ts'; merge();`);
  expect(doubledEngine([own, borrowed], engine)).toEqual(['test/simulation/a.ts has a merge of its own']);
});
