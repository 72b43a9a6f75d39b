import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.ts';

const SOURCES = ['src', 'sw', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the app where it has not been built or its sources are newer. Answers the folder it lies in. */
export function buildApp(project: string, tell: (sentence: string) => void): string {
  const folder = join(project, 'dist');
  const built = join(folder, 'index.html');
  if (existsSync(built) && newest(SOURCES.map((name) => join(project, name))) <= statSync(built).mtimeMs) return folder;
  if (!existsSync(join(project, 'node_modules', 'vite'))) {
    if (existsSync(built)) return folder; // installed without what builds
    throw new Refusal('The app is not built, and what builds it is not installed. Run npm ci, then start again.');
  }
  tell('Building the app …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env, NODE_ENV: 'production' }; // any other leaves in what is for developers only
  const { status, stdout, stderr } = spawnSync(npm, ['run', 'build'], { cwd: project, encoding: 'utf8', env });
  if (status !== 0) {
    rmSync(built, { force: true }); // half an app must not pass for a built one at the next start
    throw new Refusal(`The app could not be built:\n${stdout}${stderr}`);
  }
  return folder;
}

function newest(paths: string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(newestWithin));
}

function newestWithin(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return newest(
    readdirSync(path)
      .filter((name) => !name.includes('.test.'))
      .map((name) => join(path, name)),
  );
}
