import type { Id } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { MunicipalityKey } from '../../src/protocol/pull.ts';
import type { Database } from '../database/connect.ts';
import { asWriter } from '../database/scope.ts';

export interface Tenant {
  /** The municipality's number. */
  tenant: string;
  name: string;
  place: string;
}

export interface Member {
  id: Id;
  name: string;
  role: Role;
  /** What the identity provider calls them. */
  subject: string;
}

/** Makes the municipality's head row once; a later call changes nothing. */
export async function addTenant(database: Database, tenant: Tenant, now: number): Promise<void> {
  await asWriter(database, tenant.tenant, (trx) =>
    trx
      .insertInto('tenant')
      .values({ ...tenant, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Makes known which public key devices seal to. */
export async function addMunicipalityKey(
  database: Database,
  tenant: string,
  { id, publicKey }: MunicipalityKey,
  now: number,
): Promise<void> {
  await asWriter(database, tenant, (trx) =>
    trx
      .insertInto('municipality_key')
      .values({ tenant, id, public_key: publicKey, made_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** An account; the same id again changes name, role and subject. */
export async function addMember(database: Database, tenant: string, member: Member): Promise<void> {
  const { id: _, ...changed } = member;
  await asWriter(database, tenant, (trx) =>
    trx
      .insertInto('staff')
      .values({ tenant, ...member })
      .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(changed))
      .execute(),
  );
}

/**
 * Opens a file to a person, as an event with a seq of its own, so that their devices fetch all of it. Granting what is
 * granted already changes nothing. False: nobody has made such a file, or no such person.
 */
export async function grantFile(database: Database, tenant: string, file: Id, person: Id): Promise<boolean> {
  return asWriter(database, tenant, async (trx) => {
    const head = await trx
      .selectFrom('tenant')
      .select('seq')
      .where('tenant', '=', tenant)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const member = await trx
      .selectFrom('staff')
      .select('id')
      .where('tenant', '=', tenant)
      .where('id', '=', person)
      .executeTakeFirst();
    if (!member) return false;
    const seq = head.seq + 1;
    const granted = await trx
      .insertInto('file_grant')
      .values({ tenant, file, person, seq })
      .onConflict((conflict) => conflict.doNothing())
      .returning('seq')
      .executeTakeFirst();
    if (granted) await trx.updateTable('tenant').set({ seq }).where('tenant', '=', tenant).execute();
    return true;
  });
}

/** Ids of all keys tablets of this municipality may have sealed to. */
export async function municipalityKeyIds(database: Database, tenant: string): Promise<Id[]> {
  const rows = await asWriter(database, tenant, (trx) =>
    trx.selectFrom('municipality_key').select('id').where('tenant', '=', tenant).execute(),
  );
  return rows.map((row) => row.id);
}
