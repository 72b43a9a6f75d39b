import { computed, signal } from '@preact/signals';
import { createFormats } from './formats.ts';
import { type Messages, nb } from './nb.ts';

export const languages = ['nb', 'en'] as const;
export type Language = (typeof languages)[number];

const load: Record<Language, () => Promise<Messages>> = {
  nb: async () => nb,
  en: async () => (await import('./en.ts')).en,
};

/** The words on the screen. */
export const messages = signal<Messages>(nb);
export const language = signal<Language>('nb');
export const formats = computed(() => createFormats(messages.value.locale, messages.value.codes.language));

/** Changes the words, and what the page says its language is, once the words are here. */
export async function speak(chosen: Language): Promise<void> {
  messages.value = await load[chosen]();
  language.value = chosen;
  document.documentElement.lang = chosen;
}
