import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { WaitingRecord } from '../../state/sending.ts';
import { UpIcon } from '../../ui/icons.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { pathTo } from '../app/route.ts';

/** What lies on the device and has not been received: what, about whom, since when. */
export function WaitingList({ desk }: { desk: Desk }) {
  const text = messages.value.sending;
  const waiting = desk.sending.waiting.value;
  if (waiting.length === 0) return null;
  return (
    <section class="ff-group">
      <header>
        <h2>{text.waiting}</h2>
        <span class="ff-sub">
          {desk.model.sync.value.waiting} · {text.waitingLead}
        </span>
      </header>
      <ul class="ff-list" data-long>
        {waiting.map((each) => (
          <li key={each.record.id}>
            <Row desk={desk} waiting={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ desk, waiting: { record, file, person, area, since } }: { desk: Desk; waiting: WaitingRecord }) {
  const text = messages.value;
  const what = text.codes.recordKind[record.type] ?? record.type;
  return (
    <a class="ff-row" href={record.type === 'entry' ? pathTo.log(file) : pathTo.plan(file)}>
      <Tile icon={UpIcon} tone="info" />
      <span class="ff-row__main">
        <span>
          <bdi>{person}</bdi>
        </span>
        <span class="ff-sub">{[what, area && text.codes.area[area]].filter(Boolean).join(' · ')}</span>
      </span>
      <span class="ff-row__end ff-num">
        <b>{formats.value.moment(since, desk.model.today.value)}</b>
        <span>{text.sending.waiting}</span>
      </span>
    </a>
  );
}
