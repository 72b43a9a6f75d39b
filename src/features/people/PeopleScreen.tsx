import { useRef } from 'preact/hooks';
import { dayInOslo } from '../../domain/dates.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { moveWithArrows } from '../../ui/arrow-keys.ts';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { useKeptScroll } from '../../ui/kept-scroll.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { NoPeople } from './NoPeople.tsx';
import { PersonRow } from './PersonRow.tsx';

/** Everyone on this device: mine, or all. */
export function PeopleScreen({ desk }: { desk: Desk }) {
  const { people, model } = desk;
  const text = messages.value.people;
  const pane = useRef<HTMLDivElement>(null);
  usePageTitle(text.title);
  useKeptScroll(pane, desk.scrolled, 'people');
  const counts = people.counts.value;
  const shown = people.shown.value;
  const isSearching = people.isSearching.value;
  const { freshAt } = model.sync.value;
  // Everyone in one's own list has the same responsible: oneself.
  const columns = people.list.value === 'mine' && !isSearching ? 'mine' : 'all';
  const today = model.today.value;
  const fetched =
    freshAt === null ? null : formats.value[dayInOslo(freshAt) === today ? 'time' : 'moment'](freshAt, today);
  return (
    <main class="ff-main" id="main" tabIndex={-1}>
      <section class="ff-pane">
        <div class="ff-title">
          <h1 class="ds-heading" data-size="md">
            {text.title}
          </h1>
          <span class="ff-sub" role="status">
            {isSearching ? text.found(shown.length) : text.onDevice(counts.unit, fetched)}
          </span>
        </div>
        {!isSearching && counts.unit > 0 && (
          <FilterChips
            label={text.list}
            choices={[
              { key: 'mine', label: text.mine, count: counts.mine },
              { key: 'unit', label: text.unit, count: counts.unit },
            ]}
            chosen={people.list.value}
            onChoose={people.choose}
          />
        )}
        {shown.length === 0 ? (
          <NoPeople people={people} fetching={freshAt === null} />
        ) : (
          <>
            <div class="ff-people-head" data-columns={columns} aria-hidden="true">
              <span />
              <span>{text.name}</span>
              <span>{text.languages}</span>
              <span>{text.goal}</span>
              {columns === 'all' && <span>{text.responsible}</span>}
            </div>
            <div class="ff-pane__body" data-flush ref={pane}>
              <ul class="ff-list" data-long data-columns={columns} onKeyDown={moveWithArrows('a')}>
                {shown.map((row) => (
                  <PersonRow key={row.id} row={row} desk={desk} withResponsible={columns === 'all'} />
                ))}
              </ul>
            </div>
          </>
        )}
      </section>
    </main>
  );
}
