import type { Id } from '../domain/record.ts';
import type { MunicipalityKey } from '../protocol/pull.ts';
import type { VaultRegistered } from '../protocol/session.ts';
import type { Derivation } from './derivation.ts';

/**
 * What a locked tablet holds of a vault's keys. Only `calledAs` and `tenantName` are words anyone can read;
 * everything wrapped or sealed is IV ‖ AES-256-GCM, bound to this vault and to its place in the row.
 */
export interface KeyRow {
  vault: Id;
  /** Initials: enough for its owner to find it again on a shared tablet. */
  calledAs: string;
  /** The random id of its person's account, so that a sign-in finds the vault again. */
  owner: Id;
  tenantName: string;
  derivation: Derivation;
  /** The vault key, wrapped by the passphrase's key. */
  wrappedVaultKey: Uint8Array<ArrayBuffer>;
  /** The signing key (PKCS #8), wrapped by the vault key. */
  wrappedSigningKey: Uint8Array<ArrayBuffer>;
  /** `Identity`, encrypted under the vault key. */
  identity: Uint8Array<ArrayBuffer>;
  /** Verifies orders of the server for this vault. In clear, since a locked tablet must obey. */
  orderKey: string;
  /** Milliseconds since 1970. */
  lease: { until: number };
}

/** Who the vault belongs to and whom it seals to. Encrypted, so that nobody at a locked tablet can read or exchange it. */
export interface Identity {
  person: VaultRegistered['person'];
  municipalityKey: MunicipalityKey;
}

export interface KeyStore {
  /** The vault's row, or null where this tablet has no such vault. */
  read(vault: Id): Promise<KeyRow | null>;
  /** Makes the vault's database with this row in it. */
  create(row: KeyRow): Promise<void>;
}
