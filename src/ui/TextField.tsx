import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** A word after the label, such as *Valgfritt*. */
  note?: string;
  kind?: 'line' | 'prose' | 'day' | 'number';
  value: string;
  error?: string | null;
  /** What the value comes to in words, for a date. */
  inWords?: string;
  focused?: boolean;
  onEnter?: () => void;
  onType: (text: string) => void;
  onLeave?: () => void;
  /** Enter in a line, and Ctrl + Enter in a longer text. */
  onFinish?: () => void;
}

/** What a date is told as while a part of it is missing: no text that is a day, and not the empty one. */
const HALF_A_DAY = '…';

/** One input with its label, and its error in words. */
export function TextField({ label, note, kind = 'line', value, error, inWords, focused = false, ...on }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  /** Of a date half typed from nothing, or emptied of its last part, no input event tells. */
  const tellDay = () => {
    const typed = kind === 'day' && input.current ? textIn(input.current) : value;
    if (typed !== value) on.onType(typed);
  };
  const described = [error && `${id}-error`, inWords && `${id}-words`].filter(Boolean).join(' ');
  const shared = {
    id,
    ref: input,
    class: 'ds-input',
    dir: kind === 'line' || kind === 'prose' ? ('auto' as const) : undefined,
    // A browser that is given a value while a date is half typed empties the rest of it.
    value: value === HALF_A_DAY ? undefined : value,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
    onFocus: on.onEnter,
    onInput: (event: Event) => on.onType(textIn(event.currentTarget as HTMLInputElement)),
    onKeyUp: tellDay,
    onBlur: () => {
      tellDay();
      on.onLeave?.();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      if (kind === 'prose' && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      tellDay();
      (on.onFinish ?? on.onLeave)?.();
    },
  };
  return (
    <div class="ff-field">
      <label for={id}>
        {label} {note && <small>{note}</small>}
      </label>
      {kind === 'prose' ? (
        <textarea {...shared} rows={2} />
      ) : (
        <input
          {...shared}
          {...(kind === 'day' ? { type: 'date' as const } : { type: 'text' as const })}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          autoComplete="off"
        />
      )}
      {inWords && (
        <span class="ff-sub" id={`${id}-words`}>
          {inWords}
        </span>
      )}
      {error && (
        <p class="ds-validation-message" data-color="danger" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function textIn(input: HTMLInputElement | HTMLTextAreaElement): string {
  return input.value === '' && input.validity.badInput ? HALF_A_DAY : input.value;
}
