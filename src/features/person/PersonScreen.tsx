import type { Desk } from '../../state/desk.ts';
import { personOf } from '../../state/person.ts';
import type { Route } from '../app/route.ts';
import { LogTab } from '../log/LogTab.tsx';
import { PeopleList } from '../people/PeopleList.tsx';
import { MeasurePane } from '../plan/MeasurePane.tsx';
import { PlanTab } from '../plan/PlanTab.tsx';
import { GonePerson } from './GonePerson.tsx';
import { PersonHeader } from './PersonHeader.tsx';

/** One person: the list beside, or a measure beside where one is open. */
export function PersonScreen({ desk, route }: { desk: Desk; route: Route & { at: 'person' } }) {
  const file = desk.model.files.value.get(route.id);
  const person = file && personOf(file);
  const measure = route.tab === 'plan' ? route.measure : null;
  const isReady = desk.drafts.isReady.value;
  return (
    <main class="ff-main" id="main" tabIndex={-1} data-split={measure ? 'wide' : 'list'}>
      {!measure && <PeopleList desk={desk} open={route.id} tab={route.tab} />}
      <section class="ff-pane" data-card data-hide={measure ? 'narrow' : undefined}>
        {person ? (
          <>
            <PersonHeader desk={desk} person={person} tab={route.tab} />
            {isReady && route.tab === 'plan' && (
              <PlanTab key={route.id} desk={desk} person={person} open={measure?.id ?? null} />
            )}
            {isReady && route.tab === 'log' && <LogTab key={route.id} desk={desk} file={route.id} />}
          </>
        ) : (
          <GonePerson fetching={desk.model.sync.value.freshAt === null} />
        )}
      </section>
      {measure && person && isReady && <MeasurePane key={measure.id} desk={desk} person={person} measure={measure} />}
    </main>
  );
}
