import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../../test/preview/memory-model.ts';
import type { Rec, Value } from '../../domain/record.ts';
import { createDesk } from '../../state/desk.ts';
import { personOf } from '../../state/person.ts';
import { PlanTab } from '../plan/PlanTab.tsx';

const ingrid = '00000000-0000-4000-8000-000000000001';
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const person = (n: number, fields: Record<string, Value>): Rec => ({
  id: id(n),
  file: id(n),
  compartment: 'person',
  type: 'person',
  seq: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, by: ingrid, at: 0, names: [id(n)], ahead: [], waiting: [] },
    ]),
  ),
});
const birth = { date: '1990-05-02', certainty: 'certain' };
const makeModel = () =>
  createMemoryModel({
    me: { id: ingrid, name: 'Ingrid Moen', role: 'adviser' },
    records: [
      person(1, { givenNames: 'Ali Hassan', familyName: 'Noor', birth }),
      person(2, { givenNames: 'Noor Ali', familyName: 'Hassan' }),
      person(3, { givenNames: 'Olena', familyName: 'H.', birth }),
    ],
    staff: [],
    today: '2026-11-16',
    now: 1,
  });

async function open(model: MemoryModel, n: number) {
  const desk = createDesk(model);
  await waitFor(() => expect(desk.drafts.isReady.value).toBe(true));
  const file = model.files.value.get(id(n));
  const shown = file && personOf(file);
  if (!shown) throw new Error('nobody');
  return render(<PlanTab desk={desk} person={shown} open={null} />);
}

afterEach(cleanup);

test.each([
  [1, 'Noor Ali Hassan', 2],
  [2, 'Ali Hassan Noor', 1],
])('the page of %i leads to %s, who may be the same person', async (n, name, other) => {
  await open(makeModel(), n);
  expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(`/personer/${id(other)}`);
});

test('nothing is said of someone who looks like nobody else', async () => {
  const { container } = await open(makeModel(), 3);
  expect(container.textContent).not.toContain('samme person');
});

test('Ikke samme person holds on both pages and after the app went away, and can be taken back at once', async () => {
  const model = makeModel();
  const first = await open(model, 1);
  fireEvent.click(screen.getByRole('button', { name: 'Ikke samme person' }));
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Angre' }));
  await waitFor(() => expect(screen.getByRole('link')).toBeTruthy());
  await waitFor(() => expect(model.kept.size).toBe(0));
  fireEvent.click(screen.getByRole('button', { name: 'Ikke samme person' }));
  await waitFor(() => expect(model.kept.size).toBe(1));
  first.unmount();

  for (const n of [1, 2]) {
    const { container, unmount } = await open(model, n);
    expect(container.textContent).not.toContain('samme person');
    unmount();
  }
  expect(model.edits).toEqual([]);
});
