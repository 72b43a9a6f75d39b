import { useSignal } from '@preact/signals';
import { messages } from '../../i18n/messages.ts';
import type { App } from '../../state/model.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { CloudSlashIcon, PersonIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import type { ClosedDoor } from './DoorScreen.tsx';
import { SecretField } from './SecretField.tsx';

/** Someone has been here: their passphrase opens it, with network or without. */
export function Locked({ app, door }: { app: App; door: ClosedDoor & { at: 'locked' } }) {
  const text = messages.value.door;
  const passphrase = useSignal('');
  const chosen = useSignal(door.chosen);
  const vault = door.vaults.find(({ id }) => id === chosen.value) ?? door.vaults[0];
  const unlock = (event: Event) => {
    event.preventDefault();
    if (vault && passphrase.value !== '') void app.unlock(vault.id, passphrase.value);
    passphrase.value = '';
  };
  return (
    <>
      {vault && (
        <div class="ff-line" data-gap="l">
          <Avatar initials={vault.calledAs} large />
          <div>
            <h1>{text.title}</h1>
            <p class="ff-sub">{text.whose(vault.calledAs)}</p>
          </div>
        </div>
      )}
      {door.vaults.length > 1 && (
        <Choices
          label={text.who}
          choices={door.vaults.map(({ id, calledAs }) => ({ key: id, label: calledAs, icon: PersonIcon }))}
          chosen={vault?.id ?? ''}
          onChoose={(id) => {
            chosen.value = id;
          }}
        />
      )}
      {door.failure === 'failed' && <Alert>{text.unlockFailed}</Alert>}
      {door.failure === 'offline' && <Alert>{text.offline}</Alert>}
      <form onSubmit={unlock}>
        <SecretField
          label={text.passphrase}
          autocomplete="current-password"
          focused
          value={passphrase.value}
          error={door.failure === 'wrongPassphrase' && passphrase.value === '' ? text.wrongPassphrase : null}
          onType={(typed) => {
            passphrase.value = typed;
          }}
        />
        <button class="ds-button" data-main type="submit">
          {text.unlock}
        </button>
      </form>
      {vault && vault.waiting > 0 && (
        <Note icon={CloudSlashIcon} tone="info">
          <b>{text.waiting(vault.waiting)}</b> {text.waitingSafe}
        </Note>
      )}
      <p>
        <button class="ds-link" type="button" onClick={app.otherPerson}>
          {text.otherPerson}
        </button>
      </p>
    </>
  );
}
