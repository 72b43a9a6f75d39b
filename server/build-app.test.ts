import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildApp } from './build-app.ts';

const project = mkdtempSync(join(tmpdir(), 'fotfeste-build-'));
afterAll(() => rmSync(project, { recursive: true }));

/** A project whose build is this command. */
function projectBuiltBy(command: string): string {
  mkdirSync(join(project, 'src'), { recursive: true });
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  if (!existsSync(join(project, 'node_modules/vite'))) symlinkSync(project, join(project, 'node_modules/vite'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ scripts: { build: command } }));
  rmSync(join(project, 'dist'), { recursive: true, force: true });
  return project;
}

test('an app is built once, and again when its sources are newer', () => {
  const folder = projectBuiltBy('mkdir -p dist && touch dist/index.html');
  const told: string[] = [];
  expect(buildApp(folder, (sentence) => told.push(sentence))).toBe(join(folder, 'dist'));
  buildApp(folder, (sentence) => told.push(sentence));
  expect(told).toHaveLength(1);
});

test('half an app never passes for a built one', () => {
  const folder = projectBuiltBy('mkdir -p dist && touch dist/index.html && exit 1');
  expect(() => buildApp(folder, () => {})).toThrow('could not be built');
  expect(existsSync(join(folder, 'dist/index.html'))).toBe(false);
});

test('what is built is what is shipped, whoever starts the server', () => {
  const folder = projectBuiltBy('mkdir -p dist && echo "$NODE_ENV" > dist/index.html');
  buildApp(folder, () => {});
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('production\n');
});
