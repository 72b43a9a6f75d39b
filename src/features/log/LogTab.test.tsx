import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../../test/preview/memory-model.ts';
import type { Rec } from '../../domain/record.ts';
import type { Role } from '../../domain/roles.ts';
import { createDesk } from '../../state/desk.ts';
import { LogTab } from './LogTab.tsx';

const ingrid = '00000000-0000-4000-8000-000000000001';
const file = '00000000-0000-4000-8000-00000000000a';
const old = '00000000-0000-4000-8000-00000000000b';
const visit: Rec = {
  id: old,
  file,
  compartment: 'language',
  type: 'entry',
  seq: 1,
  fields: Object.fromEntries(
    Object.entries({
      kind: 'visit',
      area: 'language',
      text: 'Besøk på mandag',
      happenedOn: '2026-11-02',
      corrects: null,
    }).map(([name, value]) => [name, { value, by: ingrid, at: 1, names: [old], ahead: [], waiting: [] }]),
  ),
};
const makeModel = (role: Role = 'adviser') =>
  createMemoryModel({
    me: { id: ingrid, name: 'Ingrid Moen', role },
    records: [visit],
    staff: [{ id: ingrid, name: 'Ingrid Moen', role: 'adviser' }],
    today: '2026-11-16',
    now: Date.parse('2026-11-16T09:00:00Z'),
  });

async function open(model: MemoryModel) {
  const desk = createDesk(model);
  await waitFor(() => expect(desk.drafts.isReady.value).toBe(true));
  return { desk, ...render(<LogTab desk={desk} file={file} />) };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const write = (value: string) => fireEvent.input(box(), { target: { value } });

afterEach(cleanup);

test('Rett opens the box with the old text and nothing to choose, and Ferdig folds the old one beneath the new', async () => {
  const model = makeModel();
  await open(model);
  press('Rett: Besøk, 2. nov.');
  await waitFor(() => expect(box().value).toBe('Besøk på mandag'));
  expect(document.activeElement).toBe(box());
  write('Besøk på tirsdag');
  expect(screen.queryByRole('combobox')).toBeNull();
  press('Ferdig');
  await waitFor(() => expect(screen.getByText('Vis det som sto før')).toBeTruthy());

  const entries = document.querySelectorAll('.ff-entry');
  expect(entries).toHaveLength(1);
  expect(entries[0]?.querySelector('.ff-prose')?.textContent).toBe('Besøk på tirsdag');
  const folded = entries[0]?.querySelector('details');
  expect(folded?.open).toBe(false);
  expect(folded?.textContent).toContain('Besøk på mandag');
  expect(folded?.textContent).toContain('Rettet');
  await waitFor(() => expect(document.activeElement).toBe(entries[0]));
  expect(box().value).toBe('');

  box().focus();
  fireEvent.click(screen.getByText('Til rettelsen'));
  expect(document.activeElement).toBe(entries[0]);
});

test('a correction that was begun is in the box after the app went away, and what is new waits its turn', async () => {
  const model = makeModel();
  const first = await open(model);
  write('Noe helt nytt');
  press(/^Rett/);
  await waitFor(() => expect(box().value).toBe('Besøk på mandag'));
  write('Besøk på tirs');
  await first.desk.leave();
  first.unmount();

  await open(model);
  await waitFor(() => expect(box().value).toBe('Besøk på tirs'));
  expect(screen.getByText(/Kladden din fra .* er hentet fram/)).toBeTruthy();
  expect(model.edits).toEqual([]);
  press('La stå som det var');
  await waitFor(() => expect(box().value).toBe('Noe helt nytt'));
  expect([...model.kept.keys()]).toEqual([expect.stringMatching(/^entry:/)]);
});

test('leaving one correction for another keeps it, and the entry says so', async () => {
  const model = makeModel();
  await model.edit([
    {
      record: { id: 'other', file, compartment: 'language', type: 'entry' },
      creates: true,
      fields: { kind: 'note', area: 'language', text: 'Annet', happenedOn: '2026-11-03', corrects: null },
    },
  ]);
  await open(model);
  press(/^Rett: Besøk/);
  await waitFor(() => expect(box().value).toBe('Besøk på mandag'));
  write('Besøk på tirsdag');
  press(/^Rett: Notat/);
  await waitFor(() => expect(box().value).toBe('Annet'));
  expect(screen.getByText('Besøk på mandag').closest('li')?.textContent).toContain('Kladd');
  press(/^Rett: Besøk/);
  await waitFor(() => expect(box().value).toBe('Besøk på tirsdag'));
});

test('Ferdig without a change writes nothing', async () => {
  const model = makeModel();
  await open(model);
  press(/^Rett/);
  await waitFor(() => expect(box().value).toBe('Besøk på mandag'));
  press('Ferdig');
  await waitFor(() => expect(box().value).toBe(''));
  expect(model.edits).toEqual([]);
});

test('Ferdig with nothing written asks for words and takes one to the box', async () => {
  const model = makeModel();
  await open(model);
  screen.getByRole('button', { name: 'Ferdig' }).focus();
  press('Ferdig');
  expect((await screen.findByText('Skriv noe først')).getAttribute('role')).toBe('status');
  expect(document.activeElement).toBe(box());
  write('Ringte');
  await waitFor(() => expect(screen.queryByText('Skriv noe først')).toBeNull());
  expect(model.edits).toEqual([]);
});

test('when the device cannot store it, the corrected text stays in the box', async () => {
  const model = makeModel();
  await open(model);
  press(/^Rett/);
  await waitFor(() => expect(box().value).toBe('Besøk på mandag'));
  write('Besøk på tirsdag');
  model.failWith('full');
  press('Ferdig');
  expect((await screen.findByRole('alert')).textContent).toContain('Teksten er beholdt her');
  expect(box().value).toBe('Besøk på tirsdag');
});

test('who may only read is offered no correction', async () => {
  await open(makeModel('leader'));
  expect(screen.getByText('Besøk på mandag')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Rett/ })).toBeNull();
});
