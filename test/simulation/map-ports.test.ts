import { expect, test } from 'vitest';
import { StoreFailure } from '../../src/sync/ports.ts';
import { EMPTY_HEAD } from '../../src/sync/state.ts';
import { appendTo, type Device, describeDeviceStore, edits, id, record } from '../contracts/device-store.ts';
import { describeServerFeed } from '../contracts/server-feed.ts';
import { describeServerLog } from '../contracts/server-log.ts';
import type { ServerWorld } from '../contracts/server-world.ts';
import { MapDatabase } from './map-database.ts';
import { MapDevice } from './map-device.ts';
import { MapFeed } from './map-feed.ts';
import { MapLog, REFUSED_TEXT } from './map-log.ts';

function mapDevice(): Device {
  const device = new MapDevice();
  return { vault: id(999), open: () => device };
}

function mapServer(): ServerWorld {
  const database = new MapDatabase();
  return {
    log: new MapLog(database),
    feed: new MapFeed(database, id(700)),
    addPerson: ({ id: person, name, role }) => void database.staff.set(person, { name, role }),
    addVault: (vault) => void database.vaults.set(vault.id, vault),
    grant: (file, person) => database.grant(file, person),
    refused: REFUSED_TEXT,
  };
}

describeDeviceStore('the simulated device', mapDevice);
describeServerLog('the simulated server', mapServer);
describeServerFeed('the simulated server', mapServer);

test('a power cut takes what came after the last strict append, and nothing before', () => {
  const device = new MapDevice();
  const saved = edits(id(999), EMPTY_HEAD, 1);
  device.append(saved);
  device.append(appendTo(saved.head, { records: [record(1, 1)] }));
  device.cutPower();
  expect(device.read()).toMatchObject({ head: saved.head, pending: [{ counter: 1 }], records: [] });
});

test('a device that fails says so and writes nothing', () => {
  let isFull = true;
  const device = new MapDevice({ fails: () => isFull });
  expect(() => device.append(edits(id(999), EMPTY_HEAD, 1))).toThrow(StoreFailure);
  isFull = false;
  expect(device.read().head).toEqual(EMPTY_HEAD);
});

test('the server’s process dies: its transaction and its lock are gone, what was committed stays', async () => {
  const database = new MapDatabase();
  const log = new MapLog(database);
  database.staff.set(id(1), { name: 'Ansatt', role: 'adviser' });
  database.vaults.set(id(11), { id: id(11), person: id(1), signingKey: '', counter: 0, chain: '', revoked: false });
  const keys = { vault: id(11), counters: [], changes: [], records: [], files: [] };
  await log.begin().load(keys);
  database.closeConnections();
  expect(await log.begin().load(keys)).toMatchObject({ seq: 0 });
});

test('a value that no database takes is refused by itself', async () => {
  const field = { value: REFUSED_TEXT, by: id(1), at: 0, names: [id(2)], ahead: [], waiting: [] };
  const transaction = new MapLog(new MapDatabase()).begin();
  const writes = { seq: 1, vault: { id: id(11), counter: 1, chain: '' }, log: [], quarantine: [], grants: [] };
  expect(() => transaction.write({ ...writes, records: [{ ...record(1, 1), fields: { text: field } }] })).toThrow(
    'refused',
  );
});
