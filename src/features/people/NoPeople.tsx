import { messages } from '../../i18n/messages.ts';
import type { People } from '../../state/people.ts';

/** Why the list is empty, and the one thing to do about it. */
export function NoPeople({ people, fetching }: { people: People; fetching: boolean }) {
  const text = messages.value.people;
  const query = people.query.value.trim();
  if (query !== '')
    return <Empty sentence={text.noneMatch(query)} action={messages.value.app.clear} onAct={() => clear(people)} />;
  if (people.counts.value.unit === 0) return <Empty sentence={fetching ? text.fetching : text.none} />;
  return <Empty sentence={text.noneMine} action={text.showUnit} onAct={() => people.choose('unit')} />;
}

function clear(people: People): void {
  people.query.value = '';
}

function Empty({ sentence, action, onAct }: { sentence: string; action?: string; onAct?: () => void }) {
  return (
    <div class="ff-empty">
      <p class="ff-prose">{sentence}</p>
      {action && (
        <button class="ds-button" data-variant="secondary" type="button" onClick={onAct}>
          {action}
        </button>
      )}
    </div>
  );
}
