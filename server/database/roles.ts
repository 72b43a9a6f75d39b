import type pg from 'pg';
import { Refusal } from '../refusal.ts';

/** Owns the schema and runs migrations; not even it passes row-level security. */
export const OWNER = 'fotfeste_owner';
/** What requests run as: reading as one person, merging within one tenant, auditing. None owns anything. */
export const REQUEST_ROLES = ['fotfeste_reader', 'fotfeste_writer', 'fotfeste_auditor'];

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Makes the roles where they are missing and lets `login` take those of requests. Roles belong to the whole PostgreSQL,
 * so another database's server may be making the same ones at this moment.
 */
export async function makeRoles(client: pg.Client, login: string | null): Promise<void> {
  try {
    for (const role of [OWNER, ...REQUEST_ROLES]) await makeRole(client, role);
    await letTake(client, null, [OWNER, ...REQUEST_ROLES]);
    if (login) await letTake(client, login, REQUEST_ROLES);
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new Refusal(
      'The user of DATABASE_URL may not make the roles Fotfeste runs as. Give it CREATEROLE, or name one that may in DATABASE_OWNER_URL. ' +
        'Nothing was changed.',
    );
  }
}

async function makeRole(client: pg.Client, role: string): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`);
}

/** Membership, asked for first: granting what is there already still locks what others wait for. */
async function letTake(client: pg.Client, login: string | null, roles: string[]): Promise<void> {
  for (const role of roles) {
    const { rows } = await client.query<{ login: string; member: boolean }>(
      `select rolname as login, rolsuper or exists (
         select from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = u.oid and r.rolname = $1
       ) as member from pg_roles u where rolname = coalesce($2, current_user)`,
      [role, login],
    );
    const [found] = rows;
    if (found && !found.member) await client.query(`grant ${role} to ${client.escapeIdentifier(found.login)}`);
  }
}
