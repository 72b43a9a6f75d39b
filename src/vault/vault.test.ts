import { expect, test } from 'vitest';
import type { VaultRegistered } from '../protocol/session.ts';
import { headerHash } from '../sealing/header.ts';
import { isSignedBy, signHeader } from '../sealing/signing-key.ts';
import { argon2Key } from './argon2.ts';
import { createVault } from './create-vault.ts';
import type { DeriveKey } from './derivation.ts';
import type { KeyRow } from './key-row.ts';
import { type Unlocked, unlock } from './unlock.ts';

const VAULT = 'b8f4bb5e-2f4f-4a53-9c53-1f5a4a6e0001';
const PERSON = { id: 'b8f4bb5e-2f4f-4a53-9c53-1f5a4a6e0002', name: 'Ingrid Testvik', role: 'adviser' } as const;
const PASSPHRASE = 'tre kopper kaffe';

/** The real function at a cost fit for tests; what is stored is what a tablet stores. */
const derive: DeriveKey = (passphrase, by) => argon2Key(passphrase, { ...by, memoryKiB: 64, passes: 1 });

function ports() {
  const rows = new Map<string, KeyRow>();
  const asked: string[] = [];
  return {
    rows,
    asked,
    derive,
    keys: {
      read: async (vault: string) => rows.get(vault) ?? null,
      create: async (row: KeyRow) => void rows.set(row.vault, structuredClone(row)),
    },
    async register({ vault, signingKey }: { vault: string; signingKey: string }): Promise<VaultRegistered> {
      asked.push(signingKey);
      return {
        vault,
        person: PERSON,
        tenantName: 'Prøvevik kommune',
        municipalityKey: { id: 'b8f4bb5e-2f4f-4a53-9c53-1f5a4a6e0003', publicKey: 'BAAA' },
        orderKey: 'BBBB',
        lease: { until: 1_795_000_000_000 },
      };
    },
  };
}

async function madeVault() {
  const made = ports();
  const unlocked = (await createVault(made, VAULT, PERSON.id, PASSPHRASE)) as Unlocked;
  return { ...made, unlocked };
}

test('a vault that was made opens with its passphrase to the same keys and the same person', async () => {
  const made = await madeVault();
  const again = (await unlock(made, VAULT, PASSPHRASE)) as Unlocked;

  expect(again.person).toEqual(PERSON);
  const { cipher: _cipher, signingKey: _signingKey, ...facts } = made.unlocked;
  expect(again).toMatchObject(facts);
  const words = new TextEncoder().encode('et mål');
  const sealed = await made.unlocked.cipher.encrypt(words, 'her');
  expect(await again.cipher.decrypt(sealed, 'her')).toEqual(words);
  const header = { vault: VAULT, counter: 1, previous: '', payloadHash: await headerHash({} as never) };
  expect(await isSignedBy(made.asked[0]!, header, await signHeader(again.signingKey, header))).toBe(true);
});

test('another passphrase opens nothing, and a vault of another tablet is not here', async () => {
  const made = await madeVault();
  expect(await unlock(made, VAULT, `${PASSPHRASE} `)).toBe('wrongPassphrase');
  expect(await unlock(made, VAULT, '')).toBe('wrongPassphrase');
  expect(await unlock(made, PERSON.id, PASSPHRASE)).toBe('noVault');
});

test('one flipped bit in any wrapped part is refused, and so is a part in another’s place', async () => {
  const made = await madeVault();
  const row = made.rows.get(VAULT)!;
  for (const part of ['wrappedVaultKey', 'wrappedSigningKey', 'identity'] as const) {
    for (const bit of [0, 96, row[part].length * 8 - 1]) {
      const altered = structuredClone(row);
      altered[part][bit >> 3]! ^= 1 << (bit & 7);
      made.rows.set(VAULT, altered);
      await expect(unlock(made, VAULT, PASSPHRASE).then(passOrThrow)).rejects.toThrow();
    }
  }
  made.rows.set(PERSON.id, { ...structuredClone(row), vault: PERSON.id });
  expect(await unlock(made, PERSON.id, PASSPHRASE)).toBe('wrongPassphrase');

  function passOrThrow(result: unknown) {
    if (result === 'wrongPassphrase') throw new Error(result);
  }
});

test('a locked tablet shows initials and the municipality, and no other word', async () => {
  const { rows } = await madeVault();
  const text = readable(rows.get(VAULT)!);
  expect(text).toContain('IT');
  expect(text).toContain('Prøvevik kommune');
  for (const word of ['Ingrid', 'Testvik', 'adviser', PASSPHRASE]) expect(text).not.toContain(word);
});

test('no key that an unlock hands out can be exported', async () => {
  const { unlocked } = await madeVault();
  expect(unlocked.signingKey.extractable).toBe(false);
  expect(unlocked.signingKey.usages).toEqual(['sign']);
});

test('two vaults of one person and one passphrase share no key, salt or ciphertext', async () => {
  const one = (await madeVault()).rows.get(VAULT)!;
  const other = (await madeVault()).rows.get(VAULT)!;
  for (const part of ['wrappedVaultKey', 'wrappedSigningKey', 'identity'] as const) {
    expect(one[part]).not.toEqual(other[part]);
  }
  expect(one.derivation.salt).not.toEqual(other.derivation.salt);
  expect(one.derivation).toMatchObject({ algorithm: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 });
});

test('nothing is stored where registration fails or the passphrase is too short', async () => {
  const made = ports();
  const offline = { ...made, register: async () => ({ failure: 'offline' as const }) };
  expect(await createVault(offline, VAULT, PERSON.id, PASSPHRASE)).toEqual({ failure: 'offline' });
  expect(await createVault(made, VAULT, PERSON.id, 'for kort')).toEqual({ failure: 'passphraseTooShort' });
  expect(made.rows.size).toBe(0);
  expect(made.asked).toEqual([]);
});

test('what is encrypted for one place does not open in another', async () => {
  const { cipher } = (await madeVault()).unlocked;
  const sealed = await cipher.encrypt(new TextEncoder().encode('ord'), 'outbox/1');
  await expect(cipher.decrypt(sealed, 'outbox/2')).rejects.toThrow();
});

function readable(row: KeyRow): string {
  return JSON.stringify(row, (_key, value) =>
    value instanceof Uint8Array
      ? `${Buffer.from(value).toString('latin1')} ${Buffer.from(value).toString('utf8')}`
      : value,
  );
}
