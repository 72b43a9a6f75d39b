import { formats, messages } from '../../i18n/messages.ts';
import type { Pill, PillKind } from '../../state/sending.ts';
import type { Tone } from '../../ui/Chip.tsx';
import type { IconComponent } from '../../ui/Icon.tsx';
import { CheckIcon, CloudSlashIcon, UpIcon, WarningIcon } from '../../ui/icons.tsx';

const looks: Record<PillKind, { icon: IconComponent; tone: Tone }> = {
  sent: { icon: CheckIcon, tone: 'neutral' },
  sending: { icon: UpIcon, tone: 'neutral' },
  waiting: { icon: UpIcon, tone: 'info' },
  offline: { icon: CloudSlashIcon, tone: 'info' },
  unreachable: { icon: CloudSlashIcon, tone: 'warning' },
  signedOut: { icon: CheckIcon, tone: 'info' },
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

function factsOf({ kind, waiting, mustSee, freshAt, daysOld }: Pill): string[] {
  const text = messages.value.sync;
  const waits = waiting > 0 ? [text.waiting(waiting)] : [];
  const eyes = mustSee > 0 ? [text.mustSee(mustSee)] : [];
  switch (kind) {
    case 'offline':
      return [text.offline, ...waits, ...eyes];
    case 'unreachable':
      return [text.unreachable, ...waits, ...eyes];
    case 'signedOut':
      return [...(waits.length > 0 ? waits : [text.sent]), text.signIn, ...eyes];
    case 'mustSee':
      return [...eyes, ...waits];
    case 'sending':
      return [text.sending(waiting)];
    case 'waiting':
      return waits;
    case 'stale':
      return [text.stale(daysOld)];
    case 'sent':
      return freshAt === null ? [text.sent] : [text.sent, text.updated(formats.value.time(freshAt))];
  }
}
