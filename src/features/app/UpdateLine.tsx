import { messages } from '../../i18n/messages.ts';
import type { App } from '../../state/model.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';

/** A line, never a dialog: a new version waits until the person takes it. */
export function UpdateLine({ app }: { app: App }) {
  const text = messages.value.app;
  if (app.update.value !== 'ready') return null;
  return (
    <Note icon={DownloadIcon} tone="accent" live class="ff-update">
      <b>{text.updateReady}</b>{' '}
      <button class="ds-link" type="button" onClick={app.applyUpdate}>
        {text.updateNow}
      </button>
    </Note>
  );
}
