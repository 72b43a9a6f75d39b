import { type Migration, sql } from 'kysely';

/**
 * Who may see and write which rows, held by PostgreSQL itself. Every table is forced, so that not even its owner passes;
 * a connection that has named no tenant sees nothing.
 */
export const rowSecurity: Migration = {
  async up(db) {
    for (const table of tables) {
      await sql.raw(`alter table ${table} enable row level security`).execute(db);
      await sql.raw(`alter table ${table} force row level security`).execute(db);
    }
    for (const statement of [...statements, ...grants]) await sql.raw(statement).execute(db);
  },
};

const tables = [
  'tenant',
  'municipality_key',
  'staff',
  'session',
  'vault',
  'file_grant',
  'record',
  'change_log',
  'quarantine',
];

// In a sub-select they are asked once per statement instead of once per row.
const ofTenant = "tenant = (select current_setting('fotfeste.tenant', true))";
const person = "(select nullif(current_setting('fotfeste.person', true), '')::uuid)";
const compartments = "(select string_to_array(current_setting('fotfeste.compartments', true), ','))::text[]";

const statements = [
  // Merging and administering: the whole tenant, after the application's own check.
  ...tables.map(
    (table) => `create policy writer on ${table} to fotfeste_writer using (${ofTenant}) with check (${ofTenant})`,
  ),
  // The audit reads everything of a tenant and changes nothing. By design it alone also sees the head row of every
  // municipality: that is how it finds them.
  ...tables
    .filter((table) => table !== 'tenant')
    .map((table) => `create policy auditor on ${table} for select to fotfeste_auditor using (${ofTenant})`),
  'create policy auditor on tenant for select to fotfeste_auditor using (true)',
  // Reading: one person's own.
  ...['tenant', 'municipality_key', 'staff'].map(
    (table) => `create policy reader on ${table} for select to fotfeste_reader using (${ofTenant})`,
  ),
  `create policy reader on vault for select to fotfeste_reader using (${ofTenant} and person = ${person})`,
  `create policy reader on file_grant for select to fotfeste_reader using (${ofTenant} and person = ${person})`,
  `create policy reader on change_log for select to fotfeste_reader using (${ofTenant} and author = ${person})`,
  `create policy reader on quarantine for select to fotfeste_reader using (${ofTenant} and author = ${person})`,
  `create policy reader on record for select to fotfeste_reader using (
    ${ofTenant} and compartment = any (${compartments}) and file in (select g.file from file_grant g where g.tenant = record.tenant)
  )`,
];

const grants = [
  'grant select on tenant, municipality_key, vault, file_grant, record, quarantine to fotfeste_reader',
  'grant select (tenant, id, name, role, scope_version) on staff to fotfeste_reader',
  'grant select (tenant, vault, counter, author, received_at) on change_log to fotfeste_reader',
  'grant select, insert on tenant, municipality_key, staff, session, vault, file_grant, record, change_log, quarantine to fotfeste_writer',
  'grant update (seq, epoch, chain) on tenant to fotfeste_writer',
  'grant update (name, role, subject, scope_version) on staff to fotfeste_writer',
  'grant update (counter, chain, lease_until, revoked_at) on vault to fotfeste_writer',
  'grant update (fields, seq) on record to fotfeste_writer',
  'grant delete on session to fotfeste_writer',
  `grant select on ${tables.join(', ')} to fotfeste_auditor`,
];
