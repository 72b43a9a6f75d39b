import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { MapDevice } from '../../test/simulation/map-device.ts';
import { MarkerSealer } from '../../test/simulation/marker-sealing.ts';
import type { Change, Rec } from '../domain/record.ts';
import { type ClientPorts, type SealedAppend, StoreFailure } from '../sync/ports.ts';
import { drive } from '../sync/steps.ts';
import { catchUp, edit, openTab } from '../sync/tab.ts';
import { createModel } from './create-model.ts';
import type { RecordEdit } from './model.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [ME, OTHER, FILE, SECOND, GOAL] = [1, 2, 3, 4, 5].map(uuid) as [string, string, string, string, string];

function confirmed(file: string, id: string, seq: number, text: string): Rec {
  const field = { value: text, by: OTHER, at: 0, names: [uuid(seq)], ahead: [], waiting: [] };
  return { id, file, compartment: 'language', type: 'goal', fields: { text: field }, seq };
}

const write: RecordEdit = {
  record: { id: GOAL, file: FILE, compartment: 'language', type: 'goal' },
  creates: false,
  fields: { area: 'language', text: 'B2 muntlig' },
};

class FailingDevice extends MapDevice {
  failing: StoreFailure['kind'] | null = null;

  override append(append: SealedAppend) {
    if (this.failing) throw new StoreFailure(this.failing);
    return super.append(append);
  }
}

async function opened() {
  const device = new FailingDevice();
  let ids = 100;
  const ports: ClientPorts = {
    vault: uuid(9),
    store: device,
    sealer: new MarkerSealer(uuid(9), 'signing', () => uuid(8)),
    transport: { send: () => ({ failure: 'offline' }), pull: () => ({ failure: 'offline' }) },
    now: () => 1_000,
    newId: () => uuid(ids++),
  };
  const tab = await drive(openTab(ports));
  const engine = {
    tab,
    edit: (changes: Change[], drafts: string[]) => drive(edit(tab, changes, drafts)),
    syncNow: () => {},
    isOnline: () => false,
  };
  const drafts = { save: async () => {}, drop: async () => {}, all: async () => [] };
  const { model } = createModel({
    engine,
    drafts,
    me: { id: ME, name: 'Ingrid Moen', role: 'adviser' },
    tenant: { name: 'Granvik kommune', place: '' },
    today: signal('2026-11-16'),
    now: ports.now,
    newId: ports.newId,
  });
  return { model, device, tab, ports };
}

async function received(tab: Awaited<ReturnType<typeof opened>>['tab'], records: Rec[]) {
  const head = { ...tab.state.head, version: tab.state.head.version + 1 };
  const append = { expected: head.version - 1, head, records, envelopes: [], outbox: [], quarantined: [], staff: null };
  await tab.ports.store.append({ ...append, batch: null, forget: 0, drafts: [], durability: 'strict' });
  await drive(catchUp(tab));
}

describe('the model', () => {
  test('[R4] an edit is shown, and said to be saved, only after its append', async () => {
    const { model, device } = await opened();
    const saved = model.edit([{ ...write, creates: true }]);
    expect(model.files.value.size).toBe(0);
    expect(await saved).toEqual({ saved: true });
    expect(device.read().pending).toHaveLength(1);
    expect(model.files.value.get(FILE)?.records.get(GOAL)?.fields.text?.value).toBe('B2 muntlig');
    expect(model.files.value.get(FILE)?.records.get(GOAL)?.unsent).toEqual(new Set(['area', 'text']));
  });

  test.each([
    ['full', 'full'],
    ['newerFormat', 'newerFormat'],
    ['aborted', 'failed'],
    ['closed', 'failed'],
  ] as const)('a store that is %s is told as %s, and nothing is shown', async (kind, failure) => {
    const { model, device } = await opened();
    device.failing = kind;
    expect(await model.edit([write])).toEqual({ saved: false, failure });
    expect(model.files.value.size).toBe(0);
    expect(model.sync.value.waiting).toBe(0);
  });

  test('text that no database can hold is refused before anything is written', async () => {
    const { model, device } = await opened();
    expect(await model.edit([{ ...write, fields: { text: 'a\u0000' } }])).toEqual({ saved: false, failure: 'notText' });
    expect(device.read().pending).toEqual([]);
  });

  test('what the municipality would refuse is refused here, before it is called saved', async () => {
    const { model, device } = await opened();
    const long = { ...write, creates: true, fields: { area: 'language', text: 'x'.repeat(100_000) } };
    expect(await model.edit([long])).toEqual({ saved: false, failure: 'invalid' });
    expect(device.read().pending).toEqual([]);
  });

  test('what arrives in one case leaves the others the same objects', async () => {
    const { model, tab } = await opened();
    await received(tab, [confirmed(FILE, GOAL, 20, 'A1'), confirmed(SECOND, uuid(6), 21, 'A2')]);
    const before = model.files.value;
    await received(tab, [confirmed(SECOND, uuid(7), 22, 'B1')]);
    expect(model.files.value.get(FILE)).toBe(before.get(FILE));
    expect(model.files.value.get(SECOND)).not.toBe(before.get(SECOND));
    expect(model.files.value.get(SECOND)?.records.get(uuid(6))).toBe(before.get(SECOND)?.records.get(uuid(6)));
  });

  test('[R1] the second edit of one field names the first, which is still pending', async () => {
    const { model, tab } = await opened();
    await received(tab, [confirmed(FILE, GOAL, 20, 'A1')]);
    await model.edit([write]);
    await model.edit([{ ...write, fields: { text: 'C1' } }]);
    const [first, second] = tab.state.pending.map((one) => one.change);
    expect(second?.fields.text?.saw).toEqual([uuid(20), first?.id]);
  });

  test('what waits and since when is always known', async () => {
    const { model } = await opened();
    await model.edit([{ ...write, creates: true }]);
    expect(model.sync.value).toMatchObject({ waiting: 1, oldestWaiting: 1_000, online: false, freshAt: null });
  });
});
