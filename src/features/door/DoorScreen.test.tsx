import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test, vi } from 'vitest';
import type { App, Door } from '../../state/model.ts';
import { DoorScreen } from './DoorScreen.tsx';

const ingrid = '00000000-0000-4000-8000-000000000001';
const jonas = '00000000-0000-4000-8000-000000000002';
const locked: Door & { at: 'locked' } = {
  at: 'locked',
  vaults: [
    { id: ingrid, calledAs: 'IM', waiting: 0 },
    { id: jonas, calledAs: 'JB', waiting: 2 },
  ],
  chosen: ingrid,
  failure: null,
};

function standAt(door: Exclude<Door, { at: 'open' }>, isOwed = false) {
  const app = {
    tenant: signal(null),
    unlock: vi.fn(async () => {}),
    otherPerson: vi.fn(),
    signOutOwed: signal(isOwed),
  } as Partial<App> as App;
  render(
    <LocationProvider>
      <DoorScreen app={app} door={door} onLanguage={() => {}} />
    </LocationProvider>,
  );
  return app;
}

afterEach(cleanup);

test('after a passphrase that did not fit, the next try opens the same vault', () => {
  const app = standAt({ ...locked, chosen: jonas, failure: 'wrongPassphrase' });
  expect(screen.getByText('Det som ligger her, tilhører JB.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Passordsetning'), { target: { value: 'fire ord som huskes' } });
  fireEvent.click(screen.getByRole('button', { name: 'Lås opp' }));
  expect(app.unlock).toHaveBeenCalledWith(jonas, 'fire ord som huskes');
});

test('whoever is asked for a passphrase and is somebody else has a way back', () => {
  const app = standAt({
    at: 'choosePassphrase',
    person: { id: jonas, name: 'Jonas Berg', role: 'teacher' },
    failure: null,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Jeg er en annen' }));
  expect(app.otherPerson).toHaveBeenCalled();
});

test('a sign-out that the municipality has not heard of is said at the door', () => {
  standAt(locked, true);
  expect(screen.getByRole('status').textContent).toBe('Du logges ut hos kommunen når du får nett.');
});
