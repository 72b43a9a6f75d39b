import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyStore, lockedVaults } from '../../src/storage/key-rows.ts';
import { outboxesHere } from '../../src/storage/outbox.ts';
import { EMPTY_HEAD } from '../../src/sync/state.ts';
import { edits, envelope, id } from '../contracts/device-store.ts';
import { dexieDevice, newTablet } from './dexie-device.ts';

const devices: Awaited<ReturnType<typeof dexieDevice>>[] = [];

beforeEach(newTablet);
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

async function vault(number: number) {
  const device = await dexieDevice(id(number));
  devices.push(device);
  return device;
}

test('a locked tablet lists its vaults and what waits in each, with no key', async () => {
  const [one] = [await vault(1), await vault(2)];
  const store = one.open();
  await store.append(edits(id(1), EMPTY_HEAD, 1, 2, 3));
  await store.markAnswered([{ counter: 2, outcome: 'applied' }]);

  const locked = { calledAs: 'KN', tenantName: 'Prøvevik kommune' };
  expect(await lockedVaults()).toEqual([
    { vault: id(1), ...locked, waiting: 2 },
    { vault: id(2), ...locked, waiting: 0 },
  ]);
});

test('what waits in every vault can be sent with no key', async () => {
  for (const number of [1, 2]) await (await vault(number)).open().append(edits(id(number), EMPTY_HEAD, 1, 2));
  const outboxes = await outboxesHere();
  expect(outboxes.map((outbox) => outbox.vault).sort()).toEqual([id(1), id(2)]);
  for (const outbox of outboxes) {
    expect(await outbox.firstWaiting()).toBe(1);
    await outbox.markAnswered([{ counter: 1, outcome: 'duplicate' }]);
    expect(await outbox.firstWaiting()).toBe(2);
    expect(await outbox.envelopes(2, 10)).toEqual([envelope(outbox.vault, 2)]);
    expect(await outbox.epoch()).toBe(0);
    outbox.close();
  }
});

test('other databases and vaults that were never made to the end are nobody’s vault', async () => {
  const other = new Dexie('fotfeste-device');
  other.version(1).stores({ settings: '' });
  await other.open();
  other.close();
  const halfMade = new Dexie(`fotfeste-${id(3)}`);
  await halfMade.open().catch(() => {});
  halfMade.close();
  await vault(1);
  const before = await indexedDB.databases();
  expect((await lockedVaults()).map((each) => each.vault)).toEqual([id(1)]);
  expect((await outboxesHere()).map((each) => each.vault)).not.toContain('device');
  expect(await indexedDB.databases()).toContainEqual(before.find((each) => each.name === 'fotfeste-device'));
});

test('asking for a vault that is not here does not make one', async () => {
  expect(await createKeyStore().read(id(9))).toBeNull();
  expect(await Dexie.getDatabaseNames()).toEqual([]);
});

test('a vault is made once: its keys are never written over', async () => {
  await vault(1);
  const again = { vault: id(1), calledAs: 'XX', tenantName: 'Annen' };
  await expect(createKeyStore().create(again)).rejects.toThrow();
  expect((await lockedVaults())[0]).toMatchObject({ calledAs: 'KN' });
});
