import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { dayInOslo, daysBetween } from '../domain/dates.ts';
import type { Id } from '../domain/record.ts';
import type { Role } from '../domain/roles.ts';
import type { StoreFailure } from '../sync/ports.ts';
import type { DraftKeeper, ModelEngine } from './create-model.ts';
import { createModel } from './create-model.ts';
import type { App, Door, Model } from './model.ts';
import type { SignOut } from './sign-out.ts';

/** Who the server's cookie belongs to, and what day it is there in demo. */
export interface SessionSeen {
  tenant: { name: string; place: string };
  demo: { today: string } | null;
  person: { id: Id; name: string; role: Role } | null;
}

/** An unlocked vault, running. */
export interface OpenVault {
  engine: ModelEngine & { close(): void };
  drafts: DraftKeeper;
  me: Model['me'];
  tenantName: string;
}

/** What a running vault asks of whoever shows it. */
export interface Running {
  /** What time it is, by the demo's calendar in demo; claimed in changes, never compared. */
  now(): number;
  /** Called whenever what the pill shows may have changed. */
  statusChanged(): void;
  /** Called when the device could not store or read what was fetched. */
  storeFailed(failure: StoreFailure): void;
}

/** The tablet, as the door needs it. */
export interface Device {
  /** Why nothing can be kept here at all, or null. */
  unusable(): 'storage' | 'encryption' | null;
  vaults(): Promise<{ id: Id; calledAs: string; waiting: number }[]>;
  /** True where this tablet holds a vault of that person, known by the random id of the account. */
  holdsVaultOf(person: Id): Promise<boolean>;
  /** Makes the person's vault here. `notTheirs`: another tab has made it, or somebody else has signed in meanwhile. */
  make(person: Id, passphrase: string, running: Running): Promise<OpenVault | 'offline' | 'failed' | 'notTheirs'>;
  unlock(
    vault: Id,
    passphrase: string,
    running: Running,
  ): Promise<OpenVault | 'wrongPassphrase' | 'failed' | 'newerFormat'>;
  /** What the municipality last said of itself, kept between starts; not personal. */
  readMunicipality(): Promise<Municipality | null>;
  keepMunicipality(municipality: Municipality): Promise<void>;
}

export interface Municipality {
  tenant: SessionSeen['tenant'];
  /** The demo's day, and the day on this device when it was said. */
  demo: { today: string; seenOn: string } | null;
}

export interface AppParts {
  device: Device;
  readSession(): Promise<SessionSeen | { failure: string }>;
  signOut: SignOut;
  goTo(address: string): void;
  signInAddress(path: string): string;
  place(): string;
  update: ReadonlySignal<'none' | 'ready'>;
  applyUpdate(): void;
  trouble: ReadonlySignal<boolean>;
  reload(): void;
  newId(): Id;
  clock(): number;
  /** Calls back about once a minute, so that a day that ends is noticed. */
  everyMinute(happened: () => void): void;
}

const DAY = 86_400_000;

/** The door of those who have vaults here, with one of them chosen; null where nobody has. */
function doorOf(vaults: (Door & { at: 'locked' })['vaults'], chosen = vaults[0]?.id): Door | null {
  return chosen === undefined || vaults.length === 0 ? null : { at: 'locked', vaults, chosen, failure: null };
}

/** What main hands to the screens, and how it begins. */
export function createApp(parts: AppParts): App & { start(): Promise<void> } {
  const { device } = parts;
  const door = signal<Door>({ at: 'starting' });
  const tenant = signal<App['tenant']['value']>(null);
  const shift = signal(0);
  const isDemo = signal(false);
  const minute = signal(parts.clock());
  const now = () => parts.clock() + shift.value * DAY;
  const today = computed(() => dayInOslo(minute.value + shift.value * DAY));
  const demo = computed(() => (isDemo.value ? { today: today.value } : null));
  let opened: { vault: OpenVault; finish(): Promise<unknown> } | null = null;

  async function seeSession(): Promise<SessionSeen | null> {
    if (await parts.signOut.settle()) return null;
    const session = await parts.readSession();
    if ('failure' in session) return null;
    const demo = session.demo && { today: session.demo.today, seenOn: dayInOslo(parts.clock()) };
    follow({ tenant: session.tenant, demo });
    await device.keepMunicipality({ tenant: session.tenant, demo });
    return session;
  }

  function follow(municipality: Municipality): void {
    tenant.value = municipality.tenant;
    isDemo.value = municipality.demo !== null;
    shift.value = municipality.demo ? daysBetween(municipality.demo.seenOn, municipality.demo.today) : 0;
  }

  async function start(): Promise<void> {
    const why = device.unusable();
    if (why) {
      door.value = { at: 'unusable', why };
      return;
    }
    const known = await device.readMunicipality();
    if (known) follow(known);
    parts.everyMinute(() => {
      minute.value = parts.clock();
      void parts.signOut.settle();
    });
    await arrive();
  }

  /** Whoever stands at the door: those with a vault here can open it before the network has said anything. */
  async function arrive(): Promise<void> {
    const vaults = await device.vaults();
    door.value = doorOf(vaults) ?? { at: 'starting' };
    const session = await seeSession();
    await meet(session, vaults);
  }

  /** Someone who has signed in here and holds no vault on this tablet yet chooses a passphrase; others unlock. */
  async function meet(session: SessionSeen | null, vaults: { id: Id }[]): Promise<void> {
    if (door.value.at !== 'starting' && door.value.at !== 'locked') return;
    const person = session?.person;
    if (person && !(await device.holdsVaultOf(person.id))) {
      door.value = { at: 'choosePassphrase', person, failure: null };
      return;
    }
    if (vaults.length === 0) door.value = { at: 'signIn', failure: session ? null : 'offline' };
  }

  function open(vault: OpenVault, connect: (statusChanged: () => void) => void): void {
    const names = { name: vault.tenantName, place: tenant.value?.place ?? '' };
    const { model, statusChanged, finish } = createModel({ ...vault, tenant: names, today, now, newId: parts.newId });
    opened = { vault, finish };
    connect(statusChanged);
    door.value = { at: 'open', model };
  }

  /** A tab that is older than the database can do nothing right any more; what else fails is tried again at the next round. */
  function storeFailed({ kind }: StoreFailure): void {
    if (kind === 'newerFormat') door.value = { at: 'mustReload' };
  }

  /** Opens the vault that the work gives. Whatever else happens, the person stands where they stood and can try again. */
  async function tried<Refusal extends string>(
    before: Door,
    work: (running: Running) => Promise<OpenVault | Refusal>,
  ): Promise<Refusal | null> {
    let changed = () => {};
    try {
      const result = await work({ now, statusChanged: () => changed(), storeFailed });
      if (typeof result === 'string') return result;
      open(result, (statusChanged) => {
        changed = statusChanged;
      });
      return null;
    } catch (error) {
      door.value = 'failure' in before ? ({ ...before, failure: 'failed' } as Door) : before;
      throw error;
    }
  }

  /** Leaves the app only for a server that answers; otherwise the browser's own error page would take its place. */
  async function signIn(path: string): Promise<void> {
    const session = await seeSession();
    const { value } = door;
    if (session) parts.goTo(parts.signInAddress(path));
    else if (value.at === 'signIn' || value.at === 'locked') door.value = { ...value, failure: 'offline' };
  }

  async function choosePassphrase(passphrase: string): Promise<void> {
    const before = door.value;
    if (before.at !== 'choosePassphrase') return;
    door.value = { at: 'working', what: 'making', done: null };
    const made = await tried(before, (running) => device.make(before.person.id, passphrase, running));
    if (made === 'offline' || made === 'failed') door.value = { ...before, failure: made };
    if (made === 'notTheirs') await arrive();
  }

  async function unlock(vault: Id, passphrase: string): Promise<void> {
    if (door.value.at !== 'locked') return;
    const before = { ...door.value, chosen: vault };
    door.value = { at: 'working', what: 'unlocking', done: null };
    const result = await tried(before, (running) => device.unlock(vault, passphrase, running));
    if (result === 'newerFormat') door.value = { at: 'mustReload' };
    else if (result === 'wrongPassphrase' || result === 'failed') door.value = { ...before, failure: result };
  }

  async function otherPerson(): Promise<void> {
    const isChoosing = door.value.at === 'choosePassphrase';
    if (isChoosing) door.value = { at: 'starting' };
    await parts.signOut.leave();
    await (isChoosing ? arrive() : signIn(parts.place()));
  }

  async function lock(): Promise<void> {
    await opened?.finish();
    opened?.vault.engine.close();
    const chosen = opened?.vault.engine.tab.ports.vault;
    opened = null;
    door.value = doorOf(await device.vaults(), chosen) ?? { at: 'signIn', failure: null };
  }

  return {
    door,
    demo,
    tenant,
    update: parts.update,
    trouble: parts.trouble,
    reload: parts.reload,
    signOutOwed: parts.signOut.owed,
    start,
    signIn: (path) => void signIn(path),
    choosePassphrase,
    unlock,
    otherPerson: () => void otherPerson(),
    lock: () => void lock(),
    async signOut() {
      await lock();
      await parts.signOut.leave();
    },
    applyUpdate: parts.applyUpdate,
  };
}
