import { createStore, get, set } from 'idb-keyval';

/** What this tablet remembers that is about no person: language, the demo's calendar. */
const store = createStore('fotfeste-device', 'settings');

/** The setting, or null where none is kept or the browser keeps nothing. */
export async function readSetting<T>(name: string): Promise<T | null> {
  try {
    return (await get<T>(name, store)) ?? null;
  } catch {
    return null;
  }
}

/** Keeps the setting where the browser can; without it the app asks or computes again. */
export async function keepSetting(name: string, value: unknown): Promise<void> {
  try {
    await set(name, value, store);
  } catch {
    // a full disk costs a setting, never a record
  }
}
