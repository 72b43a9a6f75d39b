import type { Id, Rec, Value } from '../../src/domain/record.ts';
import { sameValue } from '../../src/domain/well-formed.ts';
import { parsePayload } from '../../src/sealing/parse-payload.ts';
import { merge } from '../../src/sync/merge.ts';
import type { InTransaction } from '../database/scope.ts';
import type { Finding } from './audit.ts';
import type { LogLine } from './read-log.ts';

/** Outcomes of changes that were merged when they came. */
const MERGED = ['applied', 'same', 'history', 'waiting'];

/** Builds the records from the log by the same merge that built them, to lay beside those in the table. */
export class Replay {
  private readonly records = new Map<Id, Rec>();

  /** Why this line could not have come to what it says, or null. A shredded payload is passed over. */
  take({ seq, change: id, author, salted, outcome }: LogLine): string | null {
    if (!MERGED.includes(outcome) || !salted) return null;
    const payload = parsePayload(salted.payload);
    if ('reason' in payload) return 'its content can no longer be read';
    const { change, claimedAt: at } = payload;
    if (change.id !== id) return 'it does not hold the change it is named for';
    const merged = merge(this.records.get(change.record.id), { change, by: author, at });
    if (merged.outcome !== outcome) return `it came to “${merged.outcome}”, not “${outcome}”`;
    if (outcome !== 'history') this.records.set(change.record.id, { ...merged.record, seq });
    return null;
  }

  /** The first record, by its number, that is not what the log makes it. */
  async compare(trx: InTransaction, tenant: string): Promise<Finding | null> {
    const rows = await trx
      .selectFrom('record')
      .select(['id', 'file', 'compartment', 'type', 'fields', 'seq'])
      .where('tenant', '=', tenant)
      .orderBy('seq')
      .execute();
    const missing = new Map(this.records);
    for (const row of rows) {
      const expected = missing.get(row.id);
      missing.delete(row.id);
      if (!expected) return { seq: row.seq, what: `the log knows nothing of record ${row.id}` };
      const differs = difference(expected, row);
      if (differs) return { seq: expected.seq, what: `${differs} of record ${row.id} is not what the log makes it` };
    }
    const [gone] = missing.values();
    return gone ? { seq: gone.seq, what: `record ${gone.id} is gone` } : null;
  }
}

/** The name of what differs, never what it holds. */
function difference(expected: Rec, found: Rec): string | null {
  for (const part of ['seq', 'file', 'compartment', 'type'] as const) if (expected[part] !== found[part]) return part;
  const names = new Set([...Object.keys(expected.fields), ...Object.keys(found.fields)]);
  for (const name of names) {
    const pair = [expected.fields[name], found.fields[name]] as unknown as [Value | undefined, Value | undefined];
    if (!sameValue(...pair)) return `field ${name}`;
  }
  return null;
}
