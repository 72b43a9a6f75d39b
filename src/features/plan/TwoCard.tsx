import { useSignal } from '@preact/signals';
import { mayWrite } from '../../domain/access.ts';
import type { Value } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { EditFailure } from '../../state/model.ts';
import { firstNameOfStaff } from '../../state/staff.ts';
import { isWritten, joined, longTexts, type Said, settle, type Two } from '../../state/two.ts';
import { Alert } from '../../ui/Alert.tsx';
import { TwoIcon } from '../../ui/icons.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MarkedText } from './MarkedText.tsx';
import { valueInWords } from './value-words.ts';

interface Props {
  desk: Desk;
  two: Two;
  /** Where the card stands among those of other people: whom it is about, and the place in the plan it belongs to. */
  about?: { person: string; href: string };
}

/** Both values whole, with who and when. Nothing is chosen for anyone, and nothing waits for the choice. */
export function TwoCard({ desk, two, about }: Props) {
  const text = messages.value;
  const failure = useSignal<EditFailure | null>(null);
  const fresh = useSignal<string | null>(null);
  const choose = async (value: Value) => {
    const result = await desk.model.edit([settle(two, value)]);
    failure.value = result.saved ? null : result.failure;
  };
  const what = text.codes.field[two.field] ?? text.codes.recordType[two.record.type] ?? '';
  const isOpen = mayWrite(desk.model.me.role, two.record.compartment);
  const texts = longTexts(two);
  const all = joined(two);
  return (
    <section
      class="ff-two"
      data-color="warning"
      aria-label={about ? `${about.person}: ${text.two.title(what)}` : text.two.title(what)}
    >
      <header>
        <TwoIcon />
        <b>
          {about && (
            <>
              <bdi>{about.person}</bdi>:{' '}
            </>
          )}
          {text.two.title(what)}
        </b>
        <span class="ff-line ff-push">
          {about && (
            <a class="ds-link" data-color="neutral" href={about.href}>
              {text.two.toPlan}
            </a>
          )}
          {isOpen && isWritten(two) && fresh.value === null && (
            <button
              class="ds-link"
              data-color="neutral"
              type="button"
              onClick={() => {
                fresh.value = String(two.said.find(({ stands }) => stands)?.value ?? '');
              }}
            >
              {text.two.writeNew}
            </button>
          )}
        </span>
      </header>
      {texts && <p class="ff-sub">{text.two.marked}</p>}
      <div class="ff-two__both">
        {two.said.map((said) => (
          <One
            key={`${said.by} ${said.at}`}
            desk={desk}
            two={two}
            said={said}
            others={texts && othersOf(two, said)}
            onChoose={isOpen ? () => void choose(said.value) : null}
          />
        ))}
      </div>
      {isOpen && all !== null && fresh.value === null && (
        <button class="ds-button" data-variant="secondary" type="button" onClick={() => void choose(all)}>
          {text.two.both}
        </button>
      )}
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

interface OneProps {
  desk: Desk;
  two: Two;
  said: Said;
  /** The texts this one is marked against; null where nothing is marked. */
  others: string[] | null;
  /** Null for those who may read it and not write. */
  onChoose: (() => void) | null;
}

function One({ desk, two, said, others, onChoose }: OneProps) {
  const text = messages.value.two;
  const { model } = desk;
  const isMine = said.by === model.me.id;
  const name = firstNameOfStaff(model, said.by);
  const when = formats.value.moment(said.at, model.today.value);
  return (
    <div class="ff-two__one" data-long={others ? '' : undefined}>
      <p class="ff-sub">
        {isMine ? text.you : name}, {when}
        {said.stands && ` · ${text.shown}`}
      </p>
      {others ? (
        <MarkedText text={String(said.value)} others={others} />
      ) : (
        <p class="ff-prose" dir="auto">
          {valueInWords(two, said.value, model.today.value)}
        </p>
      )}
      {onChoose && (
        <button class="ds-button" data-variant="secondary" type="button" onClick={onChoose}>
          {isMine ? text.keepMine : name ? text.use(name) : text.useThis}
        </button>
      )}
    </div>
  );
}

/** A text that waits is compared with the one that stands, and that one with all that wait. */
function othersOf({ said }: Two, { stands }: Said): string[] {
  return said.filter((each) => each.stands !== stands).map(({ value }) => String(value));
}
