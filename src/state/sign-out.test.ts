import { expect, test } from 'vitest';
import type { ContactFailure } from '../sync/state.ts';
import { createSignOut } from './sign-out.ts';

/** A tablet's setting, and a server that can be reached or not. */
class World {
  kept = false;
  failure: ContactFailure | null = null;
  asked = 0;

  tab() {
    return createSignOut({
      endSession: async () => {
        this.asked++;
        return this.failure ? { failure: this.failure } : {};
      },
      readOwed: async () => this.kept,
      keepOwed: async (owed) => {
        this.kept = owed;
      },
    });
  }
}

test('with contact the session is ended at once, and nothing is owed', async () => {
  const world = new World();
  const tab = world.tab();
  await tab.leave();
  expect(world.asked).toBe(1);
  expect([tab.owed.value, world.kept]).toEqual([false, false]);
});

test('without contact it is owed, also after a restart, until the server has ended it', async () => {
  const world = new World();
  world.failure = 'offline';
  const tab = world.tab();
  await tab.leave();
  expect(tab.owed.value).toBe(true);

  const restarted = world.tab();
  expect(await restarted.settle()).toBe('offline');
  expect(restarted.owed.value).toBe(true);
  world.failure = null;
  expect(await restarted.settle()).toBeNull();
  expect([restarted.owed.value, world.kept]).toEqual([false, false]);
});

test('a session begun after another tab ended the old one is left alone', async () => {
  const world = new World();
  world.failure = 'offline';
  const [one, other] = [world.tab(), world.tab()];
  await one.leave();
  world.failure = null;
  await other.settle();
  expect(await one.settle()).toBeNull();
  expect(world.asked).toBe(2); // the try without contact, and the other tab's
  expect(one.owed.value).toBe(false);
});
