import type { Id, Rec } from '../domain/record.ts';
import type { Role } from '../domain/roles.ts';
import type { Envelope, Header, Payload } from '../protocol/envelope.ts';
import type { MunicipalityKey, Quarantined, StaffMember } from '../protocol/pull.ts';
import type { Outcome } from '../protocol/send.ts';
import type { Answer } from './steps.ts';

/** One envelope after the municipality's key has been tried on it. */
export interface Opened {
  envelope: Envelope;
  /** Hash of its header: what the next envelope calls `previous`. */
  headerHash: string;
  /** What the ciphertext held, byte for byte and as text; null where it could not be opened or its hash was another. */
  salted: { salt: string; payload: string } | null;
  /** The parsed payload, or why there is none. */
  content: Payload | { reason: 'unreadable' | 'malformed' | 'notText' | 'refused' };
}

export interface VaultRow {
  id: Id;
  person: Id;
  /** P-256 verification key, raw, base64url. */
  signingKey: string;
  /** Received counter and the header hash at it. */
  counter: number;
  chain: string;
  revoked: boolean;
}

/** Verifies and opens. Stateless but for keys; the same WebCrypto code in the app's tests and on the server. */
export interface Opener {
  /** True where the last envelope's signature is the vault's and every header names the hash of the one before it. */
  verify(vault: VaultRow, envelopes: Envelope[]): Answer<boolean>;
  /** Opens each by itself; one that cannot be opened or parsed never stops the others. */
  open(envelopes: Envelope[]): Answer<Opened[]>;
}

/** One line of the log, before its place in the chain is known. */
export interface LogEntry {
  seq: number;
  change: Id | null;
  vault: Id;
  counter: number;
  author: Id;
  header: Header;
  headerHash: string;
  signature: string;
  salted: { salt: string; payload: string } | null;
  claimedAt: number | null;
  receivedAt: number;
  outcome: Outcome;
}

export interface QuarantineEntry extends Quarantined {
  author: Id;
  /** Kept where it could not be opened: a payload that could lies in the log. */
  envelope: Envelope | null;
}

/** What deciding on a batch needs, read under the tenant's lock. */
export interface Loaded {
  seq: number;
  epoch: number;
  vault: VaultRow;
  role: Role;
  /** Changes of this batch that the log already holds. */
  known: Map<Id, { seq: number; outcome: Outcome }>;
  /** Header hashes of this vault's counters of this batch that the log already holds. */
  heldHeaders: Map<number, { headerHash: string; seq: number; outcome: Outcome }>;
  records: Map<Id, Rec>;
  /** Files of this batch that exist, and whether the author is granted each. */
  files: Map<Id, { granted: boolean }>;
}

/** All that one batch adds, written in one transaction. Records carry their new seq. */
export interface Writes {
  seq: number;
  vault: { id: Id; counter: number; chain: string };
  log: LogEntry[];
  records: Rec[];
  quarantine: QuarantineEntry[];
  grants: { file: Id; person: Id; seq: number }[];
}

export interface LoadKeys {
  vault: Id;
  counters: number[];
  changes: Id[];
  records: Id[];
  files: Id[];
}

/** The database will not hold a value, now or ever; every other failure passes and is tried again. */
export class ValueRefused extends Error {}

/** One transaction on one tenant. */
export interface Transaction {
  /** Locks the tenant's head row first, so that commit order is seq order. Null: no such vault. */
  load(keys: LoadKeys): Answer<Loaded | null>;
  /** Chains the log entries to the tenant's chain and writes all. Throws ValueRefused where the database will not hold a value. */
  write(writes: Writes): Answer<void>;
  commit(): Answer<void>;
  rollback(): Answer<void>;
}

export interface ServerLog {
  vault(id: Id): Answer<VaultRow | null>;
  begin(): Answer<Transaction>;
  /** After commit, outside the transaction: tells every server process that there is something to pull. */
  announce(seq: number): Answer<void>;
}

/** Where a reader has come in the feed: of the rows placed at `seq` those up to record `after`, or all of them where it is null. */
export interface Place {
  seq: number;
  after: Id | null;
}

/** One page of what a person may read, in one snapshot: their files and the compartments of their role, nothing else selected. */
export interface FeedQuery {
  person: Id;
  vault: Id;
  place: Place;
  most: number;
}
export interface FeedPage {
  epoch: number;
  /** Ordered by the later of the record's seq and the seq of the grant that opened its file. */
  records: Rec[];
  quarantined: Quarantined[];
  /** Place after the last row; the snapshot's head where there is no more. */
  next: Place;
  atHead: boolean;
  scopeVersion: number;
  received: number;
  forget: number;
}
export interface ServerFeed {
  page(query: FeedQuery): Answer<FeedPage>;
  staff(): Answer<{ version: string; members: StaffMember[] }>;
  municipalityKey(): Answer<MunicipalityKey>;
}

export interface ServerPorts {
  log: ServerLog;
  feed: ServerFeed;
  opener: Opener;
  /** The server's clock, milliseconds. */
  now(): number;
  /** Most records in one page of a pull. */
  pageSize: number;
}
