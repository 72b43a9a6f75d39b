import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/messages.ts';

/** What the tab, the task switcher and the browser's history call the page. Never a person's name. */
export function usePageTitle(page: string): void {
  const title = messages.value.app.title(page);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
