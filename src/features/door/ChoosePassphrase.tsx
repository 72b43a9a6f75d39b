import { useSignal } from '@preact/signals';
import { messages } from '../../i18n/messages.ts';
import type { App } from '../../state/model.ts';
import { Alert } from '../../ui/Alert.tsx';
import type { ClosedDoor } from './DoorScreen.tsx';
import { SecretField } from './SecretField.tsx';

const LEAST = 12;

/** First time on this tablet: the passphrase that locks what lies on it. */
export function ChoosePassphrase({ app, door }: { app: App; door: ClosedDoor & { at: 'choosePassphrase' } }) {
  const text = messages.value.door;
  const passphrase = useSignal('');
  const again = useSignal('');
  const isTried = useSignal(false);
  const isShort = passphrase.value.length < LEAST;
  const isUnlike = again.value !== passphrase.value;
  const choose = (event: Event) => {
    event.preventDefault();
    isTried.value = true;
    if (!isShort && !isUnlike) void app.choosePassphrase(passphrase.value);
  };
  return (
    <>
      <h1>{text.chooseTitle}</h1>
      <p>
        {text.hello(door.person.name)}. {text.chooseLead}
      </p>
      {door.failure && <Alert>{door.failure === 'offline' ? text.chooseOffline : text.chooseFailed}</Alert>}
      <form onSubmit={choose}>
        <SecretField
          label={text.passphrase}
          autocomplete="new-password"
          focused
          value={passphrase.value}
          error={isTried.value && isShort ? text.tooShort : null}
          onType={(typed) => {
            passphrase.value = typed;
          }}
        />
        <SecretField
          label={text.again}
          autocomplete="new-password"
          value={again.value}
          error={isTried.value && !isShort && isUnlike ? text.notAlike : null}
          onType={(typed) => {
            again.value = typed;
          }}
        />
        <button class="ds-button" data-main type="submit">
          {text.choose}
        </button>
      </form>
      <p>
        <button class="ds-link" type="button" onClick={app.otherPerson}>
          {text.notMe}
        </button>
      </p>
    </>
  );
}
