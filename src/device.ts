import type { Id } from './domain/record.ts';
import { type Engine, startEngine } from './runtime/engine.ts';
import { keepSetting, readSetting } from './runtime/settings.ts';
import { browserSurroundings } from './runtime/surroundings.ts';
import { whenIdle } from './runtime/when-idle.ts';
import { createEnvelopeSealer } from './sealing/seal.ts';
import type { Device, OpenVault, Running } from './state/create-app.ts';
import { connect } from './storage/connection.ts';
import { createDeviceStore, type VaultStore } from './storage/device-store.ts';
import { createDraftStore } from './storage/drafts.ts';
import { createKeyStore, lockedVaults } from './storage/key-rows.ts';
import { StoreFailure } from './sync/ports.ts';
import { listenForPokes } from './transport/poke.ts';
import { registerVault } from './transport/session.ts';
import { transport } from './transport/transport.ts';
import type { KeyRow } from './vault/key-row.ts';
import type { Unlocked } from './vault/unlock.ts';

const MUNICIPALITY = 'municipality';

/** This tablet: its vaults, their keys and databases, and the engine that runs in one of them. */
export function createDevice(newId: () => Id): Device {
  const keys = createKeyStore<KeyRow>();

  async function holdsVaultOf(person: Id): Promise<boolean> {
    const rows = await Promise.all((await lockedVaults()).map(({ vault }) => keys.read(vault)));
    return rows.some((row) => row?.owner === person);
  }

  async function makeVault(person: Id, passphrase: string): Promise<Unlocked | 'offline' | 'failed' | 'notTheirs'> {
    const { createVault } = await import('./vault/create-vault.ts');
    const { deriveInWorker } = await import('./vault/derive-in-worker.ts');
    const ports = { derive: deriveInWorker, keys, register: registerVault };
    const made = await createVault(ports, newId(), person, passphrase);
    if (!('failure' in made)) return made;
    if (made.failure === 'notYourVault' || made.failure === 'signedOut') return 'notTheirs';
    return made.failure === 'offline' || made.failure === 'unreachable' ? 'offline' : 'failed';
  }

  return {
    unusable,
    async vaults() {
      return (await lockedVaults()).map(({ vault, calledAs, waiting }) => ({ id: vault, calledAs, waiting }));
    },
    holdsVaultOf,
    async make(person, passphrase, running) {
      const made = await onlyOne(async () =>
        (await holdsVaultOf(person)) ? 'notTheirs' : makeVault(person, passphrase),
      );
      if (typeof made === 'string') return made;
      await navigator.storage?.persist?.();
      return run(made, running, newId);
    },
    async unlock(vault, passphrase, running) {
      const { unlock } = await import('./vault/unlock.ts');
      const { deriveInWorker } = await import('./vault/derive-in-worker.ts');
      const unlocked = await unlock({ derive: deriveInWorker, keys }, vault, passphrase);
      if (unlocked === 'noVault') return 'failed';
      return unlocked === 'wrongPassphrase' ? unlocked : runOrRefuse(unlocked, running, newId);
    },
    readMunicipality: () => readSetting(MUNICIPALITY),
    keepMunicipality: (municipality) => keepSetting(MUNICIPALITY, municipality),
  };
}

function unusable(): 'storage' | 'encryption' | null {
  if (!globalThis.crypto?.subtle) return 'encryption';
  return globalThis.indexedDB ? null : 'storage';
}

/** Two tabs at the same door make one vault. */
function onlyOne<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('fotfeste-make', work) : work();
}

async function runOrRefuse(unlocked: Unlocked, running: Running, newId: () => Id) {
  try {
    return await run(unlocked, running, newId);
  } catch (error) {
    if (error instanceof StoreFailure) return error.kind === 'newerFormat' ? 'newerFormat' : 'failed';
    throw error;
  }
}

async function run(
  unlocked: Unlocked,
  { now, statusChanged, storeFailed }: Running,
  newId: () => Id,
): Promise<OpenVault> {
  const { vault, cipher, person, tenantName } = unlocked;
  const connection = connect(vault);
  const store = createDeviceStore(connection, cipher);
  const sealer = await createEnvelopeSealer(unlocked);
  const ports = { vault, store, sealer, transport, now, newId };
  const listener = { changed: statusChanged, failed: storeFailed };
  const engine = await startEngine(ports, browserSurroundings(vault, listenForPokes), listener);
  const drafts = createDraftStore(connection, cipher);
  const stopTidying = whenIdle(() => tidy(store));
  return {
    engine: closing(engine, () => {
      stopTidying();
      connection.close();
    }),
    drafts: { save: drafts.put, drop: drafts.drop, all: drafts.all },
    me: person,
    tenantName,
  };
}

/** Folding that could not be done, on a full disk or as the vault was locked, is done another time. */
async function tidy(store: VaultStore): Promise<boolean> {
  try {
    return await store.compactOne();
  } catch (error) {
    if (error instanceof StoreFailure) return false;
    throw error;
  }
}

function closing(engine: Engine, alsoClose: () => void): Engine {
  return {
    ...engine,
    close() {
      engine.close();
      alsoClose();
    },
  };
}
