import { mayCreateCase, mayWrite } from '../../domain/access.ts';
import { checkChange } from '../../domain/check.ts';
import type { Change, Id, Rec } from '../../domain/record.ts';
import { isAppendOnly } from '../../domain/records/types.ts';
import type { Payload } from '../../protocol/envelope.ts';
import type { ChangeAnswer, Outcome, QuarantineReason } from '../../protocol/send.ts';
import type { Failure } from '../../protocol/session.ts';
import { merge } from '../merge.ts';
import type { Loaded, LogEntry, Opened, Writes } from '../server-ports.ts';

export interface Decided {
  writes: Writes;
  answers: ChangeAnswer[];
}

/** What becomes of one change, before it has a number. */
interface Verdict {
  outcome: Outcome;
  /** The seq of an earlier copy, for a duplicate. */
  seq?: number;
  reason?: QuarantineReason;
  record?: Rec;
  grant?: Id;
}

/**
 * What a batch of opened envelopes comes to: each change alone, in counter order, numbered consecutively.
 * Pure. Stops before a gap in the vault's count; a counter that stands with another hash is a fork and refuses the batch.
 */
export function decide(loaded: Loaded, batch: Opened[], now: number): Decided | { failure: Failure } {
  const desk = new Desk(loaded, now);
  for (const opened of batch) {
    const taken = desk.take(opened);
    if (taken === 'gap') break;
    if (taken !== 'taken') return { failure: taken };
  }
  return { writes: desk.writes, answers: desk.answers };
}

/** The state that one change of a batch leaves to the next. */
class Desk {
  readonly writes: Writes;
  readonly answers: ChangeAnswer[] = [];
  private readonly loaded: Loaded;
  private readonly now: number;

  constructor(loaded: Loaded, now: number) {
    this.loaded = {
      ...loaded,
      known: new Map(loaded.known),
      records: new Map(loaded.records),
      files: new Map(loaded.files),
    };
    this.now = now;
    const { id, counter, chain } = loaded.vault;
    this.writes = { seq: loaded.seq, vault: { id, counter, chain }, log: [], records: [], quarantine: [], grants: [] };
  }

  take(opened: Opened): 'taken' | 'gap' | 'fork' {
    const { header } = opened.envelope;
    const { vault } = this.writes;
    if (header.counter <= vault.counter) return this.answerAgain(opened);
    if (header.counter > vault.counter + 1) return 'gap';
    if (header.previous !== vault.chain) return 'fork';
    this.record(opened, judge(this.loaded, opened.content));
    return 'taken';
  }

  private answerAgain({ envelope, headerHash }: Opened): 'taken' | 'fork' {
    const { counter } = envelope.header;
    const held = this.loaded.heldHeaders.get(counter);
    if (held && held.headerHash !== headerHash) return 'fork';
    this.answers.push({ counter, outcome: 'duplicate', seq: held?.seq ?? 0 });
    return 'taken';
  }

  private record(opened: Opened, verdict: Verdict): void {
    const { header } = opened.envelope;
    const seq = this.writes.seq + 1;
    this.writes.seq = seq;
    this.writes.vault = { id: header.vault, counter: header.counter, chain: opened.headerHash };
    this.writes.log.push(this.logEntry(opened, verdict, seq));
    if (verdict.reason) this.quarantine(opened, verdict.reason, seq);
    if (verdict.grant) this.grant(verdict.grant, seq);
    if (verdict.record) this.put({ ...verdict.record, seq });
    const change = changeOf(opened.content);
    if (change && verdict.outcome !== 'duplicate') this.loaded.known.set(change.id, { seq, outcome: verdict.outcome });
    this.answers.push({
      counter: header.counter,
      outcome: verdict.outcome,
      seq: verdict.seq ?? seq,
      reason: verdict.reason,
    });
  }

  private logEntry({ envelope, headerHash, salted, content }: Opened, verdict: Verdict, seq: number): LogEntry {
    const { header, signature } = envelope;
    return {
      seq,
      change: verdict.outcome === 'duplicate' ? null : (changeOf(content)?.id ?? null),
      vault: header.vault,
      counter: header.counter,
      author: this.loaded.vault.person,
      header,
      headerHash,
      signature,
      salted,
      claimedAt: 'reason' in content ? null : content.claimedAt,
      receivedAt: this.now,
      outcome: verdict.outcome,
    };
  }

  private quarantine({ envelope, salted, content }: Opened, reason: QuarantineReason, seq: number): void {
    const { vault, counter } = envelope.header;
    const change = changeOf(content);
    const author = this.loaded.vault.person;
    const receivedAt = this.now;
    this.writes.quarantine.push({
      seq,
      vault,
      counter,
      author,
      reason,
      change,
      receivedAt,
      envelope: salted ? null : envelope,
    });
  }

  private grant(file: Id, seq: number): void {
    this.loaded.files.set(file, { granted: true });
    this.writes.grants.push({ file, person: this.loaded.vault.person, seq });
  }

  private put(record: Rec): void {
    this.loaded.records.set(record.id, record);
    const earlier = this.writes.records.findIndex((one) => one.id === record.id);
    if (earlier >= 0) this.writes.records[earlier] = record;
    else this.writes.records.push(record);
  }
}

function changeOf(content: Opened['content']): Change | null {
  return 'reason' in content ? null : content.change;
}

function judge(loaded: Loaded, content: Opened['content']): Verdict {
  if ('reason' in content) return quarantined(content.reason);
  if (loaded.vault.revoked) return quarantined('vaultRevoked');
  const known = loaded.known.get(content.change.id);
  if (known) return { outcome: 'duplicate', seq: known.seq };
  const flaw = checkChange(content.change) ?? notAllowed(loaded, content.change) ?? misplaced(loaded, content.change);
  return flaw ? quarantined(flaw) : merged(loaded, content);
}

function quarantined(reason: QuarantineReason): Verdict {
  return { outcome: 'quarantined', reason };
}

function makesCase(loaded: Loaded, change: Change): boolean {
  return change.creates && change.record.type === 'person' && !loaded.files.has(change.record.file);
}

/** Rights are those of the vault's person, whoever carries the envelope (rule 8). */
function notAllowed(loaded: Loaded, change: Change): QuarantineReason | null {
  if (!mayWrite(loaded.role, change.record.compartment)) return 'notAllowed';
  if (makesCase(loaded, change)) return mayCreateCase(loaded.role) ? null : 'notAllowed';
  const file = loaded.files.get(change.record.file);
  if (!file) return 'recordUnknown';
  return file.granted ? null : 'notAllowed';
}

function misplaced(loaded: Loaded, { record, creates }: Change): QuarantineReason | null {
  const held = loaded.records.get(record.id);
  if (!held) return creates ? null : 'recordUnknown';
  const isSame = held.file === record.file && held.compartment === record.compartment && held.type === record.type;
  const isRewritten = creates && isAppendOnly(record.type);
  return isSame && !isRewritten ? null : 'mismatch';
}

function merged(loaded: Loaded, { change, claimedAt }: Payload): Verdict {
  const grant = makesCase(loaded, change) ? change.record.file : undefined;
  const held = loaded.records.get(change.record.id);
  const { record, outcome } = merge(held, { change, by: loaded.vault.person, at: claimedAt });
  return outcome === 'history' ? { outcome, grant } : { outcome, grant, record };
}
