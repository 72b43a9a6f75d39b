import { useRef } from 'preact/hooks';
import { messages } from '../../i18n/messages.ts';
import type { Toasts } from '../../state/toasts.ts';

/** What was just done, and the way back. */
export function ToastBar({ toasts }: { toasts: Toasts }) {
  const text = messages.value;
  const toast = toasts.shown.value;
  const before = useRef<EventTarget | null>(null);
  const comeFrom = (event: FocusEvent) => {
    before.current = event.relatedTarget;
  };
  /** A button that took the focus gives it back to where it was; to the page where that is no longer there. */
  const act = (action: () => void) => (event: Event) => {
    action();
    if (document.activeElement !== event.currentTarget) return;
    const hadFocus = before.current instanceof HTMLElement && before.current.isConnected ? before.current : null;
    (hadFocus ?? document.querySelector<HTMLElement>('#main'))?.focus();
  };
  return (
    <div role="status">
      {toast && (
        <div class="ff-toast">
          {toast.kind === 'failed' && <span>{text.failure[toast.failure]}</span>}
          {toast.kind === 'undone' && <span>{text.toast.undone}</span>}
          {toast.kind === 'done' && <span>{text.toast[toast.what]}</span>}
          {toast.kind === 'done' ? (
            <button type="button" onFocus={comeFrom} onClick={act(toast.undo)}>
              {text.app.undo}
            </button>
          ) : (
            <button type="button" onFocus={comeFrom} onClick={act(toasts.dismiss)}>
              {text.app.close}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
