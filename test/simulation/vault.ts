import type { Id } from '../../src/domain/record.ts';
import type { PullAnswer } from '../../src/protocol/pull.ts';
import { type ClientPorts, type SealedAppend, StoreFailure } from '../../src/sync/ports.ts';
import type { SyncState } from '../../src/sync/state.ts';
import type { Steps } from '../../src/sync/steps.ts';
import { openTab, type Tab } from '../../src/sync/tab.ts';
import { mustStayInView } from './invariants/saved.ts';
import { MapDevice } from './map-device.ts';
import { MarkerSealer } from './marker-sealing.ts';
import { Process } from './process.ts';
import { transportOf } from './transport.ts';
import { watched } from './watched.ts';
import type { World } from './world.ts';

/** What people put down and pick up: its network comes and goes, and its cookie is whoever signed in last. */
export interface Tablet {
  isOnline: boolean;
  cookie: Id | null;
}

/** A tab in the making, open, or gone. */
export interface OpenTab {
  process: Process;
  tab: Tab | null;
  /** The state of it that was looked at last. */
  seen: SyncState | null;
}

/** One person on one tablet: a device database, and the tabs open on it. */
export class Vault {
  readonly name: string;
  readonly id: Id;
  readonly person: Id;
  readonly tablet: Tablet;
  readonly device: MapDevice;
  readonly ports: ClientPorts;
  tabs: OpenTab[] = [];
  private readonly world: World;

  constructor(world: World, name: string, person: Id, tablet: Tablet, clockIsOffBy: number) {
    this.world = world;
    this.name = name;
    this.id = world.ids.next();
    this.person = person;
    this.tablet = tablet;
    const { calls, faults, ids } = world;
    this.device = new MapDevice({
      fails: () => faults.strikes('the device fails'),
      repeats: () => faults.strikes('an append is made twice'),
    });
    const sealer = new MarkerSealer(this.id, this.id, () =>
      faults.strikes('sealed to a lost key') ? ids.next() : world.key,
    );
    this.ports = {
      vault: this.id,
      store: watched(this.device, calls, (call, ...parts) => this.sawStore(call, ...parts)),
      sealer: watched(sealer, calls),
      transport: transportOf(world, this),
      now: () => world.now + clockIsOffBy,
      newId: () => ids.next(),
    };
  }

  /** Opens one more tab, and goes on with it once it has read what the device holds. */
  open(whenOpen: (tab: OpenTab) => void = () => {}): OpenTab {
    const process = new Process(`${this.name}.${this.tabs.length + 1}`, this.world.calls);
    const opening: OpenTab = { process, tab: null, seen: null };
    process.look = () => this.look(opening);
    this.tabs.push(opening);
    this.start(opening, openTab(this.ports), (tab) => {
      opening.tab = tab;
      whenOpen(opening);
    });
    return opening;
  }

  /** Goes on with one of the open tabs, opening one where there is none. */
  inTab(place: number, use: (tab: OpenTab) => void): void {
    const open = this.tabs.filter((one) => one.tab !== null);
    const chosen = open[place % Math.max(open.length, 1)];
    if (chosen) use(chosen);
    else this.open(use);
  }

  /** Work of a tab. A device that cannot store says so and the work ends; anything else thrown is a bug. */
  start<Result>(open: OpenTab, steps: Steps<Result>, onDone: (result: Result) => void = () => {}): void {
    open.process.start(steps, (ending) => {
      if ('result' in ending) onDone(ending.result);
      else if (!(ending.error instanceof StoreFailure)) throw ending.error;
      else if (open.tab === null) this.close(open);
    });
  }

  close(open: OpenTab) {
    this.tabs = this.tabs.filter((one) => one !== open);
    return open.process.kill();
  }

  private look(open: OpenTab): void {
    const { tab, seen } = open;
    if (!tab || tab.state === seen) return;
    open.seen = tab.state;
    mustStayInView(this, tab);
    if (seen && tab.state.head.received > seen.head.received)
      this.world.mustHaveComeBack(this, tab, seen.head.received);
  }

  private sawStore(call: string, answer: unknown, first: unknown, second: unknown): void {
    if (call === 'storePage') this.world.received(this, (second as PullAnswer).records);
    if (call !== 'append') return;
    const { records, forget } = first as SealedAppend;
    this.world.received(this, records);
    if (answer !== 'appended') this.world.counts.note(`append ${answer}`);
    else if (forget > 0) this.world.counts.note('envelopes forgotten');
  }
}
