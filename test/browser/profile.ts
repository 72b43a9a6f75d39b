import { type ChildProcess, spawn } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Browser, findChromium } from './chromium.ts';
import { endsWithUs } from './our-processes.ts';

/** A browser running on one user-data folder: one tablet. */
export interface Profile {
  context: BrowserContext;
  page: Page;
  pid: number;
  /** SIGKILL to the whole browser, as when the battery dies. The folder stays as it is. */
  kill(): Promise<void>;
  /** Closes the browser in good order. */
  close(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--remote-debugging-port=0',
  '--lang=nb-NO',
];

export interface ProfileOptions {
  /** Another browser than the one found. */
  browser?: Browser;
  /** Port of a middlebox on this machine that everything goes through, requests to this machine too. */
  proxy?: number;
}

/** Starts a browser on a user-data folder, new or used before. We spawn it ourselves, so that it is ours to kill. */
export async function openProfile(folder: string, { browser: chosen, proxy }: ProfileOptions = {}): Promise<Profile> {
  const browser = chosen ?? (await findChromium());
  const through = proxy ? [`--proxy-server=http://127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : [];
  const child = spawn(browser.path, [...FLAGS, ...through, `--user-data-dir=${folder}`, 'about:blank'], {
    env: { ...browser.env, TZ: 'Europe/Oslo', LANG: 'nb_NO.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  child.once('close', endsWithUs(() => killGroup(pid)).hasEnded);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const connected = await chromium.connectOverCDP(await debuggingAddress(child));
  const context = connected.contexts()[0];
  if (!context) throw new Error('The browser has no profile open.');
  const kill = async () => {
    killGroup(pid);
    await gone;
    await connected.close();
  };
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    pid,
    kill,
    close: async () => {
      const session = await connected.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => killGroup(pid));
      await gone;
    },
  };
}

/** The browser's renderers are in its process group; none may outlive it and write on. */
function killGroup(pid: number): void {
  if (pid === 0) return; // it never started, and group 0 is our own
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The browser ended before it could be used:\n${said}`)));
  });
}
