import type { ColumnType, Generated } from 'kysely';
import type { Compartment, Id, Rec } from '../../src/domain/record.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { Outcome, QuarantineReason } from '../../src/protocol/send.ts';

/** Milliseconds by the server's clock. */
type Time = number;

/** The tables as the migrations leave them. Every one leads with `tenant`, the municipality's number. */
export interface Tables {
  tenant: {
    tenant: string;
    name: string;
    place: string;
    seq: Generated<number>;
    epoch: Generated<number>;
    /** Hash over the whole log so far. */
    chain: Generated<string>;
    created_at: Time;
  };
  municipality_key: { tenant: string; id: Id; public_key: string; made_at: Time };
  staff: {
    tenant: string;
    id: Id;
    name: string;
    role: Role;
    /** What the identity provider calls them. */
    subject: string;
    scope_version: Generated<number>;
  };
  session: { tenant: string; token_hash: string; person: Id; expires_at: Time };
  vault: {
    tenant: string;
    id: Id;
    person: Id;
    signing_key: string;
    counter: Generated<number>;
    chain: Generated<string>;
    registered_at: Time;
    lease_until: Time;
    revoked_at: Time | null;
  };
  file_grant: { tenant: string; file: Id; person: Id; seq: number };
  record: {
    tenant: string;
    id: Id;
    file: Id;
    compartment: Compartment;
    type: string;
    fields: ColumnType<Rec['fields'], string, string>;
    seq: number;
  };
  change_log: {
    tenant: string;
    seq: number;
    change: Id | null;
    vault: Id;
    counter: number;
    author: Id;
    previous: string;
    payload_hash: string;
    header_hash: string;
    signature: string;
    salt: string | null;
    payload: Buffer | null;
    claimed_at: Time | null;
    received_at: Time;
    outcome: Outcome;
    chain: string;
  };
  quarantine: {
    tenant: string;
    seq: number;
    vault: Id;
    counter: number;
    author: Id;
    reason: QuarantineReason;
    /** JSON as text: it may hold what jsonb refuses. */
    change: string | null;
    envelope: string | null;
    received_at: Time;
  };
}
