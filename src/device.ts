import type { Id } from './domain/record.ts';
import type { RegisterVault } from './protocol/session.ts';
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
import { StoreFailure, type Transport } from './sync/ports.ts';
import type { ContactFailure } from './sync/state.ts';
import { listenForPokes } from './transport/poke.ts';
import { registerVault } from './transport/session.ts';
import { transport } from './transport/transport.ts';
import type { KeyRow } from './vault/key-row.ts';
import type { Unlocked } from './vault/unlock.ts';

const MUNICIPALITY = 'municipality';

/** Ends a session the server has not heard is over; why it could not, or null. */
type SettleSignOut = () => Promise<ContactFailure | null>;

/** This tablet: its vaults, their keys and databases, and the engine that runs in one of them. */
export function createDevice(newId: () => Id, settleSignOut: SettleSignOut): Device {
  const municipality = afterSignOut(settleSignOut);
  const keys = createKeyStore<KeyRow>();

  async function holdsVaultOf(person: Id): Promise<boolean> {
    const rows = await Promise.all((await lockedVaults()).map(({ vault }) => keys.read(vault)));
    return rows.some((row) => row?.owner === person);
  }

  async function makeVault(person: Id, passphrase: string): Promise<Unlocked | 'offline' | 'failed' | 'notTheirs'> {
    const { createVault } = await import('./vault/create-vault.ts');
    const { deriveInWorker } = await import('./vault/derive-in-worker.ts');
    const ports = { derive: deriveInWorker, keys, register: municipality.register };
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
      return run(made, running, newId, municipality);
    },
    async unlock(vault, passphrase, running) {
      const { unlock } = await import('./vault/unlock.ts');
      const { deriveInWorker } = await import('./vault/derive-in-worker.ts');
      const unlocked = await unlock({ derive: deriveInWorker, keys }, vault, passphrase);
      if (unlocked === 'noVault') return 'failed';
      return unlocked === 'wrongPassphrase' ? unlocked : runOrRefuse(unlocked, running, newId, municipality);
    },
    readMunicipality: () => readSetting(MUNICIPALITY),
    keepMunicipality: (municipality) => keepSetting(MUNICIPALITY, municipality),
  };
}

/** The municipality as this tablet asks it: with the cookie only when no sign-out is owed. */
function afterSignOut(settle: SettleSignOut) {
  const asked = async <T>(ask: () => Promise<T>): Promise<T | { failure: ContactFailure }> => {
    const failure = await settle();
    return failure ? { failure } : ask();
  };
  return {
    register: (request: RegisterVault) => asked(() => registerVault(request)),
    transport: { ...transport, pull: (request) => asked(() => transport.pull(request)) } satisfies Transport,
    listen: (poked: () => void) => listenForPokes(poked, async () => (await settle()) === null),
  };
}
type Municipality = ReturnType<typeof afterSignOut>;

function unusable(): 'storage' | 'encryption' | null {
  if (!globalThis.crypto?.subtle) return 'encryption';
  return globalThis.indexedDB ? null : 'storage';
}

/** Two tabs at the same door make one vault. */
function onlyOne<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('fotfeste-make', work) : work();
}

async function runOrRefuse(unlocked: Unlocked, running: Running, newId: () => Id, municipality: Municipality) {
  try {
    return await run(unlocked, running, newId, municipality);
  } catch (error) {
    if (error instanceof StoreFailure) return error.kind === 'newerFormat' ? 'newerFormat' : 'failed';
    throw error;
  }
}

async function run(
  unlocked: Unlocked,
  { now, statusChanged, storeFailed }: Running,
  newId: () => Id,
  { transport, listen }: Municipality,
): Promise<OpenVault> {
  const { vault, cipher, person, tenantName } = unlocked;
  const connection = connect(vault);
  const store = createDeviceStore(connection, cipher);
  const sealer = await createEnvelopeSealer(unlocked);
  const ports = { vault, store, sealer, transport, now, newId };
  const listener = { changed: statusChanged, failed: storeFailed };
  const engine = await startEngine(ports, browserSurroundings(vault, listen), listener);
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
