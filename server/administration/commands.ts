import { randomUUID } from 'node:crypto';
import { type Id, idSchema } from '../../src/domain/record.ts';
import { roleSchema } from '../../src/domain/roles.ts';
import { auditTenant } from '../audit/audit.ts';
import type { Database } from '../database/connect.ts';
import { asAuditor } from '../database/scope.ts';
import { hintOnce } from '../poke/hints.ts';
import { Refusal } from '../refusal.ts';
import { addMember, grantFile } from './administer.ts';

/** What a command was given, and where its lines go. */
export interface Asked {
  database: Database;
  /** The municipality it is about. */
  tenant: string;
  option(name: string): string;
  print(line: string): void;
}

export type Command = (asked: Asked) => Promise<void>;

/** All that `npm run admin` can do with one municipality, by the words that ask for it. */
export const commands: Record<string, Command> = {
  'staff list': ({ database, tenant, print }) =>
    list(database, tenant, print, (trx) =>
      trx
        .selectFrom('staff')
        .select(['id', 'role', 'name', 'subject'])
        .where('tenant', '=', tenant)
        .orderBy('name')
        .execute(),
    ),

  'staff add': async ({ database, tenant, option, print }) => {
    const role = roleSchema.safeParse(option('role'));
    if (!role.success) throw new Refusal(`--role is one of ${roleSchema.options.join(', ')}.`);
    const member = { id: randomUUID(), name: option('name'), role: role.data, subject: option('subject') };
    await addMember(database, tenant, member);
    print(`Added ${member.name} as ${member.role}: ${member.id}`);
  },

  grant: async ({ database, tenant, option, print }) => {
    const [file, person] = [idOption(option, 'file'), idOption(option, 'person')];
    await refuseUnknownFile(database, tenant, file);
    if (!(await grantFile(database, tenant, file, person)))
      throw new Refusal(`Nobody on the staff has the id ${person}.`);
    await hintOnce(database, tenant);
    print(`Granted ${file} to ${person}.`);
  },

  vaults: ({ database, tenant, print }) =>
    list(database, tenant, print, (trx) =>
      trx
        .selectFrom('vault')
        .innerJoin('staff', (join) =>
          join.onRef('staff.tenant', '=', 'vault.tenant').onRef('staff.id', '=', 'vault.person'),
        )
        .select(['vault.id', 'staff.name', 'counter', 'registered_at as registeredAt', 'revoked_at as revokedAt'])
        .where('vault.tenant', '=', tenant)
        .orderBy('registered_at')
        .execute(),
    ),

  'quarantine list': ({ database, tenant, print }) =>
    list(database, tenant, print, (trx) =>
      trx
        .selectFrom('quarantine')
        .select(['seq', 'reason', 'author', 'vault', 'counter', 'received_at as receivedAt'])
        .where('tenant', '=', tenant)
        .orderBy('seq')
        .execute(),
    ),
};

/** Every municipality of the database. Answers whether all is as it was written. */
export async function verifyAudit(database: Database, print: (line: string) => void): Promise<boolean> {
  const tenants = await tenantsOf(database);
  let changes = 0;
  for (const tenant of tenants) {
    const verdict = await asAuditor(database, tenant, (trx) => auditTenant(trx, tenant));
    changes += verdict.changes;
    if (verdict.finding) {
      print(`Municipality ${tenant}, after ${verdict.changes} changes:`);
      print(`audit broken at seq ${verdict.finding.seq}: ${verdict.finding.what}`);
      return false;
    }
    print(`Municipality ${tenant}: ${verdict.changes} changes`);
  }
  print(`audit ok: ${changes} changes`);
  return true;
}

/** Numbers of all municipalities. */
export async function tenantsOf(database: Database): Promise<string[]> {
  const rows = await asAuditor(database, null, (trx) =>
    trx.selectFrom('tenant').select('tenant').orderBy('tenant').execute(),
  );
  return rows.map((row) => row.tenant);
}

function idOption(option: Asked['option'], name: string): Id {
  const id = idSchema.safeParse(option(name));
  if (id.success) return id.data;
  throw new Refusal(`--${name} is an id such as 6f1c9d4e-0c1f-4a51-9d4e-1f2a3b4c5d6e, not ${option(name)}.`);
}

async function refuseUnknownFile(database: Database, tenant: string, file: string): Promise<void> {
  const known = await asAuditor(database, tenant, (trx) =>
    trx.selectFrom('record').select('id').where('tenant', '=', tenant).where('file', '=', file).limit(1).execute(),
  );
  if (known.length === 0) throw new Refusal(`No file has the id ${file}.`);
}

async function list(
  database: Database,
  tenant: string,
  print: (line: string) => void,
  read: (trx: Parameters<Parameters<typeof asAuditor>[2]>[0]) => Promise<object[]>,
): Promise<void> {
  const rows = await asAuditor(database, tenant, read);
  const [first] = rows;
  if (first) print(Object.keys(first).join('\t'));
  for (const row of rows) print(Object.entries(row).map(show).join('\t'));
}

function show([name, value]: [string, unknown]): string {
  if (value === null) return '';
  return name.endsWith('At') ? new Date(Number(value)).toISOString() : String(value);
}
