import { expect, test } from 'vitest';
import { createMemoryModel } from '../../test/preview/memory-model.ts';
import type { Rec, Value } from '../domain/record.ts';
import type { Role } from '../domain/roles.ts';
import { createDrafts } from './drafts.ts';
import { createEntryWriter } from './entry-writer.ts';
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
  expect(model.kept.has(`entry:${file}`)).toBe(true);
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
