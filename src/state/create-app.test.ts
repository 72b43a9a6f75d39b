import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { type AppParts, createApp, type Device, type SessionSeen } from './create-app.ts';
import { createSignOut, type SignOutParts } from './sign-out.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const INGRID = { id: uuid(1), name: 'Ingrid Moen', role: 'adviser' } as const;
const JONAS = { id: uuid(2), name: 'Jonas Berg', role: 'teacher' } as const;
const TENANT = { name: 'Granvik kommune', place: 'Migrasjonssenteret' };
const NOON = Date.parse('2026-11-20T11:00:00Z');

/** A tablet and a server that say what the test says. */
class World {
  session: SessionSeen | { failure: string } = { tenant: TENANT, demo: null, person: null };
  vaults: { id: string; calledAs: string; waiting: number; owner: string }[] = [];
  municipality: Awaited<ReturnType<Device['readMunicipality']>> = null;
  making: 'offline' | 'failed' | 'notTheirs' = 'failed';
  unlocking: 'wrongPassphrase' | 'failed' | 'newerFormat' | 'breaks' = 'wrongPassphrase';
  wentTo: string[] = [];
  sessionsRead = 0;
  signOutOwed = false;
  endSession: SignOutParts['endSession'] = async () => {
    if ('failure' in this.session) return { failure: 'offline' };
    this.session = { ...this.session, person: null };
    return {};
  };

  app() {
    return createApp({ ...this.parts(), device: this.device() });
  }

  holds(person: { id: string }): void {
    this.vaults.push({ id: uuid(10 + this.vaults.length), calledAs: 'XX', waiting: 0, owner: person.id });
  }

  private device(): Device {
    return {
      unusable: () => null,
      vaults: async () => this.vaults,
      holdsVaultOf: async (person) => this.vaults.some((one) => one.owner === person),
      make: async () => this.making,
      unlock: async () => {
        if (this.unlocking === 'breaks') throw new Error('nobody expected this');
        return this.unlocking;
      },
      readMunicipality: async () => this.municipality,
      keepMunicipality: async (municipality) => {
        this.municipality = municipality;
      },
    };
  }

  private parts(): Omit<AppParts, 'device'> {
    return {
      readSession: async () => {
        this.sessionsRead++;
        return this.session;
      },
      signOut: createSignOut({
        endSession: () => this.endSession(),
        readOwed: async () => this.signOutOwed,
        keepOwed: async (owed) => {
          this.signOutOwed = owed;
        },
      }),
      goTo: (address) => this.wentTo.push(address),
      signInAddress: (path) => `/auth/login?to=${path}`,
      place: () => '/personer',
      update: signal('none'),
      applyUpdate: () => {},
      trouble: signal(false),
      reload: () => {},
      newId: () => uuid(99),
      clock: () => NOON,
      everyMinute: () => {},
    };
  }
}

function signedIn(person: SessionSeen['person'], demo: SessionSeen['demo'] = null): SessionSeen {
  return { tenant: TENANT, demo, person };
}

describe('the door', () => {
  test('a new tablet asks to sign in, and says so when there is no network', async () => {
    const world = new World();
    const app = world.app();
    await app.start();
    expect(app.door.value).toEqual({ at: 'signIn', failure: null });
    world.session = { failure: 'offline' };
    const offline = world.app();
    await offline.start();
    expect(offline.door.value).toEqual({ at: 'signIn', failure: 'offline' });
  });

  test('signing in leaves the app only when the server answers', async () => {
    const world = new World();
    const app = world.app();
    await app.start();
    world.session = { failure: 'unreachable' };
    app.signIn('/personer');
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(app.door.value).toEqual({ at: 'signIn', failure: 'offline' });
    world.session = signedIn(null);
    app.signIn('/personer');
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(world.wentTo).toEqual(['/auth/login?to=/personer']);
  });

  test('whoever has signed in and has no vault here chooses a passphrase, also on a tablet that others use', async () => {
    const world = new World();
    world.holds(INGRID);
    world.session = signedIn(JONAS);
    const app = world.app();
    await app.start();
    expect(app.door.value).toMatchObject({ at: 'choosePassphrase', person: JONAS });
  });

  test('a tablet with a vault can be unlocked before the network has said anything', async () => {
    const world = new World();
    world.holds(INGRID);
    world.session = { failure: 'offline' };
    const app = world.app();
    await app.start();
    expect(app.door.value).toMatchObject({ at: 'locked', failure: null });
  });

  test.each(['wrongPassphrase', 'failed'] as const)(
    'a vault that does not open (%s) leaves the person at the door',
    async (why) => {
      const world = new World();
      world.holds(INGRID);
      world.unlocking = why;
      const app = world.app();
      await app.start();
      await app.unlock(uuid(10), 'x');
      expect(app.door.value).toMatchObject({ at: 'locked', failure: why });
    },
  );

  test('a passphrase that does not fit leaves the one who tried chosen, and not another on the tablet', async () => {
    const world = new World();
    world.holds(INGRID);
    world.holds(JONAS);
    const app = world.app();
    await app.start();
    expect(app.door.value).toMatchObject({ at: 'locked', chosen: uuid(10) });
    await app.unlock(uuid(11), 'x');
    expect(app.door.value).toMatchObject({ at: 'locked', chosen: uuid(11), failure: 'wrongPassphrase' });
  });

  test('what nobody expected leaves the person at the door too, and is not hidden', async () => {
    const world = new World();
    world.holds(INGRID);
    world.unlocking = 'breaks';
    const app = world.app();
    await app.start();
    await expect(app.unlock(uuid(10), 'x')).rejects.toThrow('nobody expected this');
    expect(app.door.value).toMatchObject({ at: 'locked', failure: 'failed' });
  });

  test('a database of a newer app says reload', async () => {
    const world = new World();
    world.holds(INGRID);
    world.unlocking = 'newerFormat';
    const app = world.app();
    await app.start();
    await app.unlock(uuid(10), 'x');
    expect(app.door.value).toEqual({ at: 'mustReload' });
  });

  test('[R8] a passphrase chosen as somebody else signs in makes no vault: the door is that of who is signed in now', async () => {
    const world = new World();
    world.session = signedIn(INGRID);
    const app = world.app();
    await app.start();
    world.session = signedIn(JONAS);
    world.making = 'notTheirs';
    await app.choosePassphrase('fire ord som huskes');
    expect(app.door.value).toMatchObject({ at: 'choosePassphrase', person: JONAS, failure: null });
  });

  test('one whose vault another tab has made meanwhile unlocks it', async () => {
    const world = new World();
    world.session = signedIn(INGRID);
    const app = world.app();
    await app.start();
    world.holds(INGRID);
    world.making = 'notTheirs';
    await app.choosePassphrase('fire ord som huskes');
    expect(app.door.value).toMatchObject({ at: 'locked' });
  });

  test('signing out hides everything before the network is asked', async () => {
    const world = new World();
    world.holds(INGRID);
    const app = world.app();
    await app.start();
    world.endSession = () => new Promise(() => {}); // a network that never answers
    void app.signOut();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(app.door.value.at).toBe('locked');
  });

  test('one who was about to choose a passphrase and is somebody else comes back to the vaults that are here', async () => {
    const world = new World();
    world.holds(INGRID);
    world.session = signedIn(JONAS);
    const app = world.app();
    await app.start();
    app.otherPerson();
    for (let turn = 0; turn < 40; turn++) await Promise.resolve();
    expect(app.door.value).toMatchObject({ at: 'locked', chosen: uuid(10) });
  });

  test('and to sign-in where there are none', async () => {
    const world = new World();
    world.session = signedIn(JONAS);
    const app = world.app();
    await app.start();
    app.otherPerson();
    for (let turn = 0; turn < 40; turn++) await Promise.resolve();
    expect(app.door.value).toEqual({ at: 'signIn', failure: null });
  });

  test('a sign-out without contact is owed and said, and the next contact ends the session before it asks whose it is', async () => {
    const world = new World();
    world.holds(INGRID);
    const app = world.app();
    await app.start();
    world.session = { failure: 'offline' };
    await app.signOut();
    expect(app.signOutOwed.value).toBe(true);

    world.sessionsRead = 0;
    const restarted = world.app();
    await restarted.start();
    expect(world.sessionsRead).toBe(0);
    expect(restarted.signOutOwed.value).toBe(true);

    world.session = signedIn(JONAS); // the one who signed out, as the server still believes
    const again = world.app();
    await again.start();
    expect(again.door.value.at).toBe('locked');
    expect(again.signOutOwed.value).toBe(false);
  });
});

describe('the day', () => {
  test('in demo it is the server’s, also at the next start without network', async () => {
    const world = new World();
    world.session = signedIn(null, { today: '2026-11-16' });
    const app = world.app();
    await app.start();
    expect(app.demo.value).toEqual({ today: '2026-11-16' });
    world.session = { failure: 'offline' };
    const again = world.app();
    await again.start();
    expect(again.demo.value).toEqual({ today: '2026-11-16' });
    expect(again.tenant.value).toEqual(TENANT);
  });

  test('outside demo nothing is said of it', async () => {
    const app = new World().app();
    await app.start();
    expect(app.demo.value).toBeNull();
  });
});
