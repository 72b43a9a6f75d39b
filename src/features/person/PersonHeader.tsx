import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { ageOf, type Person } from '../../state/person.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { BackIcon, InterpreterIcon, LanguageIcon, ShieldIcon } from '../../ui/icons.tsx';
import { ProperName } from '../../ui/ProperName.tsx';
import { pathTo } from '../app/route.ts';
import { ageInWords, languagesInWords } from './person-words.ts';

interface Props {
  desk: Desk;
  person: Person;
  tab: 'plan' | 'log';
}

/** Who this is about, on every page about them. */
export function PersonHeader({ desk, person, tab }: Props) {
  const text = messages.value.person;
  const heading = useFocusOnOpening(person.id);
  const need = person.interpreter?.need ?? 'never';
  return (
    <div class="ff-pane__top">
      <div class="ff-person">
        <span class="ff-line">
          <a
            class="ds-button ff-back"
            data-variant="tertiary"
            data-icon
            href={pathTo.people()}
            aria-label={text.toPeople}
          >
            <BackIcon />
          </a>
          <span data-only="tablet">
            <Avatar initials={person.initials} large />
          </span>
        </span>
        <h1 ref={heading} tabIndex={-1}>
          <ProperName name={person.name} language={person.nameLanguage} />
        </h1>
        <p class="ff-facts">
          <span>{ageInWords(ageOf(person, desk.model.today.value))}</span>
          {person.languages.length > 0 && (
            <span>
              <LanguageIcon />
              {languagesInWords(person.languages)}
            </span>
          )}
          {need !== 'never' && (
            <span>
              <InterpreterIcon />
              {need === 'always' ? <b>{text.interpreter[need]}</b> : text.interpreter[need]}
            </span>
          )}
          {person.locationProtected && (
            <span>
              <ShieldIcon />
              {text.protected}
            </span>
          )}
          {person.pronunciation && <span>{text.said(person.pronunciation)}</span>}
        </p>
      </div>
      <nav class="ff-tabs" aria-label={text.pages}>
        <a href={pathTo.plan(person.id)} aria-current={tab === 'plan' ? 'page' : undefined}>
          {text.plan}
        </a>
        <a href={pathTo.log(person.id)} aria-current={tab === 'log' ? 'page' : undefined}>
          {text.log}
        </a>
      </nav>
    </div>
  );
}

/** Whoever opened the person goes on from their name; a field that someone has begun to write in keeps the caret. */
function useFocusOnOpening(person: Id) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.matches('body, #main, a')) heading.current?.focus();
  }, [person]);
  return heading;
}
