import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { readableOnDevice } from '../../domain/access.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { App } from '../../state/model.ts';
import { PeopleScreen } from '../people/PeopleScreen.tsx';
import { PersonScreen } from '../person/PersonScreen.tsx';
import { SendingScreen } from '../sending/SendingScreen.tsx';
import { Head } from './Head.tsx';
import { LeaderScreen } from './LeaderScreen.tsx';
import { Lines } from './Lines.tsx';
import { Rail } from './Rail.tsx';
import { type Route, routeOf } from './route.ts';
import { ToastBar } from './ToastBar.tsx';
import { UnknownScreen } from './UnknownScreen.tsx';

/** Rail, head and the place the address says. */
export function DeskScreen({ app, desk, onLanguage }: { app: App; desk: Desk; onLanguage: () => void }) {
  const { path, query } = useLocation();
  const route = routeOf(path, query);
  useFocusAfter(path);
  const text = messages.value;
  return (
    <>
      <a class="ds-skip-link" href="#main">
        {text.app.skip}
      </a>
      <div class="ff-shell">
        <Rail route={route} />
        <Head app={app} desk={desk} route={route} onLanguage={onLanguage} />
        <Lines app={app} desk={desk} />
        <Place app={app} desk={desk} route={route} />
      </div>
      <ToastBar toasts={desk.toasts} />
    </>
  );
}

function Place({ app, desk, route }: { app: App; desk: Desk; route: Route }) {
  const keepsCases = readableOnDevice(desk.model.me.role).length > 0;
  if (route.at === 'sending') return <SendingScreen app={app} desk={desk} />;
  if (route.at === 'unknown') return <UnknownScreen />;
  if (!keepsCases) return <LeaderScreen />;
  if (route.at === 'people') return <PeopleScreen desk={desk} />;
  return <PersonScreen desk={desk} route={route} />;
}

/** Whoever steers by keyboard or ear is taken along where the element in focus went away with the door or the old place. */
function useFocusAfter(path: string): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('#main')?.focus();
  }, [path]);
}
