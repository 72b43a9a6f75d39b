import { signal } from '@preact/signals';
import { render } from 'preact';
import { createDevice } from './device.ts';
import { AppScreen } from './features/app/AppScreen.tsx';
import { keepSetting, readSetting } from './runtime/settings.ts';
import { watchForUpdates } from './runtime/update.ts';
import { createApp } from './state/create-app.ts';
import { readSession, signInAddress, signOut } from './transport/session.ts';

const MINUTE = 60_000;

const newId = () => crypto.randomUUID();
const update = signal<'none' | 'ready'>('none');
const app = createApp({
  device: createDevice(newId),
  readSession,
  endSession: signOut,
  goTo: (address) => location.assign(address),
  signInAddress,
  place: () => location.pathname,
  update,
  applyUpdate: () => updates.apply(),
  newId,
  clock: Date.now,
  everyMinute: (happened) => setInterval(happened, MINUTE),
});
const updates = watchForUpdates(
  () => {
    update.value = 'ready';
  },
  () => app.door.value.at !== 'open',
);

// The one place errors nobody expected end up: counted and named, never with what was being written.
for (const type of ['error', 'unhandledrejection'] as const) {
  addEventListener(type, (event) => {
    const cause = event instanceof ErrorEvent ? event.error : (event as PromiseRejectionEvent).reason;
    console.error('Unexpected:', cause instanceof Error ? cause.name : typeof cause);
  });
}

const settings = {
  language: async () => (await readSetting<string>('language')) ?? undefined,
  keepLanguage: (language: string) => keepSetting('language', language),
};
const root = document.getElementById('app');
if (root) render(<AppScreen app={app} settings={settings} />, root);
void app.start();
