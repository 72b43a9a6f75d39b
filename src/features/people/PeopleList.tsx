import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../../domain/record.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { ageOf } from '../../state/person.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { moveWithArrows } from '../../ui/arrow-keys.ts';
import { useKeptScroll } from '../../ui/kept-scroll.ts';
import { ProperName } from '../../ui/ProperName.tsx';
import { pathTo } from '../app/route.ts';
import { ageInWords } from '../person/person-words.ts';

interface Props {
  desk: Desk;
  open: Id;
  tab: 'plan' | 'log';
}

/** The chosen list beside the person who is open, where the screen is wide. One stop for Tab; arrows move within it. */
export function PeopleList({ desk, open, tab }: Props) {
  const text = messages.value.people;
  const { people, model } = desk;
  const pane = useRef<HTMLDivElement>(null);
  useKeptScroll(pane, desk.scrolled, 'people-beside');
  const stop = useSignal<Id | null>(null);
  useEffect(() => {
    stop.value = open;
    pane.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const shown = people.shown.value;
  const tabStop = [stop.value, open].find((id) => shown.some((row) => row.id === id)) ?? shown[0]?.id;
  return (
    <section class="ff-pane" data-hide="narrow" aria-label={text.list}>
      <div class="ff-title">
        <h2 class="ds-heading" data-size="xs">
          {people.isSearching.value ? text.hits : text[people.list.value]}
        </h2>
        <span class="ff-sub ff-num">{shown.length}</span>
      </div>
      <div class="ff-pane__body" data-flush ref={pane}>
        <ul class="ff-list" data-long onKeyDown={moveWithArrows('a')}>
          {shown.map((row) => (
            <li key={row.id}>
              <a
                class="ff-row"
                data-tight
                href={tab === 'log' ? pathTo.log(row.id) : pathTo.plan(row.id)}
                tabIndex={row.id === tabStop ? 0 : -1}
                onFocus={() => {
                  stop.value = row.id;
                }}
                aria-current={row.id === open ? 'true' : undefined}
              >
                <Avatar initials={row.initials} />
                <span class="ff-row__main">
                  <span>
                    <ProperName name={row.name} language={row.nameLanguage} />
                  </span>
                  <span class="ff-sub">{ageInWords(ageOf(row, model.today.value))}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
