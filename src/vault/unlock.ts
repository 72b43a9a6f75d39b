import type { Id } from '../domain/record.ts';
import { createCipher, unwrapKey, type VaultCipher } from './cipher.ts';
import type { DeriveKey } from './derivation.ts';
import type { Identity, KeyRow, KeyStore } from './key-row.ts';

/** A vault's keys while it is unlocked: in memory only, none of them exportable, gone when this object is let go. */
export interface Unlocked extends Identity {
  vault: Id;
  tenantName: string;
  cipher: VaultCipher;
  signingKey: CryptoKey;
  orderKey: string;
  lease: { until: number };
}

/**
 * The keys of a vault, or why there are none: 'wrongPassphrase', or 'noVault' where this tablet does not hold it.
 * Rejects for a vault whose keys are damaged.
 */
export async function unlock(
  ports: { derive: DeriveKey; keys: KeyStore },
  vault: Id,
  passphrase: string,
): Promise<Unlocked | 'wrongPassphrase' | 'noVault'> {
  const row = await ports.keys.read(vault);
  if (row === null) return 'noVault';
  if (passphrase === '') return 'wrongPassphrase';
  return (await openRow(row, await passphraseKey(ports.derive, passphrase, row.derivation))) ?? 'wrongPassphrase';
}

/** The key that wraps the vault key. The bytes it was made of are cleared. */
export async function passphraseKey(derive: DeriveKey, passphrase: string, by: KeyRow['derivation']) {
  const bytes = await derive(passphrase, by);
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
  bytes.fill(0);
  return key;
}

/** All that the row holds, or null where another key wrapped the vault key. */
export async function openRow(row: KeyRow, wrappingKey: CryptoKey): Promise<Unlocked | null> {
  const vaultKey = await openVaultKey(row, wrappingKey);
  if (vaultKey === null) return null;
  const { vault, tenantName, orderKey, lease } = row;
  const cipher = createCipher(vaultKey);
  const [identity, signingKey] = await Promise.all([
    cipher.decrypt(row.identity, places(vault).identity),
    unwrapKey(row.wrappedSigningKey, vaultKey, places(vault).signingKey, {
      format: 'pkcs8',
      algorithm: { name: 'ECDSA', namedCurve: 'P-256' } as Algorithm,
      usages: ['sign'],
    }),
  ]);
  const { person, municipalityKey }: Identity = JSON.parse(new TextDecoder().decode(identity));
  return { vault, tenantName, orderKey, lease, person, municipalityKey, cipher, signingKey };
}

/** AES-GCM itself says whether the passphrase was right, so nothing else that could be guessed against is stored. */
async function openVaultKey(row: KeyRow, wrappingKey: CryptoKey): Promise<CryptoKey | null> {
  try {
    return await unwrapKey(row.wrappedVaultKey, wrappingKey, places(row.vault).vaultKey, {
      format: 'raw',
      algorithm: { name: 'AES-GCM' },
      usages: ['encrypt', 'decrypt', 'unwrapKey'],
    });
  } catch {
    return null;
  }
}

/** Where each ciphertext of a key row belongs. */
export function places(vault: Id) {
  return { vaultKey: `${vault}/key/vault`, signingKey: `${vault}/key/signing`, identity: `${vault}/key/identity` };
}
