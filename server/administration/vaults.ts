import type { Id } from '../../src/domain/record.ts';
import type { Database } from '../database/connect.ts';
import { asWriter } from '../database/scope.ts';

/** How long a vault may be opened without contact. */
export const LEASE = 7 * 24 * 60 * 60_000;

export interface NewVault {
  id: Id;
  person: Id;
  /** P-256, raw, base64url. */
  signingKey: string;
}

/**
 * Makes a vault known. Asking again with the same person and key changes nothing but the lease, since an answer may be lost;
 * 'taken' where the id is someone else's or has another key.
 */
export async function registerVault(
  database: Database,
  tenant: string,
  { id, person, signingKey }: NewVault,
  now: number,
): Promise<{ leaseUntil: number } | 'taken'> {
  const leaseUntil = now + LEASE;
  return asWriter(database, tenant, async (trx) => {
    await trx
      .insertInto('vault')
      .values({ tenant, id, person, signing_key: signingKey, registered_at: now, lease_until: leaseUntil })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { numUpdatedRows } = await trx
      .updateTable('vault')
      .set({ lease_until: leaseUntil })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .where('person', '=', person)
      .where('signing_key', '=', signingKey)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? { leaseUntil } : 'taken';
  });
}
