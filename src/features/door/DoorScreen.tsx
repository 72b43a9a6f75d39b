import { useLocation } from 'preact-iso';
import { messages } from '../../i18n/messages.ts';
import type { App, Door } from '../../state/model.ts';
import { CloudSlashIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { ChoosePassphrase } from './ChoosePassphrase.tsx';
import { DoorArt } from './DoorArt.tsx';
import { MustReload, SignIn, Unusable, Working } from './door-states.tsx';
import { Locked } from './Locked.tsx';

export type ClosedDoor = Exclude<Door, { at: 'open' }>;

/** Before the list: sign in, choose a passphrase, unlock, or say why none of it is possible. */
export function DoorScreen({ app, door, onLanguage }: { app: App; door: ClosedDoor; onLanguage: () => void }) {
  const text = messages.value;
  usePageTitle(text.door.title);
  return (
    <main class="ff-door" id="main">
      <DoorArt tenant={app.tenant.value} />
      <div class="ff-door__form">
        {app.signOutOwed.value && (
          <Note icon={CloudSlashIcon} tone="info" live>
            {text.door.signOutOwed}
          </Note>
        )}
        <Inside app={app} door={door} />
        <p>
          <button class="ds-link" type="button" onClick={onLanguage}>
            {text.app.language}
          </button>
        </p>
      </div>
    </main>
  );
}

function Inside({ app, door }: { app: App; door: ClosedDoor }) {
  const { url } = useLocation();
  switch (door.at) {
    case 'starting':
      return <p role="status">{messages.value.door.starting}</p>;
    case 'signIn':
      return <SignIn failure={door.failure} onSignIn={() => app.signIn(url)} />;
    case 'choosePassphrase':
      return <ChoosePassphrase app={app} door={door} />;
    case 'locked':
      return <Locked app={app} door={door} />;
    case 'working':
      return <Working door={door} />;
    case 'mustReload':
      return <MustReload />;
    case 'unusable':
      return <Unusable why={door.why} />;
  }
}
