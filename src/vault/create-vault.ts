import type { Id } from '../domain/record.ts';
import type { RegisterVault, VaultRegistered } from '../protocol/session.ts';
import { generateSigningKey } from '../sealing/signing-key.ts';
import { createCipher, wrapKey } from './cipher.ts';
import { type DeriveKey, newDerivation } from './derivation.ts';
import { initials } from './initials.ts';
import type { Identity, KeyRow, KeyStore } from './key-row.ts';
import { isLongEnough } from './passphrase.ts';
import { openRow, passphraseKey, places, type Unlocked } from './unlock.ts';

export interface VaultMaking<Failure> {
  derive: DeriveKey;
  keys: KeyStore;
  /** Asks the municipality for the vault to exist, with the session of its person. */
  register(request: RegisterVault): Promise<VaultRegistered | { failure: Failure }>;
}

/**
 * Makes a vault and unlocks it. It exists when its registration is answered and its key row stored: until then nothing
 * is on the device, and a failure may simply be tried again with another id. Rejects with StoreFailure where the row
 * cannot be stored.
 */
export async function createVault<Failure>(
  ports: VaultMaking<Failure>,
  vault: Id,
  person: Id,
  passphrase: string,
): Promise<Unlocked | { failure: Failure | 'passphraseTooShort' }> {
  if (!isLongEnough(passphrase)) return { failure: 'passphraseTooShort' };
  const derivation = newDerivation();
  const wrappingKey = await passphraseKey(ports.derive, passphrase, derivation);
  const signing = await generateSigningKey(true);
  const registered = await ports.register({ vault, person, signingKey: signing.publicKey });
  if ('failure' in registered) return registered;

  const vaultKey = await generateVaultKey();
  const row: KeyRow = {
    ...(await sealedUnder(vaultKey, registered, signing.privateKey)),
    derivation,
    wrappedVaultKey: await wrapKey('raw', vaultKey, wrappingKey, places(registered.vault).vaultKey),
  };
  const unlocked = await openRow(row, wrappingKey);
  if (unlocked === null) throw new Error('A vault key that was just wrapped did not open.');
  await ports.keys.create(row);
  return unlocked;
}

/** Extractable only while it is wrapped here; what an unlock hands out is unwrapped again and is not. */
async function generateVaultKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
    'wrapKey',
    'unwrapKey',
  ]);
}

async function sealedUnder(vaultKey: CryptoKey, registered: VaultRegistered, signingKey: CryptoKey) {
  const { vault, person, tenantName, municipalityKey, orderKey, lease } = registered;
  const identity: Identity = { person, municipalityKey };
  const plain = new TextEncoder().encode(JSON.stringify(identity));
  return {
    vault,
    calledAs: initials(person.name),
    owner: person.id,
    tenantName,
    orderKey,
    lease,
    identity: await createCipher(vaultKey).encrypt(plain, places(vault).identity),
    wrappedSigningKey: await wrapKey('pkcs8', signingKey, vaultKey, places(vault).signingKey),
  };
}
