import type { Compartment, Id, Rec } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { StaffMember } from '../../src/protocol/pull.ts';
import type {
  Loaded,
  LogEntry,
  QuarantineEntry,
  ServerFeed,
  ServerLog,
  VaultRow,
  Writes,
} from '../../src/sync/server-ports.ts';
import type { Answer } from '../../src/sync/steps.ts';

/** One municipality behind the server's ports, empty, and what administration does to it. */
export interface ServerWorld {
  log: ServerLog;
  feed: ServerFeed;
  addPerson(member: StaffMember): Answer<void>;
  addVault(vault: VaultRow): Answer<void>;
  /** Access to a file: takes the next seq. */
  grant(file: Id, person: Id): Answer<void>;
  /** A text that this database takes in no field. */
  refused: string;
  close?(): Answer<void>;
}

export type MakeServerWorld = () => Answer<ServerWorld>;

/** The same readable ids in every run. */
export function id(number: number): Id {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const NOW = 1_794_800_000_000;

export function person(number: number, role: Role = 'adviser'): StaffMember {
  return { id: id(number), name: `Ansatt ${number}`, role };
}

export function vaultOf(number: number, person: Id): VaultRow {
  return { id: id(number), person, signingKey: 'BA', counter: 0, chain: '', revoked: false };
}

/** A record with one text, last set by a change of its own. */
export function record(number: number, file: Id, text: string, compartment: Compartment = 'language'): Rec {
  const field = { value: text, by: id(1), at: NOW, names: [id(number + 500_000)], ahead: [], waiting: [] };
  return { id: id(number), file, compartment, type: 'goal', fields: { text: field }, seq: 0 };
}

export interface Batch {
  records?: Rec[];
  /** Change ids, one log entry each; as many as records where nothing is said. */
  changes?: Id[];
  quarantine?: number;
  grants?: { file: Id; person: Id }[];
}

let lastChange = 900_000;

/** What a batch of one vault writes after `loaded`, as the engine would: consecutive seqs and counters. */
export function writesAfter(loaded: Loaded, batch: Batch): Writes {
  const { id: vault, person: author, counter, chain } = loaded.vault;
  const records = batch.records ?? [];
  const changes = batch.changes ?? records.map(() => id(++lastChange));
  const log = changes.map((change, index) => entry(loaded, change, index));
  const quarantine = Array.from({ length: batch.quarantine ?? 0 }, (_, index) => {
    const made = { ...entry(loaded, id(++lastChange), log.length + index), outcome: 'quarantined' as const };
    return { made, kept: kept(made) };
  });
  const all = [...log, ...quarantine.map(({ made }) => made)];
  const seq = loaded.seq + all.length;
  return {
    seq,
    vault: { id: vault, counter: counter + all.length, chain: all.at(-1)?.headerHash ?? chain },
    log: all,
    records: records.map((one, index) => ({ ...one, seq: loaded.seq + 1 + Math.min(index, all.length - 1) })),
    quarantine: quarantine.map((one) => one.kept),
    grants: (batch.grants ?? []).map((grant) => ({ ...grant, seq: grant.person === author ? loaded.seq + 1 : seq })),
  };
}

function entry({ seq, vault }: Loaded, change: Id, index: number): LogEntry {
  const counter = vault.counter + 1 + index;
  const previous = index === 0 ? vault.chain : `hash-${vault.id}-${counter - 1}`;
  return {
    seq: seq + 1 + index,
    change,
    vault: vault.id,
    counter,
    author: vault.person,
    header: { vault: vault.id, counter, previous, payloadHash: 'p' },
    headerHash: `hash-${vault.id}-${counter}`,
    signature: 's',
    salted: { salt: 'salt', payload: '{}' },
    claimedAt: NOW,
    receivedAt: NOW,
    outcome: 'applied',
  };
}

function kept({ seq, vault, counter, author, receivedAt }: LogEntry): QuarantineEntry {
  return { seq, vault, counter, author, reason: 'malformed', change: null, receivedAt, envelope: null };
}

/** One committed batch of one vault. */
export async function commit(world: ServerWorld, vault: Id, batch: Batch): Promise<Writes> {
  const transaction = await world.log.begin();
  const loaded = await transaction.load({ vault, counters: [], changes: [], records: [], files: [] });
  if (!loaded) throw new Error('no such vault');
  const writes = writesAfter(loaded, batch);
  await transaction.write(writes);
  await transaction.commit();
  return writes;
}
