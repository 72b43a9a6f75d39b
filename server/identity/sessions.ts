import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { Database } from '../database/connect.ts';
import { asWriter } from '../database/scope.ts';

/** A working day: a tablet is passed on, and what only the cookie opens should not be. */
export const SESSION_LASTS = 10 * 60 * 60_000;

export interface SignedIn {
  id: Id;
  name: string;
  role: Role;
  /** Milliseconds by the server's clock. */
  until: number;
}

/** Sessions of one tenant. The database holds only hashes: who reads it cannot sign in with what they find. */
export interface Sessions {
  /** Null: nobody of that name has an account here. */
  begin(subject: string): Promise<{ token: string; person: Id } | null>;
  find(token: string): Promise<SignedIn | null>;
  end(token: string): Promise<void>;
}

export function createSessions(database: Database, tenant: string, now: () => number): Sessions {
  return {
    begin: (subject) =>
      asWriter(database, tenant, async (trx) => {
        await trx.deleteFrom('session').where('tenant', '=', tenant).where('expires_at', '<', now()).execute();
        const member = await trx
          .selectFrom('staff')
          .select('id')
          .where('tenant', '=', tenant)
          .where('subject', '=', subject)
          .executeTakeFirst();
        if (!member) return null;
        const token = randomBytes(32).toString('base64url');
        const row = { tenant, token_hash: hashOf(token), person: member.id, expires_at: now() + SESSION_LASTS };
        await trx.insertInto('session').values(row).execute();
        return { token, person: member.id };
      }),
    find: (token) =>
      asWriter(database, tenant, async (trx) => {
        const row = await trx
          .selectFrom('session')
          .innerJoin('staff', (join) =>
            join.onRef('staff.tenant', '=', 'session.tenant').onRef('staff.id', '=', 'session.person'),
          )
          .select(['staff.id', 'name', 'role', 'expires_at as until'])
          .where('session.tenant', '=', tenant)
          .where('token_hash', '=', hashOf(token))
          .where('expires_at', '>', now())
          .executeTakeFirst();
        return row ?? null;
      }),
    end: (token) =>
      asWriter(database, tenant, async (trx) => {
        await trx.deleteFrom('session').where('tenant', '=', tenant).where('token_hash', '=', hashOf(token)).execute();
      }),
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
