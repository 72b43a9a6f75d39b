import type { Change, Id, Rec } from '../domain/record.ts';
import type { Payload } from '../protocol/envelope.ts';
import type { PullAnswer, Quarantined, StaffMember } from '../protocol/pull.ts';
import type { Outcome, SendAnswer } from '../protocol/send.ts';

/** The one row in clear: how far this vault has come. Every append names the version it was decided on. */
export interface Head {
  version: number;
  /** As the server gave it; null before the first pull has reached the head. */
  cursor: string | null;
  scopeVersion: number;
  epoch: number;
  /** The vault's own consecutive count, and the header hash of the latest envelope ('' before the first). */
  counter: number;
  chain: string;
  /** Highest own counter the server has stated, in a page at the head, that it has received. */
  received: number;
  /** Pulls of several pages whose rows may be read. */
  batches: string[];
  /** When the last pull reached the head, by this device's clock; shown to people. */
  freshAt: number | null;
}

export const EMPTY_HEAD: Head = {
  version: 0,
  cursor: null,
  scopeVersion: 0,
  epoch: 0,
  counter: 0,
  chain: '',
  received: 0,
  batches: [],
  freshAt: null,
};

/** A change saved on the device that no page at the head has yet stated as received. */
export interface Pending {
  counter: number;
  change: Change;
  claimedAt: number;
  /** Null until a well-formed answer has named it; then it is no longer sent. */
  outcome: Outcome | null;
}

/** Rows of one pull that are stored but not shown until its last page is there. */
export interface Batch {
  id: string;
  /** How many pages are stored under it. */
  pages: number;
}

export type ContactFailure = 'offline' | 'unreachable' | 'signedOut' | 'notYourVault' | 'unknownVault' | 'refused';

/** What the engine of one tab remembers. Records live in the view: what to do next never depends on them. */
export interface SyncState {
  head: Head;
  pending: Pending[];
  sending: boolean;
  pulling: boolean;
  /** Where sending starts again because the server lacks a counter answered before; null where it goes on from the first unanswered. */
  resendFrom: number | null;
  /** Failures in a row since the last success, and what the latest of each kind was. */
  failures: number;
  sendFailure: ContactFailure | null;
  pullFailure: ContactFailure | null;
}

export type SyncEvent =
  | { type: 'edited'; changes: Change[]; at: number; drafts: string[] }
  | { type: 'timeToSend' }
  | { type: 'sendAnswered'; answer: SendAnswer }
  | { type: 'sendFailed'; failure: ContactFailure }
  | { type: 'timeToPull' }
  /** `page` reaches the head and was asked for in a pull that began at cursor `from`; `earlier` pages of it are stored under `batch`. */
  | {
      type: 'pulled';
      vault: Id;
      page: PullAnswer;
      from: string | null;
      batch: Batch | null;
      earlier: PullAnswer[];
      at: number;
    }
  | { type: 'pullFailed'; failure: ContactFailure }
  | { type: 'othersWrote'; news: News };

/** What one tab learns of the rows other tabs, or the service worker, have written. */
export interface News {
  head: Head;
  /** Outbox rows the reader has not seen, or whose outcome is new. */
  pending: Pending[];
  records: Rec[];
  quarantined: Quarantined[];
  staff: Staff | null;
}

export interface Staff {
  version: string;
  members: StaffMember[];
}

/** What to put in one transaction, if `head` is still at `expected`. */
export interface Append {
  expected: number;
  head: Head;
  /** New changes, in counter order, with the counter each gets. */
  outbox: { counter: number; payload: Payload }[];
  /** Confirmed records as received, written as one delta per file and compartment. */
  records: Rec[];
  quarantined: Quarantined[];
  staff: Staff | null;
  /** The pull whose stored pages become visible; its rows must all be there. */
  batch: Batch | null;
  /** Outbox rows up to this counter may go. */
  forget: number;
  /** Drafts that this append turned into changes. */
  drafts: string[];
  /** `strict` where the rows exist nowhere else. */
  durability: 'strict' | 'relaxed';
}

export type SyncEffect =
  | { type: 'append'; append: Append }
  | { type: 'answered'; answers: { counter: number; outcome: Outcome }[] }
  | { type: 'send'; from: number }
  | { type: 'pull' };

/** What a tab knows before it has met anyone. */
export function freshState(head: Head, pending: Pending[]): SyncState {
  return {
    head,
    pending: pending.filter((one) => one.counter > head.received),
    sending: false,
    pulling: false,
    resendFrom: null,
    failures: 0,
    sendFailure: null,
    pullFailure: null,
  };
}

/** Where sending begins, or null when every saved change has been answered. */
export function firstToSend(state: SyncState): number | null {
  return state.resendFrom ?? state.pending.find((one) => one.outcome === null)?.counter ?? null;
}
