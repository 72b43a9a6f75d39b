import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  /** Shown first, and chosen until something is. */
  prompt?: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** One of many. */
export function Select({ label, value, prompt, options, onChoose }: Props) {
  const id = useId();
  return (
    <div class="ff-field">
      <label for={id}>{label}</label>
      <select class="ds-input" id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
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
    </div>
  );
}
