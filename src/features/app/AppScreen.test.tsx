import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryModel, type MemoryModel } from '../../../test/preview/memory-model.ts';
import type { Compartment, Rec, Value, Waiting } from '../../domain/record.ts';
import type { Role } from '../../domain/roles.ts';
import type { App, Door } from '../../state/model.ts';
import { AppScreen } from './AppScreen.tsx';

const ingrid = '00000000-0000-4000-8000-000000000001';
const per = '00000000-0000-4000-8000-000000000002';
const olena = '00000000-0000-4000-8000-00000000000a';
const id = (n: number) => `00000000-0000-4000-8000-00000000020${n}`;

const record = (
  recordId: string,
  type: string,
  compartment: Compartment,
  fields: Record<string, Value>,
  waiting: Record<string, Waiting[]> = {},
): Rec => ({
  id: recordId,
  file: olena,
  compartment,
  type,
  seq: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      { value, by: per, at: 0, names: [recordId], ahead: [], waiting: waiting[name] ?? [] },
    ]),
  ),
});

const records = [
  record(olena, 'person', 'person', { givenNames: 'Olena', familyName: 'H.', responsible: ingrid }),
  record(
    id(1),
    'goal',
    'language',
    { area: 'language', text: 'B2 muntlig innen påske' },
    { text: [{ id: id(8), value: 'B1 skriftlig innen mars', by: ingrid, at: -1, saw: [] }] },
  ),
  record(id(2), 'measure', 'language', { area: 'language', kind: 'NORSK', status: 'ongoing', goal: id(1) }),
  record(id(3), 'goal', 'work', { area: 'work', text: 'Finne praksis' }),
  record(id(4), 'goal', 'health', { area: 'health', text: 'Fri hver tirsdag' }),
  record(id(5), 'entry', 'health', {
    kind: 'note',
    area: 'health',
    text: 'Time hos fastlegen',
    happenedOn: '2026-11-02',
  }),
  record(id(6), 'entry', 'language', {
    kind: 'language',
    area: 'language',
    text: 'Leste høyt',
    happenedOn: '2026-11-03',
  }),
];
const staff = [
  { id: ingrid, name: 'Ingrid Moen', role: 'adviser' as const },
  { id: per, name: 'Per Solheim', role: 'adviser' as const },
];

let model: MemoryModel;
const makeModel = (role: Role) =>
  createMemoryModel({ me: { id: ingrid, name: 'Ingrid Moen', role }, records, staff, today: '2026-11-16', now: 1 });

function open(path: string, door: Door = { at: 'open', model }) {
  history.replaceState(null, '', path);
  const nothing = async () => {};
  const app: App = {
    door: signal(door),
    demo: signal({ today: '2026-11-16' }),
    tenant: signal(model.tenant),
    update: signal<'none' | 'ready'>('none'),
    signIn: vi.fn(),
    choosePassphrase: vi.fn(nothing),
    unlock: vi.fn(nothing),
    otherPerson: vi.fn(),
    lock: vi.fn(),
    signOut: vi.fn(nothing),
    applyUpdate: vi.fn(),
    trouble: signal(false),
    reload: vi.fn(),
    signOutOwed: signal(false),
  };
  const settings = { language: async () => undefined, keepLanguage: vi.fn(nothing) };
  const view = render(<AppScreen app={app} settings={settings} />);
  return { app, settings, ...view };
}

const plan = `/personer/${olena}`;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
/** Inputs alone: a button may be called what the field it opens is called. */
const typed = { selector: 'input, textarea' };
const write = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText(label, typed);
  fireEvent.focus(field);
  fireEvent.input(field, { target: { value } });
  return field;
};
const savingWord = () => document.querySelector('.ff-inline .ff-saving')?.textContent;

beforeEach(() => {
  model = makeModel('adviser');
});
afterEach(cleanup);

test('a goal is a draft while it is typed, and on the device only when the edit has resolved', async () => {
  open(plan);
  fireEvent.click(await screen.findByRole('button', { name: 'Nytt mål under Arbeid' }));
  fireEvent.blur(write('Nytt mål under Arbeid', 'Ta truckførerbevis'));
  await waitFor(() => expect(savingWord()).toBe('Kladd'));
  expect(model.edits).toEqual([]);
  model.hold();
  press('Ferdig');
  await waitFor(() => expect(model.edits).toHaveLength(1));
  expect(savingWord()).toBe('Kladd');
  model.release();
  await waitFor(() => expect(savingWord()).toBeUndefined());
  expect(screen.getByText('Ta truckførerbevis')).toBeTruthy();
  expect(model.edits[0]?.[0]).toMatchObject({ creates: true, record: { type: 'goal', compartment: 'work' } });
});

test('when the device cannot store it, the text stays and the screen says so', async () => {
  open(plan);
  fireEvent.click(await screen.findByRole('button', { name: 'Nytt mål under Arbeid' }));
  model.failWith('full');
  write('Nytt mål under Arbeid', 'Ta truckførerbevis');
  press('Ferdig');
  expect((await screen.findByRole('alert')).textContent).toContain('Teksten er beholdt her');
  expect((screen.getByLabelText('Nytt mål under Arbeid', typed) as HTMLTextAreaElement).value).toBe(
    'Ta truckførerbevis',
  );
  expect(savingWord()).toBe('Ikke lagret');
});

test('a goal that was begun before the app went away is found again where it stood', async () => {
  const first = open(plan);
  fireEvent.click(await screen.findByRole('button', { name: 'Nytt mål under Arbeid' }));
  write('Nytt mål under Arbeid', 'Ta truck');
  expect(model.kept.size).toBe(0);
  window.dispatchEvent(new Event('pagehide'));
  expect(model.kept.size).toBe(1);
  first.unmount();

  open(plan);
  const field = (await screen.findByLabelText('Nytt mål under Arbeid', typed)) as HTMLTextAreaElement;
  expect(field.value).toBe('Ta truck');
  expect(screen.getByText(/Kladden din fra .* er hentet fram/)).toBeTruthy();
  expect(model.edits).toEqual([]);
});

test.each([
  ['Behold min', 'B1 skriftlig innen mars'],
  ['Bruk Pers', 'B2 muntlig innen påske'],
])('%s puts that text in place, and the card goes', async (button, expected) => {
  open(plan);
  const card = await screen.findByRole('region', { name: 'Målet er endret av to' });
  expect(card.textContent).toContain('B1 skriftlig innen mars');
  expect(card.textContent).toContain('B2 muntlig innen påske');
  press(button);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Målet er endret av to' })).toBeNull());
  expect(model.edits[0]?.[0]).toMatchObject({ fields: { text: expected }, settles: { text: [id(8)] } });
});

test('a new text can be written instead of either', async () => {
  open(plan);
  await screen.findByRole('region', { name: 'Målet er endret av to' });
  press('Skriv ny');
  write('Ny tekst', 'B1 skriftlig og B2 muntlig');
  press('Ferdig');
  await waitFor(() => expect(model.edits[0]?.[0]?.fields).toEqual({ text: 'B1 skriftlig og B2 muntlig' }));
  expect(model.edits[0]?.[0]?.settles).toEqual({ text: [id(8)] });
});

test('a teacher sees the language part of plan and log, and no other', async () => {
  model = makeModel('teacher');
  const { unmount } = open(plan);
  await screen.findByRole('heading', { name: 'Språk' });
  expect(document.body.textContent).not.toContain('Finne praksis');
  expect(document.body.textContent).not.toContain('Fri hver tirsdag');
  for (const name of ['Arbeid', 'Helse', 'Langsiktig mål']) expect(screen.queryByRole('heading', { name })).toBeNull();
  unmount();
  open(`${plan}/logg`);
  expect(await screen.findByText('Leste høyt')).toBeTruthy();
  expect(document.body.textContent).not.toContain('fastlegen');
});

test('a status change can be undone by an ordinary change', async () => {
  open(`${plan}/tiltak/${id(2)}`);
  fireEvent.click(await screen.findByRole('radio', { name: 'Ferdig' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Angre' }));
  await waitFor(() =>
    expect(model.edits.map(([edit]) => edit?.fields)).toEqual([{ status: 'done' }, { status: 'ongoing' }]),
  );
});

test('after Angre the focus is back where it was, and not on what is left of the message', async () => {
  open(`${plan}/tiltak/${id(2)}`);
  const done = await screen.findByRole('radio', { name: 'Ferdig' });
  done.focus();
  fireEvent.click(done);
  const undo = await screen.findByRole('button', { name: 'Angre' });
  undo.focus();
  fireEvent.click(undo);
  expect(document.activeElement).toBe(done);
  expect(await screen.findByText('Angret.')).toBeTruthy();
  expect(document.activeElement).toBe(done);
});

test('where what had the focus is gone, Angre gives the page the focus', async () => {
  open(`${plan}/tiltak/${id(2)}`);
  fireEvent.click(await screen.findByRole('radio', { name: 'Ferdig' }));
  const undo = await screen.findByRole('button', { name: 'Angre' });
  (document.activeElement as HTMLElement).blur();
  undo.focus();
  fireEvent.click(undo);
  expect(document.activeElement?.id).toBe('main');
});

test('a measure is made when its kind is chosen, under the goal it was asked for', async () => {
  open(plan);
  fireEvent.click(await screen.findByRole('button', { name: 'Nytt tiltak under Arbeid' }));
  fireEvent.change(await screen.findByLabelText('Slags tiltak'), { target: { value: 'PRAKSIS' } });
  await screen.findByRole('heading', { name: 'Praksis' });
  expect(model.edits[0]?.[0]).toMatchObject({
    creates: true,
    record: { type: 'measure', compartment: 'work' },
    fields: { kind: 'PRAKSIS', goal: id(3), status: 'suggested', area: 'work' },
  });
});

test('an entry is saved on Ferdig, and says that it is on the device', async () => {
  open(`${plan}/logg`);
  await screen.findByText('Leste høyt');
  write('Skriv i loggen', 'Ringte barnehagen');
  expect(await screen.findByText('Kladd')).toBeTruthy();
  expect(model.edits).toEqual([]);
  press('Ferdig');
  expect(await screen.findByText('Ringte barnehagen')).toBeTruthy();
  expect(screen.getByText('På enheten')).toBeTruthy();
});

test.each(['/personer', plan, `${plan}/logg`, `${plan}/tiltak/${id(2)}`, '/sending'])(
  'the title of %s names no person, and neither does the address',
  async (path) => {
    document.title = '';
    open(path);
    await waitFor(() => expect(document.title).toMatch(/ – Fotfeste$/));
    expect(`${document.title} ${location.href}`).not.toMatch(/olena/i);
  },
);

test('a leader is told why there is no list', async () => {
  model = makeModel('leader');
  open('/personer');
  expect(await screen.findByText(/Som leder har du ingen saker på enheten/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('Olena');
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('what waits is listed with about whom and since when, and both facts are said', async () => {
  await model.edit([
    { record: { id: id(3), file: olena, compartment: 'work', type: 'goal' }, creates: false, fields: { text: 'Ny' } },
  ]);
  open('/sending');
  expect(await screen.findByText('1 endring er på enheten og venter.')).toBeTruthy();
  expect(screen.getByText(/Det du ser, ble hentet/)).toBeTruthy();
  expect(screen.getByRole('link', { name: /Olena H\..*Mål · Arbeid/ })).toBeTruthy();
});

test('before the first fetch has come, an address to someone says that people are being fetched', async () => {
  model.status.value = { ...model.status.value, freshAt: null };
  open('/personer/00000000-0000-4000-8000-0000000000ff');
  expect(await screen.findByText(/Personene hentes nå/)).toBeTruthy();
  expect(screen.queryByText('Personen er ikke på denne enheten.')).toBeNull();
  expect(screen.getByRole('link', { name: /^Henter …/ })).toBeTruthy();
  model.status.value = { ...model.status.value, freshAt: 1 };
  expect(await screen.findByText('Personen er ikke på denne enheten.')).toBeTruthy();
});

test('the pill says what has been sent and how fresh all is, also while something must be seen', async () => {
  open('/personer');
  const hour = 'kl. 01.00';
  expect(
    await screen.findByRole('link', { name: `1 må sees på · Sendt · oppdatert ${hour}. Åpne Sending` }),
  ).toBeTruthy();
  model.status.value = { ...model.status.value, waiting: 2 };
  expect(
    await screen.findByRole('link', { name: `1 må sees på · 2 venter · oppdatert ${hour}. Åpne Sending` }),
  ).toBeTruthy();
});

test('while a search is on, the list beside a person is called what it is', async () => {
  open(plan);
  const list = await screen.findByRole('region', { name: 'Liste' });
  expect(within(list).getByRole('heading').textContent).toBe('Mine');
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'olena' } });
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Treff' })).toBeTruthy());
});

test('whoever unlocks goes on from the page, and whoever opens a person from the name', async () => {
  open('/personer');
  await waitFor(() => expect(document.activeElement?.id).toBe('main'));
  const row = screen.getByRole('link', { name: /^Olena H/ });
  row.focus();
  fireEvent.click(row);
  const name = await screen.findByRole('heading', { level: 1, name: 'Olena H.' });
  await waitFor(() => expect(document.activeElement).toBe(name));
});

test('a first fetch that comes while someone is in the menu leaves the focus there', async () => {
  const away = model.files.value.get(olena)?.records.get(olena);
  model = createMemoryModel({ me: model.me, records: [], staff, today: '2026-11-16', now: 1 });
  open(plan);
  const menu = await screen.findByRole('button', { name: 'Meny for Ingrid Moen' });
  menu.focus();
  const fields = Object.fromEntries(
    Object.entries(away?.fields ?? {}).map(([name, { value }]) => [name, { value, saw: [], settles: [] }]),
  );
  const identity = { id: olena, file: olena, compartment: 'person' as const, type: 'person' };
  model.arrives({ change: { id: id(9), record: identity, creates: true, fields }, by: per, at: 1 });
  await screen.findByRole('heading', { level: 1, name: 'Olena H.' });
  expect(document.activeElement).toBe(menu);
});

test('the list beside a person is one stop for Tab, and arrows move within it', async () => {
  const others = [1, 2].map((n) => {
    const other = `00000000-0000-4000-8000-00000000030${n}`;
    const named = record(other, 'person', 'person', { givenNames: `Pia ${n}`, familyName: '', responsible: ingrid });
    return { ...named, file: other };
  });
  const me = { id: ingrid, name: 'Ingrid Moen', role: 'adviser' as const };
  model = createMemoryModel({ me, records: [...records, ...others], staff, today: '2026-11-16', now: 1 });
  open(plan);
  const list = await screen.findByRole('region', { name: 'Liste' });
  const links = within(list).getAllByRole('link') as HTMLAnchorElement[];
  const stops = () => links.filter(({ tabIndex }) => tabIndex === 0);
  expect(links).toHaveLength(3);
  expect(stops()).toEqual([links[0]]);
  links[0]?.focus();
  fireEvent.keyDown(links[0] as HTMLElement, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(links[1]);
  await waitFor(() => expect(stops()).toEqual([links[1]]));
});

test('the language can be changed and is kept for this device', async () => {
  const { settings } = open('/personer');
  fireEvent.click(await screen.findByRole('button', { name: 'Meny for Ingrid Moen' }));
  press('English');
  expect(await screen.findByRole('heading', { name: 'People' })).toBeTruthy();
  expect(settings.keepLanguage).toHaveBeenCalledWith('en');
  expect(document.documentElement.lang).toBe('en');
  fireEvent.click(screen.getByRole('button', { name: 'Menu for Ingrid Moen' }));
  press('Norsk bokmål');
  expect(await screen.findByRole('heading', { name: 'Personer' })).toBeTruthy();
});

test('a passphrase that is short or unlike is stopped at its field', async () => {
  const { app } = open('/', {
    at: 'choosePassphrase',
    person: { id: '00000000-0000-4000-8000-000000000001', name: 'Ingrid Moen', role: 'adviser' },
    failure: null,
  });
  write('Passordsetning', 'kort');
  press('Ta i bruk nettbrettet');
  expect(await screen.findByText('Passordsetningen må ha minst 12 tegn.')).toBeTruthy();
  write('Passordsetning', 'fire ord som huskes');
  write('Skriv den en gang til', 'fire ord som glemmes');
  press('Ta i bruk nettbrettet');
  expect(await screen.findByText('De to må være like.')).toBeTruthy();
  expect(app.choosePassphrase).not.toHaveBeenCalled();
  write('Skriv den en gang til', 'fire ord som huskes');
  press('Ta i bruk nettbrettet');
  expect(app.choosePassphrase).toHaveBeenCalledWith('fire ord som huskes');
});
