import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../../test/preview/memory-model.ts';
import type { Rec } from '../../domain/record.ts';
import { planIdOf } from '../../domain/records/plan.ts';
import { createDesk, type Desk } from '../../state/desk.ts';
import { createPersonPlan } from '../../state/person-plan.ts';
import { LongTermGoal } from './LongTermGoal.tsx';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
const olena = '00000000-0000-4000-8000-00000000000a';
const standing = 'Arbeid som regnskapsfører';

const plan: Rec = {
  id: planIdOf(olena),
  file: olena,
  compartment: 'plan',
  type: 'plan',
  seq: 1,
  fields: { longTermGoal: { value: standing, by: me.id, at: 0, names: ['n'], ahead: [], waiting: [] } },
};

let model: MemoryModel;
let desk: Desk;

beforeEach(async () => {
  model = createMemoryModel({ me, records: [plan], staff: [], today: '2026-11-16', now: 0 });
  desk = createDesk(model);
  await waitFor(() => expect(desk.drafts.isReady.value).toBe(true));
  const planned = createPersonPlan(model, olena);
  const Shown = () => planned.value && <LongTermGoal desk={desk} file={olena} plan={planned.value} />;
  render(<Shown />);
  fireEvent.click(screen.getByRole('button', { name: 'Endre: Langsiktig mål' }));
});
afterEach(cleanup);

const input = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Langsiktig mål' });
const type = (value: string) => fireEvent.input(input(), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const text = () => model.files.value.get(olena)?.records.get(plan.id)?.fields.longTermGoal?.value;
/** Whatever has been begun is done: the model is all in memory. */
const turn = () => new Promise((done) => setTimeout(done));

test('it may be emptied, and the way back is offered', async () => {
  type('');
  press('Ferdig');
  await waitFor(() => expect(text()).toBe(''));
  await waitFor(() => expect(desk.toasts.shown.value).toMatchObject({ kind: 'done', what: 'longTermEmptied' }));
  const toast = desk.toasts.shown.value;
  if (toast?.kind === 'done') toast.undo();
  await waitFor(() => expect(text()).toBe(standing));
});

test('a new text for it is offered no way back', async () => {
  type('Eget firma');
  press('Ferdig');
  await waitFor(() => expect(text()).toBe('Eget firma'));
  await turn();
  expect(desk.toasts.shown.value).toBeNull();
});

test('Avbryt leaves what stood, whatever was typed and however long ago', async () => {
  type('Eget firma');
  fireEvent.blur(input());
  await turn();
  await desk.leave();
  press('Avbryt');
  await turn();
  expect(text()).toBe(standing);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(model.kept.size).toBe(0);
});

test('Escape lays it aside as a draft, which is taken up again', async () => {
  type('Eget firma');
  const left = input();
  fireEvent.keyDown(left, { key: 'Escape' });
  fireEvent.blur(left);
  await turn();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText(standing)).toBeTruthy();
  expect(screen.getByText('Kladd')).toBeTruthy();
  press('Endre: Langsiktig mål');
  expect(input().value).toBe('Eget firma');
});
