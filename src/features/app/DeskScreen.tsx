import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { readableOnDevice } from '../../domain/access.ts';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { App } from '../../state/model.ts';
import { Alert } from '../../ui/Alert.tsx';
import { PeopleScreen } from '../people/PeopleScreen.tsx';
import { PersonScreen } from '../person/PersonScreen.tsx';
import { SendingScreen } from '../sending/SendingScreen.tsx';
import { Head } from './Head.tsx';
import { LeaderScreen } from './LeaderScreen.tsx';
import { Rail } from './Rail.tsx';
import { type Route, routeOf } from './route.ts';
import { ToastBar } from './ToastBar.tsx';
import { UnknownScreen } from './UnknownScreen.tsx';
import { UpdateLine } from './UpdateLine.tsx';

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
        <UpdateLine app={app} />
        <Place app={app} desk={desk} route={route} />
      </div>
      {app.trouble.value && (
        <div class="ff-toast">
          <Alert>
            <p>{text.app.trouble}</p>
            <button class="ds-button" data-variant="secondary" type="button" onClick={app.reload}>
              {text.app.reload}
            </button>
          </Alert>
        </div>
      )}
      {desk.drafts.refused.value && (
        <div class="ff-toast">
          <Alert>{text.failure.draftsRefused}</Alert>
        </div>
      )}
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

/** Whoever steers by keyboard or ear is taken along where the element in focus went away with the old place. */
function useFocusAfter(path: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (document.activeElement === document.body) document.querySelector<HTMLElement>('#main')?.focus();
  }, [path]);
}
