import { useSignal } from '@preact/signals';
import type { Value } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { EditFailure } from '../../state/model.ts';
import { firstNameOfStaff } from '../../state/staff.ts';
import { type Said, settle, type Two } from '../../state/two.ts';
import { Alert } from '../../ui/Alert.tsx';
import { TwoIcon } from '../../ui/icons.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { valueInWords } from './value-words.ts';

/** Both values whole, with who and when. Nothing is chosen for anyone, and nothing waits for the choice. */
export function TwoCard({ desk, two }: { desk: Desk; two: Two }) {
  const text = messages.value;
  const failure = useSignal<EditFailure | null>(null);
  const fresh = useSignal<string | null>(null);
  const choose = async (value: Value) => {
    const result = await desk.model.edit([settle(two, value)]);
    failure.value = result.saved ? null : result.failure;
  };
  const what = text.codes.field[two.field] ?? text.codes.recordType[two.record.type] ?? '';
  const isText = two.said.every(({ value }) => typeof value === 'string') && !isCode(two);
  return (
    <section class="ff-two" data-color="warning" aria-label={text.two.title(what)}>
      <header>
        <TwoIcon />
        <b>{text.two.title(what)}</b>
        {isText && fresh.value === null && (
          <button
            class="ds-link ff-push"
            data-color="neutral"
            type="button"
            onClick={() => {
              fresh.value = String(two.said.find(({ stands }) => stands)?.value ?? '');
            }}
          >
            {text.two.writeNew}
          </button>
        )}
      </header>
      <div class="ff-two__both">
        {two.said.map((said) => (
          <One
            key={`${said.by} ${said.at}`}
            desk={desk}
            two={two}
            said={said}
            onChoose={() => void choose(said.value)}
          />
        ))}
      </div>
      {fresh.value !== null && (
        <form
          class="ff-stack"
          data-gap="s"
          onSubmit={(event) => {
            event.preventDefault();
            void choose(fresh.value?.trim() ?? '');
          }}
        >
          <TextField
            label={text.two.newValue}
            kind="prose"
            focused
            value={fresh.value}
            onType={(typed) => {
              fresh.value = typed;
            }}
          />
          <button class="ds-button" type="submit">
            {text.plan.done}
          </button>
        </form>
      )}
      {failure.value && <Alert>{text.failure[failure.value]}</Alert>}
    </section>
  );
}

function One({ desk, two, said, onChoose }: { desk: Desk; two: Two; said: Said; onChoose: () => void }) {
  const text = messages.value.two;
  const { model } = desk;
  const isMine = said.by === model.me.id;
  const name = firstNameOfStaff(model, said.by);
  const when = formats.value.moment(said.at, model.today.value);
  return (
    <div class="ff-two__one">
      <p class="ff-sub">
        {isMine ? text.you : name}, {when}
        {said.stands && ` · ${text.shown}`}
      </p>
      <p class="ff-prose">{valueInWords(two, said.value, model.today.value)}</p>
      <button class="ds-button" data-variant="secondary" type="button" onClick={onChoose}>
        {isMine ? text.keepMine : name ? text.use(name) : text.useThis}
      </button>
    </div>
  );
}

/** Codes are chosen among, not written. */
function isCode({ record, field }: Two): boolean {
  return (
    !(record.type === 'goal' && field === 'text') &&
    !['longTermGoal', 'title', 'endedBecause', 'partner', 'place'].includes(field)
  );
}
