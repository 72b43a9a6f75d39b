import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/storage/connection.ts';
import { createDraftStore } from '../../src/storage/drafts.ts';
import { EMPTY_HEAD } from '../../src/sync/state.ts';
import { appendTo, envelope, id, page, payload, quarantined, record } from '../contracts/device-store.ts';
import { dexieDevice, newTablet, rawRows, tamper } from './dexie-device.ts';

const SECRET = 'Amina Yusuf Testesen';
let device: Awaited<ReturnType<typeof dexieDevice>>;

beforeEach(async () => {
  newTablet();
  device = await dexieDevice();
});

afterEach(() => device.close());

/** Every way a personal word can come to lie on the device: saved, received, in a page, in quarantine, as staff, as draft. */
async function fill() {
  const { vault } = device;
  const store = device.open();
  const written = payload(1, SECRET);
  await store.append(
    appendTo(EMPTY_HEAD, {
      outbox: [{ counter: 1, payload: written }],
      envelopes: [{ counter: 1, payload: written, envelope: envelope(vault, 1) }],
      records: [record(1, 1, SECRET, 'health'), record(2, 2, SECRET)],
      quarantined: [{ ...quarantined(vault, 1, 3), change: written.change }],
      staff: { version: '1', members: [{ id: id(900), name: SECRET, role: 'adviser' }] },
    }),
  );
  await store.storePage({ id: id(800), pages: 0 }, page([record(3, 4, SECRET)]));
  const connection = connect(vault);
  const drafts = createDraftStore(connection, device.cipher);
  await drafts.put({ id: `goal:${id(1)}`, file: id(101), text: { text: SECRET }, savedAt: 7 });
  connection.close();
  return store;
}

/** All bytes, keys and words of all rows, as text. */
function everything(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}\n${everything(each)}`)
    .join('\n');
}

/** How a word may be spelt in bytes; those of base64 that do not depend on where in a text it begins are enough. */
function spellings(word: string): string[] {
  const bytes = Buffer.from(word);
  const wide = Buffer.from(word, 'utf16le');
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [bytes, wide, wide.swap16()].map((each) => each.toString('latin1')).concat(bytes.toString('hex'), base64);
}

describe('at rest', () => {
  test('no personal word can be read, in any spelling', async () => {
    await fill();
    const found = everything(await rawRows(device.vault));
    expect(found.length).toBeGreaterThan(1_000);
    for (const word of [...SECRET.split(' '), 'fields', 'claimedAt']) {
      for (const spelling of spellings(word)) if (spelling.length > 3) expect(found).not.toContain(spelling);
    }
  });

  test('the same record saved twice is different bytes', async () => {
    const store = device.open();
    await store.append(appendTo(EMPTY_HEAD, { records: [record(1, 1)] }));
    await store.append(appendTo((await store.read()).head, { records: [record(1, 1)] }));
    const [one, other] = (await rawRows(device.vault)).block as { sealed: Uint8Array }[];
    expect(one!.sealed.length).toBe(other!.sealed.length);
    const equal = one!.sealed.filter((byte, at) => byte === other!.sealed[at]).length;
    expect(equal).toBeLessThan(one!.sealed.length / 10);
  });

  test('there is one row for each compartment of each file, not for each record', async () => {
    const store = device.open();
    const records = Array.from({ length: 300 }, (_, index) =>
      record(2 * index, index + 1, 'x', index % 3 ? 'plan' : 'work'),
    );
    await store.append(appendTo(EMPTY_HEAD, { records }));
    expect((await rawRows(device.vault)).block).toHaveLength(2);
    expect((await store.read()).records).toHaveLength(300);
  });

  test.each([
    ['block', 'sealed'],
    ['outbox', 'own'],
    ['draft', 'sealed'],
  ])('one flipped bit in a %s row is refused', async (name, column) => {
    const store = await fill();
    await tamper(device.vault, name, (row: Record<string, Uint8Array>) => {
      const bytes = row[column]; // marks of pages hold none
      if (bytes) bytes[bytes.length >> 1]! ^= 1;
    });
    const connection = connect(device.vault);
    const drafts = createDraftStore(connection, device.cipher);
    await expect(name === 'draft' ? drafts.all() : store.read()).rejects.toMatchObject({ name: 'OperationError' });
    connection.close();
  });

  test('a row moved to another file or compartment is refused', async () => {
    const store = device.open();
    await store.append(appendTo(EMPTY_HEAD, { records: [record(1, 1)] }));
    await tamper(device.vault, 'block', (row: { part: string }) => {
      row.part = 'person';
    });
    await expect(store.read()).rejects.toMatchObject({ name: 'OperationError' });
  });

  test('another vault’s key opens nothing', async () => {
    await fill();
    const other = await dexieDevice(crypto.randomUUID());
    const rows = (await rawRows(device.vault)).outbox as { own: Uint8Array<ArrayBuffer> }[];
    await expect(other.cipher.decrypt(rows[0]!.own, `${device.vault}/outbox/1`)).rejects.toThrow();
    other.close();
  });
});
