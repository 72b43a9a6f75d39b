import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { createMemoryModel } from '../../../test/preview/memory-model.ts';
import type { Compartment, Rec } from '../../domain/record.ts';
import type { Role } from '../../domain/roles.ts';
import { createDesk } from '../../state/desk.ts';
import { TwoCards } from './TwoCards.tsx';

const ingrid = '00000000-0000-4000-8000-000000000001';
const per = '00000000-0000-4000-8000-000000000002';
const id = '00000000-0000-4000-8000-00000000000b';
const standing = 'Olena vil klare B2 muntlig innen påske, og begynne i praksis etterpå.';
const late = 'Olena vil klare B1 skriftlig innen påske, og begynne i praksis etterpå.';

function show(values: [string, string], role: Role = 'adviser', compartment: Compartment = 'language') {
  const [value, waiting] = values;
  const goal: Rec = {
    id,
    file: id,
    compartment,
    type: 'goal',
    seq: 1,
    fields: {
      text: {
        value,
        by: per,
        at: 2,
        names: ['n'],
        ahead: [],
        waiting: [{ id: 'w', value: waiting, by: ingrid, at: 1, saw: [] }],
      },
    },
  };
  const model = createMemoryModel({
    me: { id: ingrid, name: 'Ingrid Moen', role },
    records: [goal],
    staff: [{ id: per, name: 'Per Solheim', role: 'adviser' }],
    today: '2026-11-16',
    now: 3,
  });
  const desk = createDesk(model);
  const record = () => model.files.value.get(id)?.records.get(id);
  const Shown = () => {
    const held = record();
    return held ? <TwoCards desk={desk} record={held} /> : null;
  };
  render(<Shown />);
  return { model, desk, record };
}

afterEach(cleanup);

test('two long texts stand whole, and only the words that differ are marked, in shape and for the ear', () => {
  show([standing, late]);
  const marks = [...document.querySelectorAll('mark')];
  expect(marks.map((mark) => mark.textContent)).toEqual([
    'Ulikt: B1 skriftlig likt igjen.',
    'Ulikt: B2 muntlig likt igjen.',
  ]);
  for (const unheard of document.querySelectorAll('mark bdi')) unheard.remove();
  expect([...document.querySelectorAll('.ff-prose')].map((text) => text.textContent)).toEqual([late, standing]);
  expect(screen.getByText('Det som er ulikt, er understreket.')).toBeTruthy();
});

test('Ta begge joins them, the one that stands first, and settles the other', async () => {
  const { model, record } = show([standing, late]);
  fireEvent.click(screen.getByRole('button', { name: 'Ta begge' }));
  await waitFor(() => expect(record()?.fields.text?.value).toBe(`${standing}\n\n${late}`));
  expect(record()?.fields.text?.waiting).toEqual([]);
  expect(model.edits[0]?.[0]).toMatchObject({ creates: false, settles: { text: ['w'] } });
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
});

test('when the device cannot store it, both stay and it is said', async () => {
  const { model, desk } = show([standing, late]);
  model.failWith('full');
  fireEvent.click(screen.getByRole('button', { name: 'Ta begge' }));
  await waitFor(() => expect(desk.toasts.shown.value).toEqual({ kind: 'failed', failure: 'full' }));
  expect(screen.getByRole('button', { name: 'Ta begge' })).toBeTruthy();
});

test('what was chosen can be undone by one tap', async () => {
  const { model, desk } = show([standing, late]);
  fireEvent.click(screen.getByRole('button', { name: 'Behold min' }));
  await waitFor(() => expect(model.edits.at(-1)?.[0]?.fields.text).toBe(late));
  const toast = desk.toasts.shown.value;
  if (toast?.kind !== 'done') throw new Error('nothing can be undone');
  toast.undo();
  await waitFor(() => expect(model.edits.at(-1)?.[0]?.fields.text).toBe(standing));
});

test('a new text is kept as a draft while it is typed, may not be empty, and Escape gives it up', async () => {
  const { model, desk } = show([standing, late]);
  fireEvent.click(screen.getByRole('button', { name: 'Skriv ny' }));
  const field = screen.getByRole('textbox', { name: 'Ny tekst' });
  fireEvent.input(field, { target: { value: 'B2 innen mai' } });
  expect([...desk.drafts.all.value.keys()]).toEqual([`two:${id}:text`]);
  fireEvent.input(field, { target: { value: '  ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Ferdig' }));
  expect(await screen.findByText('Skriv noe først. Feltet kan ikke være tomt.')).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(desk.drafts.all.value.size).toBe(0);
  expect(model.edits).toEqual([]);
});

test('short texts are neither marked nor joined', () => {
  show(['B2 muntlig', 'B1 skriftlig']);
  expect(document.querySelector('mark')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ta begge' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Behold min' })).toBeTruthy();
});

test('who may read and not write sees both and is offered no choice', () => {
  show([standing, late], 'teacher', 'person');
  expect(document.querySelectorAll('.ff-prose')).toHaveLength(2);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
