import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { readableOnDevice } from '../../src/domain/access.ts';
import type { Id, Rec } from '../../src/domain/record.ts';
import type { MunicipalityKey, Quarantined, StaffMember } from '../../src/protocol/pull.ts';
import type { FeedPage, FeedQuery, Place, ServerFeed } from '../../src/sync/server-ports.ts';
import type { Database } from '../database/connect.ts';
import { asReader, asWriter, type InTransaction, type Reader } from '../database/scope.ts';

/** How long a device keeps its envelopes after they were received: until a backup surely holds them. */
const KEPT_FOR = 30 * 24 * 60 * 60_000;

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What each person may read of one tenant, from PostgreSQL. */
export function createFeed(
  database: Database,
  tenant: string,
  municipalityKey: MunicipalityKey,
  now: () => number,
): ServerFeed {
  return {
    page: (query) => readPage(database, tenant, query, now() - KEPT_FOR),
    staff: () => asReader(database, nobody(tenant), (trx) => readStaff(trx, tenant)),
    municipalityKey: () => municipalityKey,
  };
}

async function readPage(database: Database, tenant: string, query: FeedQuery, before: number): Promise<FeedPage> {
  const person = await asWriter(database, tenant, (trx) => findPerson(trx, tenant, query.person));
  const reader: Reader = { tenant, person: query.person, compartments: readableOnDevice(person.role) };
  return asReader(database, reader, async (trx) => {
    const head = await trx
      .selectFrom('tenant')
      .select(['seq', 'epoch'])
      .where('tenant', '=', tenant)
      .executeTakeFirstOrThrow();
    const rows = await readRecords(trx, tenant, query);
    const page = rows.slice(0, query.most);
    const last = page.at(-1);
    const atHead = page.length === rows.length;
    const next: Place = atHead || !last ? { seq: head.seq, after: null } : { seq: last.place, after: last.id };
    return {
      epoch: head.epoch,
      records: page.map(({ place: _, ...record }) => record),
      quarantined: await readQuarantine(trx, tenant, query.person, query.place.seq, next.seq),
      next,
      atHead,
      scopeVersion: person.scope_version,
      ...(await readCounters(trx, tenant, query.vault, before)),
    };
  });
}

function nobody(tenant: string): Reader {
  return { tenant, person: '', compartments: [] };
}

function findPerson(trx: InTransaction, tenant: string, person: Id) {
  return trx
    .selectFrom('staff')
    .select(['role', 'scope_version'])
    .where('tenant', '=', tenant)
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
}

/**
 * One more than asked for, which tells whether there is another page. What changed in files held before, and all of
 * files opened since: apart, so that a device which is nearly up to date costs an index range and not its whole caseload.
 */
async function readRecords(
  trx: InTransaction,
  tenant: string,
  { person, place, most }: FeedQuery,
): Promise<(Rec & { place: number })[]> {
  const { rows } = await sql<Rec & { place: number }>`
    select id, file, compartment, type, fields, seq, place from (
      select r.*, r.seq as place
      from record r join file_grant g on g.tenant = r.tenant and g.file = r.file
      where r.tenant = ${tenant} and r.seq >= ${place.seq} and g.person = ${person} and g.seq < ${place.seq}
      union all
      select r.*, greatest(r.seq, g.seq) as place
      from file_grant g join record r on r.tenant = g.tenant and r.file = g.file
      where g.tenant = ${tenant} and g.person = ${person} and g.seq >= ${place.seq}
    ) readable
    where (place, id) > (${place.seq}::bigint, ${place.after ?? LAST_ID}::uuid)
    order by place, id
    limit ${most + 1}`.execute(trx);
  return rows;
}

async function readQuarantine(trx: InTransaction, tenant: string, author: Id, after: number, until: number) {
  const rows = await trx
    .selectFrom('quarantine')
    .select(['seq', 'vault', 'counter', 'reason', 'change', 'received_at as receivedAt'])
    .where('tenant', '=', tenant)
    .where('author', '=', author)
    .where('seq', '>', after)
    .where('seq', '<=', until)
    .orderBy('seq')
    .execute();
  return rows.map((row): Quarantined => ({ ...row, change: row.change === null ? null : JSON.parse(row.change) }));
}

async function readCounters(trx: InTransaction, tenant: string, vault: Id, before: number) {
  const row = await trx
    .selectFrom('vault')
    .select((one) => [
      'counter as received',
      one
        .selectFrom('change_log')
        .select(({ fn }) => fn.max('counter').as('forget'))
        .whereRef('change_log.tenant', '=', 'vault.tenant')
        .whereRef('change_log.vault', '=', 'vault.id')
        .where('received_at', '<', before)
        .as('forget'),
    ])
    .where('tenant', '=', tenant)
    .where('id', '=', vault)
    .executeTakeFirst();
  return { received: row?.received ?? 0, forget: row?.forget ?? 0 };
}

async function readStaff(trx: InTransaction, tenant: string): Promise<{ version: string; members: StaffMember[] }> {
  const members = await trx
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('tenant', '=', tenant)
    .orderBy('id')
    .execute();
  const version = createHash('sha256').update(JSON.stringify(members)).digest('base64url');
  return { version, members };
}
