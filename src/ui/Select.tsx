import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  /** Shown first, and chosen until something is. */
  prompt?: string;
  options: readonly { value: string; label: string }[];
  error?: string | null;
  onChoose: (value: string) => void;
}

/** One of many. */
export function Select({ label, value, prompt, options, error, onChoose }: Props) {
  const id = useId();
  return (
    <div class="ff-field">
      <label for={id}>{label}</label>
      <select
        class="ds-input"
        id={id}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {prompt !== undefined && (
          <option value="" disabled={value !== ''}>
            {prompt}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <p class="ds-validation-message" data-color="danger" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
