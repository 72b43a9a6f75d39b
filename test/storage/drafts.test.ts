import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDraftStore, type DraftStore } from '../../src/storage/drafts.ts';
import { EMPTY_HEAD } from '../../src/sync/state.ts';
import { edits, id } from '../contracts/device-store.ts';
import { dexieDevice, newTablet } from './dexie-device.ts';

let device: Awaited<ReturnType<typeof dexieDevice>>;
let drafts: DraftStore;

beforeEach(async () => {
  newTablet();
  device = await dexieDevice();
  drafts = createDraftStore(device.connect(), device.cipher);
});

afterEach(() => device.close());

const draft = (name: string, text: string) => ({ id: name, file: id(101), text: { text }, savedAt: 7 });

test('a draft is there after a crash, as it was last typed, and gone when it is dropped', async () => {
  await drafts.put(draft('goal:1', 'hal'));
  await drafts.put(draft('goal:1', 'halv setning'));
  await drafts.put(draft('goal:2', 'en annen'));
  const after = createDraftStore(device.connect(), device.cipher);
  expect(await after.all()).toEqual([draft('goal:1', 'halv setning'), draft('goal:2', 'en annen')]);
  await after.drop('goal:2');
  await after.drop('aldri skrevet');
  expect(await drafts.all()).toEqual([draft('goal:1', 'halv setning')]);
});

test('the append that makes it a change deletes it, and one that is refused does not', async () => {
  await drafts.put(draft('goal:1', 'ferdig setning'));
  await drafts.put(draft('goal:2', 'en annen'));
  const store = device.open();
  expect(await store.append({ ...edits(device.vault, EMPTY_HEAD, 1), expected: 5, drafts: ['goal:1'] })).toBe('stale');
  expect(await drafts.all()).toHaveLength(2);
  expect(await store.append({ ...edits(device.vault, EMPTY_HEAD, 1), drafts: ['goal:1'] })).toBe('appended');
  expect((await drafts.all()).map((each) => each.id)).toEqual(['goal:2']);
});

test('drafts are written without head: no tab becomes stale by another’s typing', async () => {
  const store = device.open();
  const before = await store.read();
  await drafts.put(draft('goal:1', 'tekst'));
  expect((await store.read()).head).toEqual(before.head);
});
