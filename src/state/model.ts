import type { ReadonlySignal } from '@preact/signals';
import type { Compartment, Id, Rec, Value } from '../domain/record.ts';
import type { Role } from '../domain/roles.ts';
import type { Quarantined, StaffMember } from '../protocol/pull.ts';

/** A record as its author sees it: confirmed, with own pending changes merged on top. */
export interface ViewRecord extends Rec {
  /** Fields whose latest value is saved on this device and not yet known to be received. */
  unsent: ReadonlySet<string>;
}

/** One person's case as it stands on this device. Same object as long as nothing in it has changed. */
export interface CaseFile {
  id: Id;
  records: ReadonlyMap<Id, ViewRecord>;
}

/** The two facts the pill always shows, and what stops them. */
export interface SyncStatus {
  /** Changes saved on this device that the municipality has not answered for. */
  waiting: number;
  /** Claimed time of the oldest of them; null when none. */
  oldestWaiting: number | null;
  sending: boolean;
  pulling: boolean;
  /** What the browser last said of the network. */
  online: boolean;
  /** Why the latest attempt did not succeed; null when it did. */
  sendProblem: 'offline' | 'unreachable' | 'refused' | null;
  pullProblem: 'offline' | 'unreachable' | 'signedOut' | 'otherPerson' | 'refused' | null;
  /** When what is shown was last fetched whole; null before the first time. */
  freshAt: number | null;
  /** Own changes the municipality keeps outside the plan. */
  quarantined: readonly Quarantined[];
}

/** One thing to write. `record.id` comes from `newId()` when the form opens, so that its draft has it too. */
export interface RecordEdit {
  record: { id: Id; file: Id; compartment: Compartment; type: string };
  creates: boolean;
  fields: Record<string, Value>;
  /** Waiting values (by change id) this edit puts aside, per field. */
  settles?: Record<string, Id[]>;
  /**
   * Names (`Field.names`) of the value the screen showed when typing in the field began: a value that has arrived
   * under the caret since then was not seen. Fields without an entry were seen as they stand now.
   */
  shown?: Record<string, Id[]>;
}

/** Why nothing was written. The text stays with the caller. */
export type EditFailure = 'full' | 'failed' | 'locked' | 'newerFormat' | 'notText' | 'invalid';

export interface Draft {
  /** Form and subject, such as `goal:<record id>`. */
  id: string;
  file: Id;
  text: Record<string, Value>;
  /** Per field, the names of the value it was typed over: as `RecordEdit.shown`. */
  shown?: Record<string, Id[]>;
  savedAt: number;
}

/** All that an unlocked app may see and do. Made at unlock, dropped at lock. */
export interface Model {
  me: { id: Id; name: string; role: Role };
  tenant: { name: string; place: string };
  files: ReadonlySignal<ReadonlyMap<Id, CaseFile>>;
  staff: ReadonlySignal<ReadonlyMap<Id, StaffMember>>;
  sync: ReadonlySignal<SyncStatus>;
  /** ISO date in Europe/Oslo: the server's day in demo, otherwise this device's. */
  today: ReadonlySignal<string>;
  now(): number;
  newId(): Id;
  /** One action, one strict transaction. Resolves after its `complete`: only then may a screen say it is on the device. Deletes the drafts named. */
  edit(edits: RecordEdit[], drafts?: string[]): Promise<{ saved: true } | { saved: false; failure: EditFailure }>;
  /** Keeps what is being typed, encrypted and on this device only. */
  saveDraft(draft: Draft): Promise<void>;
  dropDraft(id: string): Promise<void>;
  drafts(): Promise<Draft[]>;
  /** Work to finish before the vault is locked: what is being typed becomes a draft first. */
  beforeLock(work: () => Promise<unknown>): void;
  syncNow(): void;
}

/** What stands between the person and the list. */
export type Door =
  | { at: 'starting' }
  /** No vault on this tablet for anyone; signing in needs network. `failure` after a try that did not succeed. */
  | { at: 'signIn'; failure: 'offline' | 'failed' | null }
  /** Signed in here for the first time: a passphrase is chosen and the vault registered. */
  | { at: 'choosePassphrase'; person: { id: Id; name: string; role: Role }; failure: 'offline' | 'failed' | null }
  /**
   * The tablet holds vaults; each has a name to be called by. `waiting` counts envelopes not yet answered. `chosen` is
   * the vault last tried or locked, which stands ready to be opened.
   */
  | {
      at: 'locked';
      vaults: { id: Id; calledAs: string; waiting: number }[];
      chosen: Id;
      failure: 'wrongPassphrase' | 'failed' | 'offline' | null;
    }
  | { at: 'working'; what: 'unlocking' | 'making' | 'fetching'; done: number | null }
  | { at: 'open'; model: Model }
  /** A tab with an older app than the database: refuses to write and says reload. */
  | { at: 'mustReload' }
  /** The browser gives no storage or no encryption here (private window, plain http on another host). */
  | { at: 'unusable'; why: 'storage' | 'encryption' };

/** What main hands to the screens. */
export interface App {
  door: ReadonlySignal<Door>;
  demo: ReadonlySignal<{ today: string } | null>;
  tenant: ReadonlySignal<{ name: string; place: string } | null>;
  update: ReadonlySignal<'none' | 'ready'>;
  /** True once an error nobody expected has reached the one handler. */
  trouble: ReadonlySignal<boolean>;
  reload(): void;
  /** True while someone has signed out here and the server has not heard of it yet. */
  signOutOwed: ReadonlySignal<boolean>;
  /** Leaves for the identity provider and comes back to `path`; stays, and the door says so, without contact. */
  signIn(path: string): void;
  choosePassphrase(passphrase: string): Promise<void>;
  unlock(vault: Id, passphrase: string): Promise<void>;
  /** Someone else on this tablet: ends the server's session and goes to sign-in, or back from a passphrase to be chosen. */
  otherPerson(): void;
  lock(): void;
  /** Locks, and ends the server's session now or at the next contact. Nothing saved is lost. */
  signOut(): Promise<void>;
  applyUpdate(): void;
}
