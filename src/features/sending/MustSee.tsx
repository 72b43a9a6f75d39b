import { useSignal } from '@preact/signals';
import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { RefusedChange, TwoInCase } from '../../state/sending.ts';
import { CopyIcon, ShieldIcon } from '../../ui/icons.tsx';
import { pathTo } from '../app/route.ts';
import { TwoCard } from '../plan/TwoCard.tsx';

/** What only a person can settle, each with its choices in place. None of it blocks anything else. */
export function MustSee({ desk }: { desk: Desk }) {
  const text = messages.value.sending;
  const twos = desk.sending.twos.value;
  const refused = desk.sending.refused.value;
  if (twos.length + refused.length === 0) return null;
  return (
    <section class="ff-group">
      <header>
        <h2>{text.mustSee}</h2>
        <span class="ff-sub ff-num">{twos.length + refused.length}</span>
      </header>
      <ul class="ff-stack" data-gap="s">
        {twos.map((two) => (
          <li key={`${two.record.id} ${two.field}`}>
            <TwoCard desk={desk} two={two} about={{ person: two.person, href: placeOf(two) }} />
          </li>
        ))}
        {refused.map((change) => (
          <li key={change.quarantined.seq}>
            <Refused change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf({ record, file }: TwoInCase): string {
  return record.type === 'measure' ? pathTo.measure(file, record.id) : pathTo.plan(file);
}

function Refused({ change: { quarantined, person, text: written } }: { change: RefusedChange }) {
  const text = messages.value.sending;
  const copied = useSignal(false);
  const record = quarantined.change?.record;
  const what = messages.value.codes.recordType[record?.type ?? ''] ?? '';
  const copy = async () => {
    await navigator.clipboard.writeText(written);
    copied.value = true;
  };
  return (
    <section class="ff-two" data-color="warning">
      <header>
        <ShieldIcon />
        <div class="ff-grow">
          <b>
            <bdi>{person ?? text.unknownPerson}</bdi>: {text.refusedTitle(what.toLowerCase())}
          </b>
          <p class="ff-sub">
            {text.reason[quarantined.reason] ?? text.reasonUnknown} {written && text.safe}
          </p>
        </div>
      </header>
      {written && <p class="ff-prose">{written}</p>}
      <div class="ff-line" data-wrap>
        {person !== null && record && (
          <a
            class="ds-button"
            data-variant="secondary"
            href={record.type === 'entry' ? pathTo.log(record.file) : pathTo.plan(record.file)}
          >
            {text.open}
          </a>
        )}
        {written && (
          <button class="ds-button" data-variant="secondary" type="button" onClick={() => void copy()}>
            <CopyIcon />
            {copied.value ? text.copied : text.copy}
          </button>
        )}
      </div>
    </section>
  );
}
