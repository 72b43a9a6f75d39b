import type { Id } from '../../../src/domain/record.ts';
import { chainAfter, type MapDatabase } from '../map-database.ts';
import { headerMark } from '../marker-sealing.ts';
import { must } from './violation.ts';

/** The log is whole: numbered and chained without a gap, each vault's envelopes too, each change in it once. */
export function mustBeWhole(database: MapDatabase, personOf: Map<Id, Id>): void {
  const seqs = [...database.log.map((entry) => entry.seq), ...database.granted];
  must('every seq is used once', new Set(seqs).size === seqs.length, () => seqs.join());
  must('seqs are consecutive', seqs.length === database.seq, () => `${seqs.length} of ${database.seq}`);
  mustBeChained(database);
  mustHoldEachVaultsChain(database, personOf);
  const changes = database.log.map((entry) => entry.change).filter((id) => id !== null);
  const twice = changes.filter((id, place) => changes.indexOf(id) !== place);
  must('no change is in the log twice', twice.length === 0, () => twice.join());
}

function mustBeChained(database: MapDatabase): void {
  let chain = '';
  let seq = 0;
  for (const entry of database.log) {
    must('seqs follow commit order', entry.seq > seq, () => `${entry.seq} after ${seq}`);
    seq = entry.seq;
    chain = chainAfter(chain, entry);
    must('the log chain holds', entry.chain === chain, () => `at seq ${entry.seq}`);
  }
  must('the log chain ends at its head', chain === database.chain, () => chain);
}

function mustHoldEachVaultsChain({ log, vaults }: MapDatabase, personOf: Map<Id, Id>): void {
  const latest = new Map<Id, { counter: number; chain: string }>();
  for (const { vault, counter, header, headerHash, author, seq } of log) {
    const before = latest.get(vault) ?? { counter: 0, chain: '' };
    must(
      'counters are consecutive',
      counter === before.counter + 1,
      () => `${counter} after ${before.counter}, seq ${seq}`,
    );
    must(
      "a vault's chain holds",
      header.previous === before.chain && headerHash === headerMark(header),
      () => `seq ${seq}`,
    );
    must('the author is the person of the vault', author === personOf.get(vault), () => `seq ${seq}`);
    latest.set(vault, { counter, chain: headerHash });
  }
  for (const { id, counter, chain } of vaults.values()) {
    const end = latest.get(id) ?? { counter: 0, chain: '' };
    must("a vault's row is the end of its chain", end.counter === counter && end.chain === chain, () => id);
  }
}
