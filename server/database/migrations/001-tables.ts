import { type Migration, sql } from 'kysely';

/** Tables of the tenant's head, its people and their vaults, the records, the log and what is kept outside the plan. */
export const tables: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create table tenant (
    tenant text primary key check (tenant <> ''),
    name text not null,
    place text not null,
    seq bigint not null default 0,
    epoch bigint not null default 1,
    chain text not null default '',
    created_at bigint not null
  )`,
  `create table municipality_key (
    tenant text not null, id uuid not null, public_key text not null, made_at bigint not null,
    primary key (tenant, id)
  )`,
  `create table staff (
    tenant text not null, id uuid not null, name text not null, role text not null, subject text not null,
    scope_version bigint not null default 1,
    primary key (tenant, id), unique (tenant, subject)
  )`,
  `create table session (
    tenant text not null, token_hash text not null, person uuid not null, expires_at bigint not null,
    primary key (tenant, token_hash),
    foreign key (tenant, person) references staff on delete cascade
  )`,
  `create table vault (
    tenant text not null, id uuid not null, person uuid not null, signing_key text not null,
    counter bigint not null default 0, chain text not null default '',
    registered_at bigint not null, lease_until bigint not null, revoked_at bigint,
    primary key (tenant, id),
    foreign key (tenant, person) references staff
  )`,
  `create table file_grant (
    tenant text not null, file uuid not null, person uuid not null, seq bigint not null,
    primary key (tenant, file, person),
    foreign key (tenant, person) references staff
  )`,
  'create index file_grant_person on file_grant (tenant, person)',
  `create table record (
    tenant text not null, id uuid not null, file uuid not null, compartment text not null, type text not null,
    fields jsonb not null, seq bigint not null,
    primary key (tenant, id)
  )`,
  'create index record_seq on record (tenant, seq)',
  'create index record_file on record (tenant, file)',
  `create table change_log (
    tenant text not null, seq bigint not null, change uuid, vault uuid not null, counter bigint not null,
    author uuid not null, previous text not null, payload_hash text not null, header_hash text not null,
    signature text not null, salt text, payload bytea, claimed_at double precision, received_at bigint not null,
    outcome text not null, chain text not null,
    primary key (tenant, seq), unique (tenant, vault, counter)
  )`,
  'create unique index change_log_change on change_log (tenant, change)',
  `create table quarantine (
    tenant text not null, seq bigint not null, vault uuid not null, counter bigint not null, author uuid not null,
    reason text not null, change text, envelope text, received_at bigint not null,
    primary key (tenant, seq)
  )`,
  'create index quarantine_author on quarantine (tenant, author, seq)',
];
