import { useComputed, useSignal } from '@preact/signals';
import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { duplicatesOf, sayNotSame, unsayNotSame } from '../../state/duplicates.ts';
import type { Person } from '../../state/person.ts';
import { InfoIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProperName } from '../../ui/ProperName.tsx';
import { pathTo } from '../app/route.ts';

/** Others on this device who may be the same person, said quietly on the page of each and nowhere else. */
export function SamePerson({ desk, person }: { desk: Desk; person: Person }) {
  const text = messages.value;
  const { drafts, people } = desk;
  const told = useSignal<Id | null>(null);
  const alike = useComputed(() => {
    const rows = people.rows.value;
    const own = rows.find(({ id }) => id === person.id);
    return own && drafts.isReady.value ? duplicatesOf(drafts, own, rows) : [];
  });
  const notSame = (other: Id) => {
    sayNotSame(drafts, person.id, other);
    told.value = other;
  };
  const undo = (other: Id) => {
    unsayNotSame(drafts, person.id, other);
    told.value = null;
  };
  const last = told.value;
  if (alike.value.length === 0 && last === null) return null;
  return (
    <div class="ff-same">
      {alike.value.map((other) => (
        <Note key={other.id} icon={InfoIcon} tone="neutral">
          <span>
            {text.person.maybeSame}{' '}
            <a class="ds-link" href={pathTo.plan(other.id)}>
              <ProperName name={other.name} language={other.nameLanguage} />
            </a>
            {text.person.maybeSameWhy}
          </span>
          <button class="ds-button" data-variant="tertiary" type="button" onClick={() => notSame(other.id)}>
            {text.person.notSame}
          </button>
        </Note>
      ))}
      {last !== null && (
        <Note icon={InfoIcon} tone="neutral" live>
          <span>{text.person.saidNotSame}</span>
          <button class="ds-button" data-variant="tertiary" type="button" onClick={() => undo(last)}>
            {text.app.undo}
          </button>
        </Note>
      )}
    </div>
  );
}
