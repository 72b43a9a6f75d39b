import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Rec, Value } from '../domain/record.ts';
import type { Role } from '../domain/roles.ts';
import { createDrafts } from './drafts.ts';
import { begunCorrections, createCorrectionWriter, createEntryWriter } from './entry-writer.ts';
import { createLog } from './log.ts';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen' };
const file = '00000000-0000-4000-8000-00000000000a';
const entry = (id: string, happenedOn: string, kind: string, fields: Record<string, Value> = {}): Rec => ({
  id,
  file,
  compartment: 'plan',
  type: 'entry',
  seq: 1,
  fields: Object.fromEntries(
    Object.entries({ kind, happenedOn, area: null, text: id, ...fields }).map(([name, value]) => [
      name,
      { value, by: me.id, at: 5, names: [id], ahead: [], waiting: [] },
    ]),
  ),
});
const records = [
  entry('old', '2026-10-02', 'visit'),
  entry('new', '2026-11-13', 'note'),
  entry('mid', '2026-11-02', 'visit'),
  entry('gone', '2026-11-14', 'note', { deleted: true }),
];
const modelFor = (role: Role) =>
  createMemoryModel({ me: { ...me, role }, records, staff: [], today: '2026-11-16', now: 7 });
const shown = (log: ReturnType<typeof createLog>) =>
  log.months.value.map(({ month, entries }) => [month, ...entries.map(({ record }) => record.id)]);

test('entries stand newest first by month, and one kind can be asked for', () => {
  const log = createLog(modelFor('adviser'), file);
  expect(shown(log)).toEqual([
    ['2026-11', 'new', 'mid'],
    ['2026-10', 'old'],
  ]);
  log.filter.value = 'visit';
  expect(shown(log)).toEqual([
    ['2026-11', 'mid'],
    ['2026-10', 'old'],
  ]);
  expect(log.kinds.value).toEqual(['note', 'visit']);
});

test('a teacher can write under language only', () => {
  expect(createLog(modelFor('teacher'), file).writable).toEqual(['language']);
  expect(createLog(modelFor('adviser'), file).writable).toEqual([
    null,
    'language',
    'education',
    'work',
    'transport',
    'network',
    'health',
  ]);
});

test('an entry is made on Ferdig and not before, and its area decides where it lies', async () => {
  const model = modelFor('adviser');
  const drafts = createDrafts(model);
  const writer = createEntryWriter(model, drafts, file, [null, 'health']);
  writer.write({ text: 'Trenger fri tirsdager' });
  writer.write({ area: 'health', kind: 'conversation' });
  drafts.flush();
  await drafts.settled();
  expect(model.edits).toEqual([]);
  expect([...model.kept.keys()]).toEqual([expect.stringMatching(/^entry:/)]);
  expect(await writer.finish()).toBe(true);
  expect(model.edits[0]?.[0]).toMatchObject({
    creates: true,
    record: { type: 'entry', compartment: 'health', file },
    fields: { area: 'health', kind: 'conversation', text: 'Trenger fri tirsdager', happenedOn: '2026-11-16' },
  });
  expect(model.kept.size).toBe(0);
  expect(writer.writing.value.text).toBe('');
});

test('pressing Ferdig twice makes one entry', async () => {
  const model = modelFor('adviser');
  const writer = createEntryWriter(model, createDrafts(model), file, [null]);
  writer.write({ text: 'Ringte' });
  await Promise.all([writer.finish(), writer.finish()]);
  expect(model.edits).toHaveLength(1);
});

test('an entry that could not be stored stays in the box and as a draft, and keeps its id', async () => {
  const model = modelFor('adviser');
  const drafts = createDrafts(model);
  const writer = createEntryWriter(model, drafts, file, [null]);
  writer.write({ text: 'Ringte' });
  model.failWith('failed');
  expect(await writer.finish()).toBe(false);
  expect(writer.failure.value).toBe('failed');
  expect(writer.stored.value).toBe(false);
  expect(writer.writing.value.text).toBe('Ringte');

  const later = createDrafts(model);
  await Promise.resolve().then(() => {});
  const again = createEntryWriter(model, later, file, [null]);
  expect(again.writing.value.text).toBe('Ringte');
  expect(again.foundFrom).toBe(7);
  model.failWith(null);
  await again.finish();
  expect(model.edits[1]?.[0]?.record.id).toBe(model.edits[0]?.[0]?.record.id);
});

/** Lets what an earlier session left be read. */
const settle = () => new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
const correctable = (model: ReturnType<typeof modelFor>, id: string) => {
  const found = createLog(model, file).find(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};

test('a correction is a new entry about the same, for the same readers, and the old one stays as it was', async () => {
  const old = '00000000-0000-4000-8000-0000000000cc';
  const records = [entry(old, '2026-11-02', 'visit', { text: 'Besøk' })];
  const who = { ...me, role: 'adviser' as const };
  const model = createMemoryModel({ me: who, records, staff: [], today: '2026-11-16', now: 7 });
  const before = structuredClone(model.files.value.get(file)?.records.get(old)?.fields);
  const writer = createCorrectionWriter(model, createDrafts(model), correctable(model, old));
  expect(writer.writing.value).toEqual({ text: 'Besøk', kind: 'visit', area: null });
  writer.write({ text: 'Besøk, men bare hos naboen' });
  expect(await writer.finish()).toBe(true);
  expect(model.edits).toHaveLength(1);
  expect(model.edits[0]?.[0]).toMatchObject({
    creates: true,
    record: { file, compartment: 'plan', type: 'entry' },
    fields: { kind: 'visit', area: null, text: 'Besøk, men bare hos naboen', happenedOn: '2026-11-02', corrects: old },
  });
  expect(model.files.value.get(file)?.records.get(old)?.fields).toEqual(before);
  const [stands, ...others] = createLog(model, file).months.value.flatMap(({ entries }) => entries);
  expect(others).toEqual([]);
  expect(stands?.text).toBe('Besøk, men bare hos naboen');
  expect(stands?.before.map(({ record }) => record.id)).toEqual([old]);
});

test('a correction of a worry is a worry', async () => {
  const worry = { ...entry('worry', '2026-11-02', 'note'), compartment: 'concern' as const };
  const who = { ...me, role: 'adviser' as const };
  const model = createMemoryModel({ me: who, records: [worry], staff: [], today: '2026-11-16', now: 7 });
  const writer = createCorrectionWriter(model, createDrafts(model), correctable(model, 'worry'));
  writer.write({ text: 'Ikke lenger bekymret' });
  await writer.finish();
  expect(model.edits[0]?.[0]?.record.compartment).toBe('concern');
});

test('what is typed while an entry is being stored begins the next one', async () => {
  const model = modelFor('adviser');
  const drafts = createDrafts(model);
  const writer = createEntryWriter(model, drafts, file, [null]);
  writer.write({ text: 'Det første.' });
  model.hold();
  const finished = writer.finish();
  await settle();
  writer.write({ text: 'Det første. Og mer' });
  model.release();
  expect(await finished).toBe(true);
  expect(writer.writing.value.text).toBe('Og mer');
  await writer.finish();
  expect(model.edits.map(([edit]) => edit?.fields.text)).toEqual(['Det første.', 'Og mer']);
});

test('an error that nobody expected leaves Ferdig working', async () => {
  const model = modelFor('adviser');
  const writer = createEntryWriter(model, createDrafts(model), file, [null]);
  writer.write({ text: 'Det første.' });
  const { edit } = model;
  model.edit = () => Promise.reject(new Error('nobody expected this'));
  await expect(writer.finish()).rejects.toThrow('nobody expected this');
  model.edit = edit;
  expect(await writer.finish()).toBe(true);
});

test('two tabs that write in the same log never end each other’s draft', async () => {
  const model = modelFor('adviser');
  const [here, there] = [createDrafts(model), createDrafts(model)];
  const one = createEntryWriter(model, here, file, [null]);
  const other = createEntryWriter(model, there, file, [null]);
  one.write({ text: 'Fra den ene' });
  here.flush();
  other.write({ text: 'Fra den andre' });
  there.flush();
  await settle();
  await other.finish();
  const texts = [...model.kept.values()].map((draft) => draft.text.text);
  expect(texts).toEqual(['Fra den ene']);
});

test('a correction that is begun is found again beside what is begun of something new, also when the entry is gone', async () => {
  const model = modelFor('adviser');
  const drafts = createDrafts(model);
  createEntryWriter(model, drafts, file, [null]).write({ text: 'Noe nytt' });
  createCorrectionWriter(model, drafts, correctable(model, 'gone')).write({ text: 'Noe rettet' });
  drafts.flush();
  await drafts.settled();

  const later = createDrafts(model);
  await settle();
  expect(begunCorrections(later, file)).toEqual(['gone']);
  expect(begunCorrections(later, me.id)).toEqual([]);
  const again = createCorrectionWriter(model, later, correctable(model, 'gone'));
  expect(again.writing.value.text).toBe('Noe rettet');
  expect(again.foundFrom).toBe(7);
  expect(createEntryWriter(model, later, file, [null]).writing.value.text).toBe('Noe nytt');
  await again.finish();
  expect([...model.kept.keys()]).toEqual([expect.stringMatching(/^entry:/)]);
});

test.each(['mid', '  ', ' mid '])('a correction to %j is none', async (text) => {
  const model = modelFor('adviser');
  const writer = createCorrectionWriter(model, createDrafts(model), correctable(model, 'mid'));
  writer.write({ text });
  expect(await writer.finish()).toBe(false);
  expect(model.edits).toEqual([]);
});

test('only who may write where an entry lies may correct it', () => {
  const records = [
    entry('plan', '2026-11-02', 'note'),
    { ...entry('class', '2026-11-02', 'language'), compartment: 'language' as const },
  ];
  const found = (role: Role) => {
    const model = createMemoryModel({ me: { ...me, role }, records, staff: [], today: '2026-11-16', now: 7 });
    const log = createLog(model, file);
    return ['plan', 'class'].map((id) => log.find(id)?.mayCorrect);
  };
  expect(found('adviser')).toEqual([true, true]);
  expect(found('teacher')).toEqual([undefined, true]);
  expect(found('leader')).toEqual([false, false]);
});
