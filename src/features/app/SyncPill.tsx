import { formats, messages } from '../../i18n/messages.ts';
import type { Pill, PillKind } from '../../state/sending.ts';
import type { Tone } from '../../ui/Chip.tsx';
import type { IconComponent } from '../../ui/Icon.tsx';
import { CheckIcon, CloudSlashIcon, DownloadIcon, UpIcon, WarningIcon } from '../../ui/icons.tsx';

const looks: Record<PillKind, { icon: IconComponent; tone: Tone }> = {
  sent: { icon: CheckIcon, tone: 'neutral' },
  sending: { icon: UpIcon, tone: 'neutral' },
  waiting: { icon: UpIcon, tone: 'info' },
  offline: { icon: CloudSlashIcon, tone: 'info' },
  unreachable: { icon: CloudSlashIcon, tone: 'warning' },
  signedOut: { icon: CheckIcon, tone: 'info' },
  fetching: { icon: DownloadIcon, tone: 'neutral' },
  mustSee: { icon: WarningIcon, tone: 'warning' },
  stale: { icon: WarningIcon, tone: 'warning' },
};

/** What has been sent and how fresh the screen is, always in sight. The narrower the screen, the fewer facts. */
export function SyncPill({ pill, href, current }: { pill: Pill; href: string; current: boolean }) {
  const { icon: Glyph, tone } = looks[pill.kind];
  const facts = factsOf(pill);
  return (
    <a
      class="ff-sync"
      data-color={tone}
      data-kind={pill.kind}
      href={href}
      aria-current={current ? 'page' : undefined}
      aria-label={`${facts.join(' · ')}. ${messages.value.sync.opens}`}
    >
      <Glyph />
      <span>
        {facts[0]}
        {facts.length > 1 && <span data-only="tablet"> · {facts[1]}</span>}
        {facts.length > 2 && <span data-only="landscape"> · {facts.slice(2).join(' · ')}</span>}
      </span>
    </a>
  );
}

function factsOf({ kind, waiting, sending, mustSee, freshAt, daysOld }: Pill): string[] {
  const text = messages.value.sync;
  const waits = waiting > 0 ? [text.waiting(waiting)] : [];
  const underWay = sending ? [text.sending(waiting)] : waits;
  const onItsWay = waiting > 0 ? underWay : [text.sent];
  const fresh = freshAt === null ? [] : [text.updated(formats.value.time(freshAt))];
  const eyes = mustSee > 0 ? [text.mustSee(mustSee)] : [];
  switch (kind) {
    case 'offline':
      return [text.offline, ...waits, ...eyes];
    case 'unreachable':
      return [text.unreachable, ...waits, ...eyes];
    case 'signedOut':
      return [...onItsWay, text.signIn, ...eyes];
    case 'fetching':
      return [text.fetching, ...waits, ...eyes];
    case 'stale':
      return [text.stale(daysOld), ...onItsWay, ...eyes];
    case 'mustSee':
      return [...eyes, ...onItsWay, ...fresh];
    case 'sending':
    case 'waiting':
    case 'sent':
      return [...onItsWay, ...fresh];
  }
}
