import { formats, messages } from '../../i18n/messages.ts';
import type { Form } from '../../state/form.ts';
import { Alert } from '../../ui/Alert.tsx';
import { InfoIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';

/** What the writer of a form must know: a draft that was found, or that the device could not store it. */
export function FormNotices<Name extends string>({ form, today }: { form: Form<Name>; today: string }) {
  const text = messages.value;
  const failure = form.failure.value;
  const isFound = form.foundFrom !== null && form.saving.value === 'draft';
  return (
    <>
      {isFound && (
        <Note icon={InfoIcon} tone="info" live>
          {text.saving.found(formats.value.moment(form.foundFrom ?? 0, today))}
        </Note>
      )}
      {failure && (
        <Alert>
          <p>{text.failure[failure]}</p>
          <button class="ds-button" data-variant="secondary" type="button" onClick={() => void form.commit()}>
            {text.failure.tryAgain}
          </button>
        </Alert>
      )}
    </>
  );
}
