import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../../test/preview/memory-model.ts';
import type { Rec } from '../../domain/record.ts';
import { createDesk, type Desk } from '../../state/desk.ts';
import { personOf } from '../../state/person.ts';
import { MeasurePane } from './MeasurePane.tsx';

const me = { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' as const };
const olena = '00000000-0000-4000-8000-00000000000a';
const id = '00000000-0000-4000-8000-00000000000d';
const field = (value: string) => ({ value, by: me.id, at: 0, names: ['n'], ahead: [], waiting: [] });
const person: Rec = {
  id: olena,
  file: olena,
  compartment: 'person',
  type: 'person',
  seq: 1,
  fields: { givenNames: field('Olena'), familyName: field('H.') },
};

let model: MemoryModel;
let desk: Desk;

beforeEach(async () => {
  model = createMemoryModel({ me, records: [person], staff: [], today: '2026-11-16', now: 0 });
  desk = createDesk(model);
  await waitFor(() => expect(desk.drafts.isReady.value).toBe(true));
  const file = model.files.value.get(olena);
  const shown = file && personOf(file);
  if (!shown) throw new Error('no person');
  render(
    <LocationProvider>
      <MeasurePane desk={desk} person={shown} measure={{ id, newIn: { area: 'work', goal: null } }} />
    </LocationProvider>,
  );
});
afterEach(cleanup);

const kind = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Slags tiltak' });
const choose = (value: string) => fireEvent.change(kind(), { target: { value } });

test('Ferdig on a measure without a kind asks for the kind and does nothing else', async () => {
  const before = location.pathname;
  fireEvent.click(screen.getByRole('button', { name: 'Ferdig' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Velg slags tiltak');
  expect(kind().getAttribute('aria-invalid')).toBe('true');
  expect(location.pathname).toBe(before);
  expect(model.edits).toEqual([]);
  choose('PRAKSIS');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a measure that ends before it begins gets advice, and is saved all the same', async () => {
  choose('PRAKSIS');
  const from = await screen.findByLabelText('Fra');
  const to = screen.getByLabelText('Til');
  fireEvent.input(from, { target: { value: '2026-12-01' } });
  fireEvent.input(to, { target: { value: '2026-12-01' } });
  expect(screen.queryByText(/Stemmer datoene/)).toBeNull();
  fireEvent.input(to, { target: { value: '2026-11-01' } });
  expect(await screen.findByText('«Til» er før «Fra». Stemmer datoene?')).toBeTruthy();
  fireEvent.blur(to);
  const period = () => model.files.value.get(olena)?.records.get(id)?.fields.period?.value;
  await waitFor(() => expect(period()).toEqual({ from: '2026-12-01', to: '2026-11-01' }));
});
