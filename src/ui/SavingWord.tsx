import { messages } from '../i18n/messages.ts';
import { CheckIcon, PencilIcon, WarningIcon } from './icons.tsx';

const icons = { untouched: null, draft: PencilIcon, onDevice: CheckIcon, received: CheckIcon, failed: WarningIcon };

/** Where what is written has come to, read out as it changes. */
export function SavingWord({ state }: { state: keyof typeof icons }) {
  const Glyph = icons[state];
  return (
    <span class="ff-saving" role="status" data-state={state}>
      {Glyph && <Glyph />}
      {messages.value.saving[state]}
    </span>
  );
}
