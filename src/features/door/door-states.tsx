import { messages } from '../../i18n/messages.ts';
import { Alert } from '../../ui/Alert.tsx';
import type { ClosedDoor } from './DoorScreen.tsx';

type At<Place extends ClosedDoor['at']> = ClosedDoor & { at: Place };

export function SignIn({ failure, onSignIn }: { failure: At<'signIn'>['failure']; onSignIn: () => void }) {
  const text = messages.value.door;
  return (
    <>
      <h1>{text.signInTitle}</h1>
      <p>{text.signInLead}</p>
      {failure && <Alert>{text[failure]}</Alert>}
      <button class="ds-button" data-main type="button" onClick={onSignIn}>
        {text.signIn}
      </button>
    </>
  );
}

/** How far it has come, in words: nobody knows the end of it, so no bar claims to. */
export function Working({ door: { what, done } }: { door: At<'working'> }) {
  const text = messages.value.door;
  return (
    <div role="status">
      <h1>{what === 'fetching' ? text.fetching(done) : text[what]}</h1>
    </div>
  );
}

export function MustReload() {
  const text = messages.value.door;
  return (
    <>
      <h1>{text.mustReload}</h1>
      <p>{text.mustReloadLead}</p>
      <button class="ds-button" data-main type="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </>
  );
}

export function Unusable({ why }: { why: At<'unusable'>['why'] }) {
  const text = messages.value.door;
  return (
    <>
      <h1>{text.unusable}</h1>
      <p>{why === 'storage' ? text.noStorage : text.noEncryption}</p>
    </>
  );
}
