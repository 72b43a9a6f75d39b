import type { Change } from '../domain/record.ts';
import { type ClientPorts, StoreFailure } from '../sync/ports.ts';
import { pullToHead } from '../sync/pull-to-head.ts';
import { sendWaiting } from '../sync/send-waiting.ts';
import { firstToSend } from '../sync/state.ts';
import { drive } from '../sync/steps.ts';
import { catchUp, edit, openTab, type Tab } from '../sync/tab.ts';
import { retryDelay } from './retry-delay.ts';

/** A pull is asked for at least this often while contact holds. */
const PULL_EVERY = 60_000;

/** What the browser gives a running tab. Each `on…` returns how to stop listening. */
export interface Surroundings {
  isOnline(): boolean;
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

/** Who is told what happens while nobody asked. */
export interface Listener {
  /** What the pill shows may have changed. */
  changed(): void;
  /** The device could not store, or read, what a round brought; nothing is lost, and it is tried again. */
  failed(failure: StoreFailure): void;
}

/** Opens the vault's tab and keeps it in contact: at start, online, visible, poke and on a timer. Throws StoreFailure where it cannot be read. */
export async function startEngine(ports: ClientPorts, around: Surroundings, listener: Listener): Promise<Engine> {
  const tab = await drive(openTab(ports));
  const contact = keepInContact(tab, around, listener);
  const stops = [
    around.onOnline(contact.now),
    around.onOffline(listener.changed),
    around.onVisible(contact.now),
    around.onPoke(contact.now),
    around.onOthersWrote(contact.look),
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
function keepInContact(tab: Tab, around: Surroundings, { changed, failed }: Listener) {
  let isRunning = false;
  let isAskedFor = false;
  let isStopped = false;
  let cancelTimer = () => {};

  /** Others are told only of what is new: two tabs that cannot send must not keep each other awake. */
  async function round(): Promise<void> {
    const { head, pending } = tab.state;
    changed();
    await around.alone('send', async () => void (await drive(sendWaiting(tab))));
    if (isStopped) return;
    changed();
    await around.alone('pull', async () => void (await drive(pullToHead(tab))));
    if (!isStopped && (tab.state.head !== head || tab.state.pending !== pending)) around.tellOthers();
  }

  async function now(): Promise<void> {
    isAskedFor = true;
    if (isRunning || isStopped) return;
    isRunning = true;
    cancelTimer();
    try {
      while (isAskedFor && !isStopped) {
        isAskedFor = false;
        await tried(round());
      }
    } finally {
      isRunning = false;
      if (!isStopped) cancelTimer = around.after(pause(tab, around), () => void now());
      changed();
    }
  }

  /** What another tab has saved while it was sending is perhaps for this one to send. */
  async function look(): Promise<void> {
    await drive(catchUp(tab));
    changed();
    if (firstToSend(tab.state) !== null && tab.state.sendFailure === null) void now();
  }

  /** A store that was closed under a round as the vault was locked is no failure. */
  async function tried(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      if (!isStopped) failed(error);
    }
  }

  return {
    now: () => void now(),
    look: () => void tried(look()),
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
