import { describe, expect, test } from 'vitest';
import { MapDevice } from '../../test/simulation/map-device.ts';
import { MarkerSealer } from '../../test/simulation/marker-sealing.ts';
import type { Change } from '../domain/record.ts';
import type { PullAnswer } from '../protocol/pull.ts';
import type { SendRequest } from '../protocol/send.ts';
import type { ClientPorts } from '../sync/ports.ts';
import { type Engine, type Surroundings, startEngine } from './engine.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function change(n: number): Change {
  const record = { id: uuid(n), file: uuid(3), compartment: 'language', type: 'goal' } as const;
  return { id: uuid(100 + n), record, creates: true, fields: { text: { value: `${n}`, saw: [], settles: [] } } };
}

const page: PullAnswer = {
  epoch: 0,
  cursor: '0.0.',
  scopeVersion: 1,
  atHead: true,
  records: [],
  quarantined: [],
  received: 0,
  forget: 0,
  municipalityKey: { id: uuid(8), publicKey: '' },
};

/** A world that does nothing by itself: timers fire and events happen when the test says so. */
class World {
  isReachable = true;
  isLocked = false;
  sent: number[][] = [];
  pulls = 0;
  told = 0;
  timers: { after: number; happened: () => void }[] = [];
  failures: string[] = [];
  readonly device = new MapDevice();
  private readonly listeners = new Map<string, () => void>();

  async tab(): Promise<Engine> {
    const listener = { changed: () => {}, failed: (failure: Error) => this.failures.push(failure.message) };
    const engine = await startEngine(this.ports(), this.surroundings(), listener);
    await settled();
    return engine;
  }

  async happens(event: string): Promise<void> {
    this.listeners.get(event)?.();
    await settled();
  }

  async timerFires(): Promise<void> {
    this.timers.pop()?.happened();
    await settled();
  }

  private ports(): ClientPorts {
    let ids = 1_000;
    return {
      vault: uuid(9),
      store: this.device,
      sealer: new MarkerSealer(uuid(9), 'key', () => uuid(8)),
      transport: { send: (request) => this.send(request), pull: () => this.pull() },
      now: () => 0,
      newId: () => uuid(ids++),
    };
  }

  private send({ envelopes }: SendRequest) {
    if (!this.isReachable) return { failure: 'unreachable' as const };
    const counters = envelopes.map((one) => one.header.counter);
    this.sent.push(counters);
    const answers = counters.map((counter) => ({ counter, outcome: 'applied' as const, seq: counter }));
    return { epoch: 0, answers, received: counters.at(-1) ?? 0 };
  }

  private pull() {
    this.pulls += 1;
    return this.isReachable ? page : { failure: 'unreachable' as const };
  }

  private surroundings(): Surroundings {
    const listen = (event: string) => (happened: () => void) => {
      this.listeners.set(event, happened);
      return () => this.listeners.delete(event);
    };
    return {
      isOnline: () => true,
      onOnline: listen('online'),
      onOffline: listen('offline'),
      onVisible: listen('visible'),
      onPoke: listen('poke'),
      onOthersWrote: listen('others wrote'),
      tellOthers: () => {
        this.told += 1;
      },
      alone: (_, work) => (this.isLocked ? Promise.resolve() : work()),
      after: (after, happened) => {
        const timer = { after, happened };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((one) => one !== timer);
        };
      },
      chance: () => 0.5,
      askToSendLater: () => {},
    };
  }
}

/** Everything here answers at once; a few turns of the queue and it has all happened. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

describe('keeping in contact', () => {
  test('it asks at start, and at online, visible and poke', async () => {
    const world = new World();
    await world.tab();
    for (const event of ['online', 'visible', 'poke']) await world.happens(event);
    expect(world.pulls).toBe(4);
  });

  test('what is saved is sent at once', async () => {
    const world = new World();
    const engine = await world.tab();
    await engine.edit([change(1)], []);
    await settled();
    expect(world.sent).toEqual([[1]]);
  });

  test('what could not be sent is tried again by the timer, later each time', async () => {
    const world = new World();
    world.isReachable = false;
    const engine = await world.tab();
    await engine.edit([change(1)], []);
    await settled();
    const first = world.timers.at(-1)?.after ?? 0;
    await world.timerFires();
    expect(world.timers.at(-1)?.after).toBeGreaterThan(first);
    world.isReachable = true;
    await world.timerFires();
    expect(world.sent).toEqual([[1]]);
  });

  test('one that found another tab sending sends when that tab has ended', async () => {
    const world = new World();
    const engine = await world.tab();
    world.isLocked = true;
    await engine.edit([change(1)], []);
    await settled();
    expect(world.sent).toEqual([]);
    world.isLocked = false;
    await world.happens('others wrote');
    expect(world.sent).toEqual([[1]]);
  });

  test('two tabs without network do not keep each other awake', async () => {
    const world = new World();
    world.isReachable = false;
    const engine = await world.tab();
    await engine.edit([change(1)], []);
    await settled();
    const told = world.told;
    const pulls = world.pulls;
    await world.happens('others wrote');
    expect(world.told).toBe(told);
    expect(world.pulls).toBe(pulls);
  });

  test('a closed tab asks for nothing more', async () => {
    const world = new World();
    const engine = await world.tab();
    engine.close();
    const pulls = world.pulls;
    for (const event of ['online', 'poke', 'others wrote']) await world.happens(event);
    expect(world.pulls).toBe(pulls);
    expect(world.timers).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
