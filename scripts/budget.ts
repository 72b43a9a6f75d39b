import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { shellOf, unaccounted } from './shell.ts';

/** Prints what the shell weighs in the built page, and fails above the budget. */

const DIST = 'dist';
const KILOBYTE = 1_000;
const LARGEST = { scripts: 120 * KILOBYTE, styles: 35 * KILOBYTE };

/** Writing systems the app shows; any other subset of a font would be downloaded by every tablet for nothing. */
const FONTS = /^(inter-(latin|latin-ext|cyrillic)|noto-sans-arabic-arabic)-wght-normal-/;

function gzipped(path: string): number {
  return gzipSync(readFileSync(join(DIST, path))).length;
}

function report(what: string, paths: string[], most: number): boolean {
  const sizes = paths.map((path) => ({ path, size: gzipped(path) })).sort((a, b) => b.size - a.size);
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  console.log(`shell ${what}: ${kilobytes(total)} of ${kilobytes(most)} KB gzip`);
  for (const { path, size } of sizes) console.log(`  ${kilobytes(size).padStart(6)}  ${path}`);
  return total <= most;
}

function kilobytes(bytes: number): string {
  return (bytes / KILOBYTE).toFixed(1);
}

const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;
const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const shell = shellOf(manifest);
const problems = [
  ...(report('scripts', shell.scripts, LARGEST.scripts) ? [] : ['The scripts of the shell are over budget.']),
  ...(report('styles', shell.styles, LARGEST.styles) ? [] : ['The styles of the shell are over budget.']),
  ...unaccounted(
    manifest,
    built.filter((path) => /\.(js|css)$/.test(path)),
  ).map((path) => `${path} is on no list in scripts/shell.ts: is it fetched before the unlocked list is on screen?`),
  ...built
    .filter((path) => path.endsWith('.woff2') && !FONTS.test(path.slice(path.lastIndexOf('/') + 1)))
    .map((path) => `${path} is a font subset the app does not show.`),
  ...(existsSync(join(DIST, 'service-worker.js')) ? [] : ['No service worker was built.']),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
