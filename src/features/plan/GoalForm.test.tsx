import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../../test/preview/memory-model.ts';
import type { Rec, Value } from '../../domain/record.ts';
import { createDesk, type Desk } from '../../state/desk.ts';
import { personOf } from '../../state/person.ts';
import { PlanTab } from './PlanTab.tsx';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
const olena = '00000000-0000-4000-8000-00000000000a';
const goal = '00000000-0000-4000-8000-00000000000b';

const record = (id: string, type: string, fields: Record<string, Value>): Rec => ({
  id,
  file: olena,
  compartment: type === 'person' ? 'person' : 'work',
  type,
  seq: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, by: me.id, at: 0, names: [id], ahead: [], waiting: [] },
    ]),
  ),
});

let model: MemoryModel;
let desk: Desk;

beforeEach(() => {
  const records = [
    record(olena, 'person', { givenNames: 'Olena', familyName: 'H.' }),
    record(goal, 'goal', { area: 'work', text: 'Finne praksis', order: 'V' }),
  ];
  model = createMemoryModel({ me, records, staff: [], today: '2026-11-16', now: 0 });
  desk = createDesk(model);
});
afterEach(cleanup);

async function showPlan() {
  await waitFor(() => expect(desk.drafts.isReady.value).toBe(true));
  const file = model.files.value.get(olena);
  const person = file && personOf(file);
  if (!person) throw new Error('no person');
  return render(<PlanTab desk={desk} person={person} open={null} />);
}
/** Whatever has been begun is done: the model is all in memory. */
const turn = () => new Promise((done) => setTimeout(done));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const newGoal = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nytt mål under Arbeid' });
const type = (input: HTMLElement, value: string) => fireEvent.input(input, { target: { value } });
const goals = () =>
  [...(model.files.value.get(olena)?.records.values() ?? [])]
    .filter((each) => each.type === 'goal' && each.fields.deleted?.value !== true)
    .map(({ fields }) => fields.text?.value)
    .sort();

test('a goal in another script stands in its own direction, and the day beside it in ours', async () => {
  const text = 'أن أصبح محاسبة';
  const beside = { id: goal, file: olena, compartment: 'work' as const, type: 'goal' };
  await model.edit([{ record: beside, creates: false, fields: { text, dueOn: '2027-01-01' } }]);
  await showPlan();
  const line = screen.getByText(/محاسبة/);
  expect(line.dir).toBe('auto');
  expect(screen.getByText(/mål til/).localName).toBe('bdi');
});

test('Fjern målet takes away the goal whose form it stands in', async () => {
  await showPlan();
  press('Endre: Finne praksis');
  press('Fjern målet');
  await waitFor(() => expect(goals()).toEqual([]));
});

test('a new goal is made by Ferdig and by nothing else: not by leaving the field, not by locking', async () => {
  await showPlan();
  press('Nytt mål under Arbeid');
  type(newGoal(), 'Ta truckførerbevis');
  fireEvent.blur(newGoal());
  await turn();
  await desk.leave();
  expect(goals()).toEqual(['Finne praksis']);
  press('Ferdig');
  await waitFor(() => expect(goals()).toEqual(['Finne praksis', 'Ta truckførerbevis']));
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(model.kept.size).toBe(0);
});

test('Avbryt makes nothing and keeps nothing', async () => {
  await showPlan();
  press('Nytt mål under Arbeid');
  const input = newGoal();
  type(input, 'Ta truckførerbevis');
  fireEvent.blur(input);
  await turn();
  press('Avbryt');
  fireEvent.blur(input); // as a browser does when it takes away what has the focus
  await turn();
  await desk.leave();
  expect(goals()).toEqual(['Finne praksis']);
  expect(model.kept.size).toBe(0);
  expect(screen.queryByText('Ta truckførerbevis')).toBeNull();
});

test('Escape leaves a draft where it was begun, and it is taken up again there', async () => {
  await showPlan();
  press('Nytt mål under Arbeid');
  const input = newGoal();
  type(input, 'Ta truckførerbevis');
  fireEvent.keyDown(input, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Nytt mål under Arbeid' }));
  fireEvent.blur(input);
  await turn();
  expect(goals()).toEqual(['Finne praksis']);
  expect(screen.getByText('Kladd')).toBeTruthy();
  press('Endre: Ta truckførerbevis');
  expect(newGoal().value).toBe('Ta truckførerbevis');
});

test('Escape from a goal that exists leaves a draft too', async () => {
  await showPlan();
  press('Endre: Finne praksis');
  const input = screen.getByRole('textbox', { name: 'Mål' });
  type(input, 'Finne praksis i barnehage');
  fireEvent.keyDown(input, { key: 'Escape' });
  fireEvent.blur(input);
  await turn();
  expect(goals()).toEqual(['Finne praksis']);
  expect(screen.getByText('Kladd')).toBeTruthy();
});

test('what is typed in a goal that exists is saved where the page is left without leaving the field', async () => {
  const { unmount } = await showPlan();
  press('Endre: Finne praksis');
  type(screen.getByRole('textbox', { name: 'Mål' }), 'Finne praksis i barnehage');
  unmount();
  await turn();
  expect(goals()).toEqual(['Finne praksis i barnehage']);
});

test('a half-typed goal is found in its form by the next session', async () => {
  await showPlan();
  press('Nytt mål under Arbeid');
  type(newGoal(), 'Ta truckf');
  desk.drafts.flush();
  cleanup();
  desk = createDesk(model);
  await showPlan();
  expect(newGoal().value).toBe('Ta truckf');
});

test('a goal that is emptied keeps its text, and its form says why', async () => {
  await showPlan();
  press('Endre: Finne praksis');
  const input = screen.getByRole('textbox', { name: 'Mål' });
  type(input, '');
  fireEvent.blur(input);
  expect((await screen.findByRole('alert')).textContent).toBe('Målet må ha en tekst.');
  press('Ferdig');
  await turn();
  expect(goals()).toEqual(['Finne praksis']);
  expect(screen.getByRole('textbox', { name: 'Mål' })).toBeTruthy();
});

test('the form of a new goal never offers to remove one', async () => {
  await showPlan();
  press('Nytt mål under Arbeid');
  type(newGoal(), 'Ta truckførerbevis');
  fireEvent.blur(newGoal());
  await turn();
  expect(screen.queryByRole('button', { name: 'Fjern målet' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Avbryt' })).toBeTruthy();
});
