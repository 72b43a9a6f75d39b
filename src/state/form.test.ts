import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../test/preview/memory-model.ts';
import type { Rec } from '../domain/record.ts';
import { createDrafts, DRAFT_DELAY } from './drafts.ts';
import { createForm, REST } from './form.ts';
import { goalForm, locationForm, measureForm } from './plan-actions.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
const colleague = '00000000-0000-4000-8000-000000000002';
const file = '00000000-0000-4000-8000-00000000000a';
const goalId = '00000000-0000-4000-8000-00000000000b';
const theirs = '00000000-0000-4000-8000-0000000000ff';
const first = '00000000-0000-4000-8000-0000000000f1';

const field = (value: string) => ({ value, by: colleague, at: 1, names: [first], ahead: [], waiting: [] });
const goal: Rec = {
  id: goalId,
  file,
  compartment: 'work',
  type: 'goal',
  seq: 1,
  fields: { area: field('work'), text: field('Finne praksis') },
};

let model: MemoryModel;
const isolated = (records: Rec[] = [goal]) =>
  createMemoryModel({ me, records, staff: [], today: '2026-11-16', now: 1_000 });
const existing = () => {
  const drafts = createDrafts(model);
  return { drafts, form: createForm(model, drafts, goalForm(file, goalId, 'work', null)) };
};
const textOf = () => model.files.value.get(file)?.records.get(goalId)?.fields.text?.value;
const arrive = (value: string) =>
  model.arrives({
    by: colleague,
    at: 2,
    change: {
      id: theirs,
      creates: false,
      record: { id: goalId, file, compartment: 'work', type: 'goal' },
      fields: { text: { value, saw: [first], settles: [] } },
    },
  });

beforeEach(() => {
  vi.useFakeTimers();
  model = isolated();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is typed is a draft within half a second, and no change', async () => {
  const { form } = existing();
  form.type('text', 'Finne praksis i bar');
  expect(DRAFT_DELAY).toBeLessThanOrEqual(500);
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY);
  expect(model.kept.get(`goal:${goalId}`)?.text.text).toBe('Finne praksis i bar');
  expect(form.saving.value).toBe('draft');
  expect(model.edits).toEqual([]);
});

test('the form says that it is on the device only after the edit has resolved', async () => {
  const { form } = existing();
  model.hold();
  form.type('text', 'Finne praksis i barnehage');
  const left = form.leave('text');
  await vi.advanceTimersByTimeAsync(1);
  expect(model.edits).toHaveLength(1);
  expect(form.saving.value).toBe('draft');
  model.release();
  expect(await left).toBe(true);
  expect(form.saving.value).toBe('onDevice');
  model.receive();
  expect(form.saving.value).toBe('received');
  expect(model.kept.size).toBe(0);
});

test('a failure keeps the text, the draft and the truth', async () => {
  const { form } = existing();
  model.failWith('full');
  form.type('text', 'Finne praksis i barnehage');
  expect(await form.leave('text')).toBe(false);
  expect(form.saving.value).toBe('failed');
  expect(form.failure.value).toBe('full');
  expect(form.text('text')).toBe('Finne praksis i barnehage');
  expect(model.kept.get(`goal:${goalId}`)?.text.text).toBe('Finne praksis i barnehage');
  model.failWith(null);
  expect(await form.commit()).toBe(true);
  expect(textOf()).toBe('Finne praksis i barnehage');
});

test('a value that arrives under the caret is not shown in its place, and the change says it was not seen', async () => {
  const { form } = existing();
  form.enter('text');
  arrive('Finne praksis på sykehjem');
  expect(form.text('text')).toBe('Finne praksis');
  form.type('text', 'Finne praksis i barnehage');
  await form.leave('text');
  expect(model.edits[0]?.[0]?.shown?.text).toEqual([first]);
});

test('leaving without having typed is no change, and what has arrived is shown', async () => {
  const { form } = existing();
  form.enter('text');
  arrive('Finne praksis på sykehjem');
  await form.leave('text');
  expect(form.text('text')).toBe('Finne praksis på sykehjem');
  form.type('text', 'noe');
  form.type('text', 'Finne praksis på sykehjem');
  await form.leave('text');
  expect(model.edits).toEqual([]);
  expect(model.kept.size).toBe(0);
});

test('a draft is found again by the next session, with the value it was typed over', async () => {
  const before = existing();
  before.form.type('text', 'Finne praksis i bar');
  before.drafts.flush();
  arrive('Finne praksis på sykehjem');

  const drafts = createDrafts(model);
  await vi.waitUntil(() => drafts.isReady.value);
  const form = createForm(model, drafts, goalForm(file, goalId, 'work', null));
  expect(form.foundFrom).toBe(1_000);
  expect(form.text('text')).toBe('Finne praksis i bar');
  await form.commit();
  expect(model.edits[0]?.[0]?.shown?.text).toEqual([first]);
});

test('a rest in typing saves what exists, and never makes what does not', async () => {
  const { form } = existing();
  form.type('text', 'Finne praksis i barnehage');
  await vi.advanceTimersByTimeAsync(REST);
  expect(model.edits).toHaveLength(1);

  const id = '00000000-0000-4000-8000-00000000000c';
  const fresh = createForm(model, createDrafts(model), goalForm(file, id, 'work', null));
  fresh.type('text', 'Ta truckførerbevis');
  await vi.advanceTimersByTimeAsync(REST);
  expect(model.edits).toHaveLength(1);
  await fresh.leave('text');
  await fresh.pause();
  expect(model.edits).toHaveLength(1);
  await fresh.commit();
  expect(model.edits[1]?.[0]).toMatchObject({ creates: true, fields: { area: 'work', text: 'Ta truckførerbevis' } });
});

test('nothing is made of a new goal without text, and its draft does not stay', async () => {
  const id = '00000000-0000-4000-8000-00000000000c';
  const form = createForm(model, createDrafts(model), goalForm(file, id, 'work', null));
  form.type('text', 'T');
  form.type('text', '  ');
  await form.leave('text');
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY);
  expect(model.kept.size).toBe(0);
  expect(await form.commit()).toBe(true);
  expect(model.edits).toEqual([]);
});

test('a goal is not emptied: the blank text is said, the old one stays, and what stands beside it is saved', async () => {
  const { form } = existing();
  form.type('text', '  ');
  form.type('dueOn', '2027-01-01');
  expect(await form.leave('dueOn')).toBe(false);
  expect([...form.invalid.value]).toEqual(['text']);
  expect(textOf()).toBe('Finne praksis');
  expect(model.edits).toMatchObject([[{ fields: { dueOn: '2027-01-01' } }]]);
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY);
  expect(model.kept.size).toBe(0);
});

test('a new goal with a day and no text is not made, and the form says what it lacks', async () => {
  const id = '00000000-0000-4000-8000-00000000000c';
  const form = createForm(model, createDrafts(model), goalForm(file, id, 'work', null));
  form.type('dueOn', '2027-01-01');
  expect(await form.commit()).toBe(false);
  expect([...form.invalid.value]).toEqual(['text']);
  form.type('text', 'Ta truckførerbevis');
  expect(await form.commit()).toBe(true);
  expect(model.edits).toMatchObject([[{ creates: true, fields: { text: 'Ta truckførerbevis', dueOn: '2027-01-01' } }]]);
});

test('a day that is half deleted is said, the old one stays, and no draft is kept of what no input can show', async () => {
  const id = '00000000-0000-4000-8000-00000000000d';
  const form = createForm(model, createDrafts(model), measureForm(file, id, 'work', null, null));
  await form.choose({ kind: 'PRAKSIS' });
  form.type('from', '2026-12-01');
  expect(await form.leave('from')).toBe(true);
  form.type('from', '…');
  expect(await form.leave('from')).toBe(false);
  expect([...form.invalid.value]).toEqual(['from']);
  expect(model.files.value.get(file)?.records.get(id)?.fields.period?.value).toEqual({ from: '2026-12-01', to: null });
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY);
  expect(model.kept.size).toBe(0);
});

test('a new goal with a half-typed day is not made until the day is whole or gone', async () => {
  const id = '00000000-0000-4000-8000-00000000000c';
  const form = createForm(model, createDrafts(model), goalForm(file, id, 'work', null));
  form.type('text', 'Ta truckførerbevis');
  form.type('dueOn', '…');
  expect(await form.commit()).toBe(false);
  expect(model.edits).toEqual([]);
  expect([...form.invalid.value]).toEqual(['dueOn']);
  form.type('dueOn', '');
  expect(form.invalid.value.size).toBe(0); // at once, so that nothing moves when Ferdig is pressed
  expect(await form.commit()).toBe(true);
  expect(model.edits).toMatchObject([[{ creates: true, fields: { text: 'Ta truckførerbevis' } }]]);
});

test('a tab ends only the draft it wrote or took up, never the one another tab keeps about the same record', async () => {
  const id = '00000000-0000-4000-8000-00000000000d';
  const form = createForm(model, createDrafts(model), measureForm(file, id, 'work', null, null));
  await form.choose({ kind: 'PRAKSIS' });
  const other = createForm(model, createDrafts(model), measureForm(file, id, 'work', null, null));
  other.type('title', 'Regnskapskontor');
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY);
  await form.choose({ status: 'planned' });
  await form.commit();
  form.discard();
  expect(model.kept.get(`measure:${id}`)?.text.title).toBe('Regnskapskontor');
  expect(await other.commit()).toBe(true);
  expect(model.kept.size).toBe(0);
});

test('a text that is no value is said, and does not stop what stands beside it', async () => {
  const id = '00000000-0000-4000-8000-00000000000d';
  const form = createForm(model, createDrafts(model), measureForm(file, id, 'work', null, null));
  await form.choose({ kind: 'PRAKSIS' });
  form.type('hours', 'femten');
  form.type('from', '2026-12-01');
  expect(await form.commit()).toBe(false);
  expect([...form.invalid.value]).toEqual(['hours']);
  expect(form.text('hours')).toBe('femten');
  expect(model.edits[1]?.[0]?.fields).toEqual({ period: { from: '2026-12-01', to: null } });
  form.type('hours', '7,5');
  form.type('to', '2027-02-01');
  expect(await form.commit()).toBe(true);
  expect(model.edits[2]?.[0]?.fields).toEqual({ hoursPerWeek: 7.5, period: { from: '2026-12-01', to: '2027-02-01' } });
});

test('a place is made when its field is left, since the measure it belongs to is', async () => {
  const id = '00000000-0000-4000-8000-00000000000e';
  const form = createForm(model, createDrafts(model), locationForm(file, id, undefined));
  form.type('partner', 'Tall & Orden');
  await form.pause();
  expect(model.edits).toEqual([]);
  await form.leave('partner');
  expect(model.edits[0]?.[0]).toMatchObject({ creates: true, fields: { kind: 'place', partner: 'Tall & Orden' } });
});

test('once closed, nothing is saved, and the draft stays', async () => {
  const { form } = existing();
  form.type('text', 'Finne praksis i barnehage');
  form.close();
  await form.leave('text');
  await form.pause();
  await vi.advanceTimersByTimeAsync(REST);
  expect(model.edits).toEqual([]);
  expect(model.kept.get(`goal:${goalId}`)?.text.text).toBe('Finne praksis i barnehage');
});

test('what is typed while a change is being stored is kept as a draft of its own', async () => {
  const { form } = existing();
  model.hold();
  form.type('text', 'Finne praksis i barnehage');
  const left = form.leave('text');
  await vi.advanceTimersByTimeAsync(1);
  form.type('text', 'Finne praksis i barnehage nær hjemmet');
  model.release();
  await left;
  expect(form.saving.value).toBe('draft');
  await vi.advanceTimersByTimeAsync(DRAFT_DELAY);
  expect(model.kept.get(`goal:${goalId}`)?.text.text).toBe('Finne praksis i barnehage nær hjemmet');
});
