import type { Change } from '../domain/record.ts';
import type { ClientPorts } from '../sync/ports.ts';
import { pullToHead } from '../sync/pull-to-head.ts';
import { sendWaiting } from '../sync/send-waiting.ts';
import { drive } from '../sync/steps.ts';
import { catchUp, edit, openTab, type Tab } from '../sync/tab.ts';
import { retryDelay } from './retry-delay.ts';

/** A pull is asked for at least this often while the app is in view. */
const PULL_EVERY = 60_000;

/** What the browser gives a running tab. Each `on…` returns how to stop listening. */
export interface Surroundings {
  isOnline(): boolean;
  isVisible(): boolean;
  onOnline(happened: () => void): () => void;
  onOffline(happened: () => void): () => void;
  onVisible(happened: () => void): () => void;
  onPoke(happened: () => void): () => void;
  /** Other tabs of the same vault, and the service worker. */
  onOthersWrote(happened: () => void): () => void;
  tellOthers(): void;
  /** Runs the work if no other tab is at it; politeness, since two are harmless. */
  alone(what: 'send' | 'pull', work: () => Promise<void>): Promise<void>;
  after(milliseconds: number, happened: () => void): () => void;
  chance(): number;
  /** Asks the browser to send what waits should this tab be closed first. */
  askToSendLater(): void;
}

export interface Engine {
  tab: Tab;
  /** Resolves when the action is on the device. Throws StoreFailure, with nothing written. */
  edit(changes: Change[], drafts: string[]): Promise<void>;
  /** Sends and pulls now. */
  syncNow(): void;
  isOnline(): boolean;
  close(): void;
}

/** Opens the vault's tab and keeps it in contact: at start, online, visible, poke and on a timer. `changed` is called when status may have. */
export async function startEngine(ports: ClientPorts, around: Surroundings, changed: () => void): Promise<Engine> {
  const tab = await drive(openTab(ports));
  const contact = keepInContact(tab, around, changed);
  const stops = [
    around.onOnline(contact.now),
    around.onOffline(changed),
    around.onVisible(contact.now),
    around.onPoke(contact.now),
    around.onOthersWrote(() => drive(catchUp(tab)).then(changed)),
  ];
  contact.now();
  return {
    tab,
    async edit(changes, drafts) {
      await drive(edit(tab, changes, drafts));
      around.tellOthers();
      around.askToSendLater();
      contact.now();
    },
    syncNow: contact.now,
    isOnline: around.isOnline,
    close() {
      contact.stop();
      for (const stop of stops) stop();
    },
  };
}

/** One round at a time; what is asked for during a round is done after it. */
function keepInContact(tab: Tab, around: Surroundings, changed: () => void) {
  let isRunning = false;
  let isAskedFor = false;
  let isStopped = false;
  let cancelTimer = () => {};

  async function round(): Promise<void> {
    changed();
    await around.alone('send', async () => void (await drive(sendWaiting(tab))));
    if (isStopped) return;
    changed();
    await around.alone('pull', async () => void (await drive(pullToHead(tab))));
    if (!isStopped) around.tellOthers();
  }

  async function now(): Promise<void> {
    isAskedFor = true;
    if (isRunning || isStopped) return;
    isRunning = true;
    cancelTimer();
    try {
      while (isAskedFor && !isStopped) {
        isAskedFor = false;
        await round();
      }
    } finally {
      isRunning = false;
      if (!isStopped) cancelTimer = around.after(pause(tab, around), () => void now());
      changed();
    }
  }

  return {
    now: () => void now(),
    stop() {
      isStopped = true;
      cancelTimer();
    },
  };
}

function pause(tab: Tab, around: Surroundings): number {
  const { failures, sendFailure, pullFailure } = tab.state;
  const hasFailed = sendFailure !== null || pullFailure === 'unreachable' || pullFailure === 'offline';
  return hasFailed ? retryDelay(failures, around.chance()) : PULL_EVERY;
}
