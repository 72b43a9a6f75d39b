import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { App } from '../../state/model.ts';
import { Alert } from '../../ui/Alert.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';

/** What the whole app has to say, in lines above the place: never a dialog, and nothing is covered. */
export function Lines({ app, desk }: { app: App; desk: Desk }) {
  const text = messages.value;
  return (
    <div class="ff-lines">
      {app.trouble.value && (
        <Alert>
          <p>{text.app.trouble}</p>
          <button class="ds-button" data-variant="secondary" type="button" onClick={app.reload}>
            {text.app.reload}
          </button>
        </Alert>
      )}
      {desk.drafts.refused.value && <Alert>{text.failure.draftsRefused}</Alert>}
      {app.update.value === 'ready' && (
        <Note icon={DownloadIcon} tone="accent" live>
          <b>{text.app.updateReady}</b>{' '}
          <button class="ds-link" type="button" onClick={app.applyUpdate}>
            {text.app.updateNow}
          </button>
        </Note>
      )}
    </div>
  );
}
