import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { createMemoryModel } from '../../../test/preview/memory-model.ts';
import type { Compartment, Rec, Value } from '../../domain/record.ts';
import type { Role } from '../../domain/roles.ts';
import { createDesk } from '../../state/desk.ts';
import type { RefusedChange } from '../../state/sending.ts';
import { MustSee } from './MustSee.tsx';

const staff = {
  responsible: '00000000-0000-4000-8000-000000000001',
  standing: '00000000-0000-4000-8000-000000000002',
  late: '00000000-0000-4000-8000-000000000003',
  colleague: '00000000-0000-4000-8000-000000000004',
};
const olena = '00000000-0000-4000-8000-00000000000a';
const goal = '00000000-0000-4000-8000-00000000000b';
const record = (id: string, type: string, compartment: Compartment, fields: Record<string, Value>): Rec => ({
  id,
  file: olena,
  compartment,
  type,
  seq: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, by: staff.standing, at: 2, names: ['n'], ahead: [], waiting: [] },
    ]),
  ),
});

function show(who: keyof typeof staff, { role = 'adviser' as Role, deleted = false } = {}) {
  const changed = record(goal, 'goal', 'work', { area: 'work', text: 'Praksis på lager', deleted });
  const { text } = changed.fields;
  text?.waiting.push({ id: 'w', value: 'Praksis i butikk', by: staff.late, at: 1, saw: [] });
  const model = createMemoryModel({
    me: { id: staff[who], name: 'Den som ser', role },
    records: [record(olena, 'person', 'person', { givenNames: 'Olena', responsible: staff.responsible }), changed],
    staff: [
      { id: staff.standing, name: 'Per Solheim', role: 'adviser' },
      { id: staff.late, name: 'Jonas Berg', role: 'adviser' },
    ],
    today: '2026-11-16',
    now: 3,
  });
  const desk = createDesk(model);
  render(<MustSee desk={desk} />);
  return { model, desk };
}
const cards = () => screen.queryAllByRole('region', { name: 'Olena: Målet er endret av to' });

afterEach(cleanup);

test.each([
  ['late', 'Behold min', 'Praksis i butikk'],
  ['standing', 'Bruk Jonas’', 'Praksis i butikk'],
  ['responsible', 'Bruk Jonas’', 'Praksis i butikk'],
  ['responsible', 'Bruk Pers', 'Praksis på lager'],
] as const)(
  'for the %s, both values stand in the list, and one tap on %s puts %j in place',
  async (who, tap, value) => {
    const { model, desk } = show(who);
    expect(desk.sending.pill.value).toMatchObject({ kind: 'mustSee', mustSee: 1 });
    const [card] = cards();
    if (!card) throw new Error('nothing is listed');
    expect(card.textContent).toContain('Praksis på lager');
    expect(card.textContent).toContain('Praksis i butikk');
    fireEvent.click(within(card).getByRole('button', { name: tap }));
    await waitFor(() => expect(cards()).toEqual([]));
    const { text } = model.files.value.get(olena)?.records.get(goal)?.fields ?? {};
    expect(text?.value).toBe(value);
    expect(text?.waiting).toEqual([]);
    expect(desk.sending.pill.value.mustSee).toBe(0);
  },
);

test('the card leads to where the value belongs', () => {
  show('late');
  expect(screen.getByRole('link', { name: 'Åpne planen' }).getAttribute('href')).toBe(`/personer/${olena}`);
});

test('who wrote neither and does not answer for the case is not told', () => {
  const { desk } = show('colleague');
  expect(cards()).toEqual([]);
  expect(desk.sending.pill.value.mustSee).toBe(0);
});

test('what a role may not read is not listed, whoever wrote it', () => {
  const { desk } = show('late', { role: 'teacher' });
  expect(cards()).toEqual([]);
  expect(desk.sending.pill.value.mustSee).toBe(0);
});

type Quarantined = RefusedChange['quarantined'];
const refused = (fields: Record<string, Value>, reason: string, type = 'entry'): Quarantined => ({
  seq: 7,
  vault: staff.late,
  counter: 3,
  reason: reason as Quarantined['reason'],
  change: {
    id: goal,
    record: { id: goal, file: olena, compartment: 'work', type },
    creates: true,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, saw: [], settles: [] }])),
  },
  receivedAt: 1,
});

test('what was written in one word is shown to be copied, and no code is', async () => {
  const { model } = show('colleague');
  model.status.value = {
    ...model.status.value,
    quarantined: [refused({ kind: 'visit', area: 'work', text: 'Hjemmebesøk' }, 'notAllowed')],
  };
  expect(await screen.findByText('Hjemmebesøk')).toBeTruthy();
  expect(screen.getByText(/Teksten ligger trygt her/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Kopier teksten' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('visit');
});

test('a refused change without words promises no text, and a reason of a newer server is said in general', async () => {
  const { model } = show('colleague');
  model.status.value = {
    ...model.status.value,
    quarantined: [refused({ status: 'done' }, 'someNewReason', 'measure')],
  };
  expect(await screen.findByText(/Kommunen kunne ikke ta den imot/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('trygt her');
  expect(screen.queryByRole('button', { name: 'Kopier teksten' })).toBeNull();
});

test('where the record has been taken away meanwhile, both values can still be seen and chosen between', () => {
  show('late', { deleted: true });
  expect(cards()).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Behold min' })).toBeTruthy();
});
