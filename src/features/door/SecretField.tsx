import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { messages } from '../../i18n/messages.ts';

interface Props {
  label: string;
  value: string;
  autocomplete: 'current-password' | 'new-password';
  error?: string | null;
  focused?: boolean;
  onType: (text: string) => void;
}

/** A passphrase, hidden until its writer asks to see it. */
export function SecretField({ label, value, autocomplete, error, focused = false, onType }: Props) {
  const text = messages.value.door;
  const id = useId();
  const isShown = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <div class="ff-field">
      <label for={id}>{label}</label>
      <div class="ff-secret">
        <input
          class="ds-input"
          id={id}
          ref={input}
          {...(isShown.value ? { type: 'text' as const } : { type: 'password' as const })}
          autoComplete={autocomplete}
          autocapitalize="off"
          spellcheck={false}
          value={value}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          aria-pressed={isShown.value}
          onClick={() => {
            isShown.value = !isShown.value;
          }}
        >
          {isShown.value ? text.hide : text.show}
        </button>
      </div>
      {error && (
        <p class="ds-validation-message" data-color="danger" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
