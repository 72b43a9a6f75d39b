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

/** How far it has come, in words and as a bar; a bar that knows no end stands still. */
export function Working({ door: { what, done } }: { door: At<'working'> }) {
  const text = messages.value.door;
  const word = what === 'fetching' ? text.fetching(done) : text[what];
  return (
    <div class="ff-stack" role="status">
      <h1>{word}</h1>
      <div class="ff-door__bar" aria-hidden="true">
        <i />
      </div>
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
