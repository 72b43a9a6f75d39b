import { CheckIcon } from './icons.tsx';

interface Choice<Key> {
  key: Key;
  label: string;
  count?: number;
}

interface Props<Key> {
  label: string;
  choices: readonly Choice<Key>[];
  chosen: Key;
  onChoose: (key: Key) => void;
}

/** Ready-made lists of which one is shown. */
export function FilterChips<Key extends string | null>({ label, choices, chosen, onChoose }: Props<Key>) {
  return (
    <fieldset class="ff-filters" aria-label={label}>
      {choices.map(({ key, label: word, count }) => (
        <button key={key} class="ff-filter" type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
          {key === chosen && <CheckIcon />}
          {word}
          {count !== undefined && <b>{count}</b>}
        </button>
      ))}
    </fieldset>
  );
}
