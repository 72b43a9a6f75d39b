import { useSignal } from '@preact/signals';
import { mayWrite } from '../../domain/access.ts';
import type { Value } from '../../domain/record.ts';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import { firstNameOfStaff } from '../../state/staff.ts';
import {
  isNeeded,
  isWritten,
  joined,
  longTexts,
  type Said,
  settle,
  type Two,
  twoDraftId,
  unsettle,
} from '../../state/two.ts';
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
  const draftId = twoDraftId(two);
  const begun = desk.drafts.all.peek().get(draftId)?.text.fresh;
  const fresh = useSignal<string | null>(typeof begun === 'string' ? begun : null);
  const isEmptied = useSignal(false);
  const choose = async (value: Value) => {
    if (!(await desk.toasts.withUndo('settled', settle(two, value), unsettle(two)))) return;
    desk.drafts.drop(draftId);
    document.querySelector<HTMLElement>('#main')?.focus(); // the card is gone, and the focus with it
  };
  const writeNew = (typed: string) => {
    fresh.value = typed;
    isEmptied.value = false;
    desk.drafts.keep({ id: draftId, file: two.record.file, text: { fresh: typed } });
  };
  const leave = () => {
    fresh.value = null;
    desk.drafts.drop(draftId);
  };
  const finish = () => {
    const value = fresh.value?.trim() ?? '';
    if (value === '' && isNeeded(two)) isEmptied.value = true;
    else void choose(value);
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
          onKeyDown={(event) => event.key === 'Escape' && leave()}
          onSubmit={(event) => {
            event.preventDefault();
            finish();
          }}
        >
          <TextField
            label={text.two.newValue}
            kind="prose"
            focused
            value={fresh.value}
            error={isEmptied.value ? text.two.needsText : null}
            onType={writeNew}
          />
          <div class="ff-line">
            <button class="ds-button" data-variant="tertiary" type="button" onClick={leave}>
              {text.two.cancel}
            </button>
            <button class="ds-button ff-push" type="submit">
              {text.plan.done}
            </button>
          </div>
        </form>
      )}
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
