import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A Chromium that has answered, and the environment it needs. */
export interface Browser {
  path: string;
  env: NodeJS.ProcessEnv;
}

const NO_BROWSER = `No Chromium was found, and the browser tests cannot run without one.
On Linux x64 the npm package @sparticuz/chromium brings one: run npm ci again.
Elsewhere install Chromium or Google Chrome, or run npx playwright-core install chromium,
or set CHROMIUM_PATH to the browser's program file.`;

/** Finds a Chromium: the one named by CHROMIUM_PATH, one installed here, or the one from npm. Throws a sentence when there is none. */
export async function findChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return answering(named, [{}]);
  const installed = installedPaths().find((path) => existsSync(path));
  if (installed) return answering(installed, [{}]);
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error(NO_BROWSER);
}

/** The Chromium of @sparticuz/chromium, with the libraries it carries for a host that lacks libnss3. */
export async function packagedChromium(): Promise<Browser> {
  const folder = await unpacked();
  return answering(join(folder, 'chromium'), [{}, packagedLibraries(folder)]);
}

/** What the packaged Chromium needs where the host has no NSS of its own. */
export function packagedLibraries(folder: string): NodeJS.ProcessEnv {
  const own = join(folder, 'al2023', 'lib');
  return { LD_LIBRARY_PATH: [own, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter) };
}

/** The first of the environments in which the program can say its version. */
function answering(path: string, environments: NodeJS.ProcessEnv[]): Browser {
  const tried = environments.map((extra) => {
    const env = { ...process.env, ...extra };
    return { env, run: spawnSync(path, ['--version', '--no-sandbox'], { env, encoding: 'utf8', timeout: 30_000 }) };
  });
  const good = tried.find(({ run }) => run.status === 0);
  if (good) return { path, env: good.env };
  const said = tried.map(({ run }) => run.error?.message ?? run.stderr.trim()).join('\n');
  throw new Error(`${path} was found, but it does not start:\n${said}\n\n${NO_BROWSER}`);
}

function installedPaths(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
    chromium.executablePath(),
  ];
}

/** Unpacks the package once per version. The folder gets its name when it is whole, so a killed test leaves no half browser. */
async function unpacked(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build.*$/, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = join(dirname(manifest), '..', '..', '.cache', 'fotfeste');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await inflateInto(staging);
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks into the temporary folder of its process, and its NSS only where it believes to be on Amazon Linux. */
async function inflateInto(folder: string): Promise<void> {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The Chromium from npm could not be unpacked:\n${said}`);
}
