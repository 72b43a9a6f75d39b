import type { Id, Rec } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { PullResult } from '../../src/sync/answer/answer-pull.ts';
import type { SendResult } from '../../src/sync/answer/answer-send.ts';
import type { Tab } from '../../src/sync/tab.ts';
import type { Activity, Calls } from './activity.ts';
import type { Counts } from './counts.ts';
import type { Faults } from './faults.ts';
import { Ids } from './ids.ts';
import { mustHaveComeBack, Told } from './invariants/saved.ts';
import { mustBeInScope } from './invariants/scope.ts';
import { Values } from './invariants/values.ts';
import { Municipality } from './municipality.ts';
import type { Process } from './process.ts';
import type { Random } from './random.ts';
import { type Tablet, Vault } from './vault.ts';
import { Wire } from './wire.ts';

/** One small municipality: its server, its people, their tablets, the network between them, and what must hold of it all. */
export class World {
  readonly calls: Calls = { latest: '' };
  readonly ids = new Ids();
  readonly key: Id = this.ids.next();
  readonly told = new Told();
  readonly values = new Values();
  readonly vaults: Vault[] = [];
  readonly counts: Counts;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly municipality: Municipality;
  /** The one true time, which nobody's clock shows. */
  now = 1_795_000_000_000;
  /** Actions that someone began to save. */
  edits = 0;
  /** Halves of port calls and messages gone by. */
  moves = 0;
  /** Told of everything that happens, where someone wants to read it. */
  tell: ((line: string) => void) | null = null;

  constructor(faults: Faults, counts: Counts, pageSize: number) {
    this.counts = counts;
    this.faults = faults;
    this.wire = new Wire(faults);
    this.municipality = new Municipality(this.calls, this.key, pageSize, () => this.now);
    const { database } = this.municipality;
    database.onCommit = (writes) => {
      this.values.committed(writes);
      for (const { outcome } of writes.log) counts.note(`outcome ${outcome}`);
      for (const { reason } of writes.quarantine) counts.note(`quarantined as ${reason}`);
    };
    database.onWait = () => counts.note('waited for the lock');
  }

  employ(name: string, role: Role): Id {
    const id = this.ids.next();
    this.municipality.database.staff.set(id, { name, role });
    return id;
  }

  giveVault(name: string, person: Id, tablet: Tablet, clockIsOffBy: number): Vault {
    const vault = new Vault(this, name, person, tablet, clockIsOffBy);
    this.vaults.push(vault);
    const row = { id: vault.id, person, signingKey: vault.id, counter: 0, chain: '', revoked: false };
    this.municipality.database.vaults.set(vault.id, row);
    return vault;
  }

  /** One half of a port call, or one message delivered. False where nothing can go on. */
  move(random: Random): boolean {
    const running = this.running();
    const choices = running.length + this.wire.inFlight.length;
    if (choices === 0) return false;
    this.moves += 1;
    this.now += 1_000;
    const activity = running[random.below(choices)];
    if (activity) this.goOn(activity, random);
    else this.deliver();
    return true;
  }

  sawSend(vault: Vault, result: SendResult): SendResult {
    if ('failure' in result) return result;
    this.told.answer(vault, result);
    for (const { outcome } of result.answers) if (outcome === 'duplicate') this.counts.note('answered duplicate');
    return result;
  }

  sawPull(vault: Vault, result: PullResult): PullResult {
    if ('failure' in result) return result;
    this.received(vault, result.records);
    this.counts.note(result.atHead ? 'page at the head' : 'page before the head');
    return result;
  }

  /** Records on their way to, or into, the device of a vault. */
  received(vault: Vault, records: Rec[]): void {
    mustBeInScope(this.municipality.database, vault.person, records);
  }

  mustHaveLostNothing(): void {
    this.told.mustStillBeThere(this.municipality.database);
  }

  mustHaveComeBack(vault: Vault, tab: Tab, after: number): void {
    mustHaveComeBack(this.municipality.database, this.values, vault, tab, after);
  }

  private running(): Activity[] {
    const running: Activity[] = [];
    const add = ({ activities }: Process) => {
      for (const activity of activities) if (activity.canGoOn) running.push(activity);
    };
    add(this.municipality.process);
    for (const vault of this.vaults) for (const tab of vault.tabs) add(tab.process);
    return running;
  }

  private deliver(): void {
    const { label } = this.wire.deliver(this.wire.nextPlace());
    this.tell?.(`  arrives: ${label}`);
  }

  /** Mostly a whole port call at once; now and then others come between its effect and its answer. */
  private goOn(activity: Activity, random: Random): void {
    const { process } = activity;
    const isCall = !activity.isUnseen;
    activity.goOn();
    if (isCall) this.tell?.(`  ${process.name}: ${activity.latest}`);
    else this.tell?.(`  ${process.name} goes on`);
    if (activity.isUnseen && activity.canGoOn && random.chance(0.7)) activity.goOn();
    process.look();
  }
}
