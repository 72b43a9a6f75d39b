import { useLocation } from 'preact-iso';
import { formats, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { App, SyncStatus } from '../../state/model.ts';
import { CheckIcon, CloudSlashIcon, DownloadIcon, RefreshIcon, UpIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { pathTo } from '../app/route.ts';

/** Received by the municipality, and fetched from it: two facts, always both, each with the time of its last success. */
export function TwoFacts({ app, desk }: { app: App; desk: Desk }) {
  const text = messages.value.sending;
  const { model } = desk;
  const sync = model.sync.value;
  const when = (at: number) => formats.value.moment(at, model.today.value);
  const problem = problemOf(sync);
  const { route: go } = useLocation();
  const isSignedOut = sync.pullProblem === 'signedOut' || sync.pullProblem === 'otherPerson';
  return (
    <div class="ff-stack" data-gap="s">
      <div class="ff-facts-two">
        <section class="ff-card ff-fact" aria-labelledby="fact-sent">
          <Tile icon={sync.waiting === 0 ? CheckIcon : UpIcon} tone={sync.waiting === 0 ? 'success' : 'info'} />
          <h2 id="fact-sent">{text.sentFact}</h2>
          <p>{sync.waiting === 0 ? text.allReceived : text.someWait(sync.waiting)}</p>
          {sync.oldestWaiting !== null && <p class="ff-sub">{text.oldest(when(sync.oldestWaiting))}</p>}
        </section>
        <section class="ff-card ff-fact" aria-labelledby="fact-fetched">
          <Tile icon={DownloadIcon} tone="neutral" />
          <h2 id="fact-fetched">{text.fetchedFact}</h2>
          <p>{sync.freshAt === null ? text.neverFetched : text.fetched(when(sync.freshAt))}</p>
        </section>
      </div>
      {problem && (
        <Note icon={CloudSlashIcon} tone="info" live>
          {text.why[problem]}
        </Note>
      )}
      <div class="ff-line" data-wrap>
        <button class="ds-button" data-main type="button" aria-busy={sync.sending} onClick={model.syncNow}>
          <RefreshIcon />
          {sync.sending ? text.sendingNow : text.sendNow}
        </button>
        {isSignedOut && (
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            onClick={() => {
              go(pathTo.sending(), true);
              app.signIn(pathTo.sending());
            }}
          >
            {text.signIn}
          </button>
        )}
      </div>
    </div>
  );
}

function problemOf({ online, sendProblem, pullProblem }: SyncStatus): keyof ReturnType<typeof reasons> | null {
  if (!online) return 'offline';
  return sendProblem ?? pullProblem;
}

function reasons() {
  return messages.value.sending.why;
}
