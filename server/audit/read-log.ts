import type { InTransaction } from '../database/scope.ts';
import type { Chained } from '../log/log-chain.ts';

/** One line as it stands in the database. */
export interface LogLine extends Chained {
  salted: { salt: string; payload: string } | null;
  chain: string;
}

const AT_A_TIME = 1_000;

/** All lines of a tenant in order, a thousand at a time. */
export async function* readLog(trx: InTransaction, tenant: string): AsyncGenerator<LogLine> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await trx
      .selectFrom('change_log')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(AT_A_TIME)
      .execute();
    for (const row of rows) {
      const { seq, change, vault, counter, author, signature, salt, payload, outcome, chain } = row;
      yield {
        seq,
        change,
        vault,
        counter,
        author,
        header: { vault, counter, previous: row.previous, payloadHash: row.payload_hash },
        headerHash: row.header_hash,
        signature,
        salted: salt !== null && payload !== null ? { salt, payload: payload.toString('utf8') } : null,
        claimedAt: row.claimed_at,
        receivedAt: row.received_at,
        outcome,
        chain,
      };
      after = seq;
    }
    if (rows.length < AT_A_TIME) return;
  }
}
