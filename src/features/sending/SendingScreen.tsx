import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { App } from '../../state/model.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { MustSee } from './MustSee.tsx';
import { TwoFacts } from './TwoFacts.tsx';
import { WaitingList } from './WaitingList.tsx';

/** What has been sent, how fresh the screen is, and whatever waits or must be looked at. */
export function SendingScreen({ app, desk }: { app: App; desk: Desk }) {
  const text = messages.value.sending;
  usePageTitle(text.title);
  return (
    <main class="ff-main" id="main" tabIndex={-1}>
      <section class="ff-pane">
        <div class="ff-title">
          <h1 class="ds-heading" data-size="md">
            {text.title}
          </h1>
        </div>
        <div class="ff-pane__body ff-sending" data-flush>
          <TwoFacts app={app} desk={desk} />
          <MustSee desk={desk} />
          <WaitingList desk={desk} />
        </div>
      </section>
    </main>
  );
}
