import { messages } from '../../i18n/messages.ts';
import type { People } from '../../state/people.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { pathTo, type Route } from '../app/route.ts';

interface Props {
  people: People;
  route: Route;
  onGo: (path: string) => void;
}

/** Looks through everyone on the device as one types. Enter opens the first, arrow down goes to the list, Escape clears. */
export function SearchBox({ people, route, onGo }: Props) {
  const text = messages.value.app;
  const type = (query: string) => {
    people.query.value = query;
    if (query !== '' && route.at !== 'people') onGo(pathTo.people());
  };
  const steer = (event: KeyboardEvent) => {
    const first = people.shown.value[0];
    if (event.key === 'Escape') people.query.value = '';
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('#main a.ff-row')?.focus();
    }
    if (event.key !== 'Enter' || !first || people.query.value === '') return;
    (event.currentTarget as HTMLInputElement).blur(); // whoever is opened gets the focus
    onGo(pathTo.plan(first.id));
  };
  return (
    <div class="ff-search">
      <SearchIcon />
      <input
        class="ds-input"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        autoComplete="off"
        spellcheck={false}
        value={people.query.value}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={steer}
      />
    </div>
  );
}
