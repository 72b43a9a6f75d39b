import { messages } from '../../i18n/messages.ts';
import type { Toasts } from '../../state/toasts.ts';

/** What was just done, and the way back. */
export function ToastBar({ toasts }: { toasts: Toasts }) {
  const text = messages.value;
  const toast = toasts.shown.value;
  return (
    <div role="status">
      {toast && (
        <div class="ff-toast">
          {toast.kind === 'failed' && <span>{text.failure[toast.failure]}</span>}
          {toast.kind === 'undone' && <span>{text.toast.undone}</span>}
          {toast.kind === 'done' && <span>{text.toast[toast.what]}</span>}
          {toast.kind === 'done' ? (
            <button type="button" onClick={toast.undo}>
              {text.app.undo}
            </button>
          ) : (
            <button type="button" onClick={toasts.dismiss}>
              {text.app.close}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
