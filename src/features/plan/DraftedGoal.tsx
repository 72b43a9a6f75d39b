import { messages } from '../../i18n/messages.ts';
import { Chip } from '../../ui/Chip.tsx';
import { PencilIcon } from '../../ui/icons.tsx';

/** A new goal that was begun and laid aside, and the way back into its form. */
export function DraftedGoal({ typed, onOpen }: { typed: string; onOpen: () => void }) {
  const text = messages.value.plan;
  const words = typed || text.newGoal;
  return (
    <div class="ff-goal__line">
      <p class="ff-prose" dir="auto">
        {words}{' '}
        <Chip icon={PencilIcon} tone="neutral">
          {text.draft}
        </Chip>
      </p>
      <button
        class="ds-button"
        data-variant="tertiary"
        data-icon
        type="button"
        aria-label={`${text.change}: ${words}`}
        onClick={onOpen}
      >
        <PencilIcon />
      </button>
    </div>
  );
}
