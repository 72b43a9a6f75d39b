import { signal } from '@preact/signals';
import { render } from 'preact';
import { AppScreen } from '../../src/features/app/AppScreen.tsx';
import type { App, Door, SyncStatus } from '../../src/state/model.ts';
import { demoRecordsFor, staff, today } from './demo-records.ts';
import { createMemoryModel, type MemoryModel } from './memory-model.ts';

/** What a look at the screens may ask for: `localStorage.preview` as JSON. */
interface Wish {
  who?: string;
  door?: Door;
  sync?: Partial<SyncStatus>;
  update?: boolean;
  signOutOwed?: boolean;
  language?: string;
}
declare global {
  interface Window {
    preview: MemoryModel;
  }
}

const wish: Wish = JSON.parse(localStorage.getItem('preview') ?? '{}');
const me = staff.find(({ name }) => name.startsWith(wish.who ?? 'Ingrid'));
if (!me) throw new Error(`Nobody in the demo is called ${wish.who}.`);
const model = createMemoryModel({
  me,
  staff,
  today,
  records: demoRecordsFor(me.id, me.role),
  now: Date.parse(`${today}T08:42:00+01:00`),
  newId: () => crypto.randomUUID(),
});
model.status.value = { ...model.status.value, ...wish.sync };
window.preview = model;

const nothing = async () => {};
const app: App = {
  door: signal<Door>(wish.door ?? { at: 'open', model }),
  demo: signal({ today }),
  tenant: signal(model.tenant),
  update: signal(wish.update ? 'ready' : 'none'),
  signIn() {},
  choosePassphrase: nothing,
  unlock: nothing,
  otherPerson() {},
  lock() {},
  signOut: nothing,
  applyUpdate() {},
  trouble: signal(false),
  reload() {},
  signOutOwed: signal(wish.signOutOwed ?? false),
};
const settings = { language: async () => wish.language, keepLanguage: nothing };
const root = document.getElementById('app');
if (root) render(<AppScreen app={app} settings={settings} />, root);
