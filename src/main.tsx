import { signal } from '@preact/signals';
import { render } from 'preact';
import { createDevice } from './device.ts';
import { AppScreen } from './features/app/AppScreen.tsx';
import { keepSetting, readSetting } from './runtime/settings.ts';
import { watchForUpdates } from './runtime/update.ts';
import { createApp } from './state/create-app.ts';
import { createSignOut } from './state/sign-out.ts';
import { signOut as endSession, readSession, signInAddress } from './transport/session.ts';

const MINUTE = 60_000;

const newId = () => crypto.randomUUID();
const update = signal<'none' | 'ready'>('none');
const trouble = signal(false);
const signOut = createSignOut({
  endSession,
  readOwed: async () => (await readSetting<boolean>('signOutOwed')) ?? false,
  keepOwed: (owed) => keepSetting('signOutOwed', owed),
});
const app = createApp({
  device: createDevice(newId, signOut.settle),
  readSession,
  signOut,
  goTo: (address) => location.assign(address),
  signInAddress,
  place: () => location.pathname,
  update,
  applyUpdate: () => updates.apply(),
  trouble,
  reload: () => location.reload(),
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

// The one place where errors nobody expected end up. The browser's own console has their names; nothing is sent anywhere.
for (const type of ['error', 'unhandledrejection']) {
  addEventListener(type, () => {
    trouble.value = true;
  });
}

const settings = {
  language: async () => (await readSetting<string>('language')) ?? undefined,
  keepLanguage: (language: string) => keepSetting('language', language),
};
const root = document.getElementById('app');
if (root) render(<AppScreen app={app} settings={settings} />, root);
void app.start();
