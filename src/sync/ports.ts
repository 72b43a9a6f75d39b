import type { Id, Rec } from '../domain/record.ts';
import type { Envelope, Payload } from '../protocol/envelope.ts';
import type { PullAnswer, PullRequest, Quarantined } from '../protocol/pull.ts';
import type { Outcome, SendAnswer, SendRequest } from '../protocol/send.ts';
import type { Append, Batch, ContactFailure, Head, News, Pending, Staff } from './state.ts';
import type { Answer } from './steps.ts';

/** Everything a tab needs at unlock, decrypted. */
export interface Contents {
  head: Head;
  pending: Pending[];
  records: Rec[];
  quarantined: Quarantined[];
  staff: Staff | null;
}

/** An append whose new changes have been sealed, so that nothing but the store is awaited inside its transaction. */
export interface SealedAppend extends Append {
  envelopes: { counter: number; envelope: Envelope; payload: Payload }[];
}

/** What the device cannot do, as a value; anything else thrown is a bug. */
export class StoreFailure extends Error {
  constructor(readonly kind: 'full' | 'aborted' | 'closed' | 'newerFormat' | 'missing') {
    super(kind);
  }
}

/** The device database of one vault. Implementations encrypt before the transaction and pass the contract suite. */
export interface DeviceStore {
  /** All that is visible: base and deltas with the higher seq standing, never rows of an unfinished pull. */
  read(): Answer<Contents>;
  /** Rows other writers put after `version`, plus outcomes set since, whatever the version. */
  since(version: number): Answer<News>;
  /**
   * One transaction: writes everything and the new head, if head is still at `expected` and every page of `batch` is there.
   * 'stale' writes nothing: another writer was first. 'dropped' writes nothing: pages of the batch are gone. Throws StoreFailure.
   */
  append(append: SealedAppend): Answer<'appended' | 'stale' | 'dropped'>;
  /** Stores one page of an unfinished pull, unseen; `batch.pages` pages were stored before it. */
  storePage(batch: Batch, page: PullAnswer): Answer<void>;
  /** Deletes pages of unfinished pulls. Only for the holder of the pull's lock. */
  sweep(): Answer<void>;
  /** Sets outcomes on outbox rows, in clear and without `head`; rows that are gone are passed over. */
  markAnswered(answers: { counter: number; outcome: Outcome }[]): Answer<void>;
  /** Sealed envelopes from `counter` on, in counter order, at most `most`. Needs no key. */
  envelopes(counter: number, most: number): Answer<Envelope[]>;
}

/** Seals payloads to the municipality, each chained to the one before. Returns the header hash of the last as `chain`. */
export interface Sealer {
  seal(
    chain: string,
    payloads: { counter: number; payload: Payload }[],
  ): Answer<{ envelopes: SealedAppend['envelopes']; chain: string }>;
}

/** The municipality's server. Failures are values; a malformed or cut answer is `unreachable`. */
export interface Transport {
  send(request: SendRequest): Answer<SendAnswer | { failure: ContactFailure; received?: number }>;
  pull(request: PullRequest): Answer<PullAnswer | { failure: ContactFailure }>;
}

export interface ClientPorts {
  vault: Id;
  store: DeviceStore;
  sealer: Sealer;
  transport: Transport;
  now(): number;
  newId(): Id;
}
