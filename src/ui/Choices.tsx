import { useId } from 'preact/hooks';
import type { IconComponent } from './Icon.tsx';

interface Props<Key> {
  label: string;
  choices: readonly { key: Key; label: string; icon: IconComponent }[];
  chosen: Key;
  onChoose: (key: Key) => void;
}

/** One of a few, all in sight: radio buttons that look like what they set. */
export function Choices<Key extends string>({ label, choices, chosen, onChoose }: Props<Key>) {
  const name = useId();
  return (
    <fieldset class="ff-field">
      <legend class="ff-label">{label}</legend>
      <div class="ff-choices">
        {choices.map(({ key, label: word, icon: Glyph }) => (
          <label key={key}>
            <input type="radio" name={name} value={key} checked={key === chosen} onChange={() => onChoose(key)} />
            <Glyph />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
