import type { Database } from '../database/connect.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import { Refusal } from '../refusal.ts';
import { addMunicipalityKey, addTenant, municipalityKeyIds, type Tenant } from './administer.ts';

/**
 * The municipality's head row and key, made once, and proof that the keys at hand are those its tablets seal to.
 * Throws Refusal where they are not.
 */
export async function settle(database: Database, tenant: Tenant, keys: ServerKeys, now: number): Promise<void> {
  await addTenant(database, tenant, now);
  const held = new Set(keys.municipality.map(({ id }) => id));
  const known = await municipalityKeyIds(database, tenant.tenant);
  if (known.some((id) => !held.has(id))) {
    throw new Refusal(
      'The database knows a key of this municipality that the key file does not hold: what tablets have sealed to it could not be opened. ' +
        'Put the key file back from a backup, or point SERVER_KEYS_FILE to it. Nothing was changed.',
    );
  }
  await addMunicipalityKey(database, tenant.tenant, keys.municipality[0], now);
}
