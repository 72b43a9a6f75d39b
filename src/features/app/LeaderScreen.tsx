import { messages } from '../../i18n/messages.ts';
import { InfoIcon } from '../../ui/icons.tsx';
import { Note } from '../../ui/Note.tsx';
import { usePageTitle } from '../../ui/page-title.ts';

/** For a role that keeps no case on the device. */
export function LeaderScreen() {
  const text = messages.value.people;
  usePageTitle(text.title);
  return (
    <main class="ff-main" id="main" tabIndex={-1}>
      <section class="ff-pane">
        <div class="ff-title">
          <h1 class="ds-heading" data-size="md">
            {text.title}
          </h1>
        </div>
        <Note icon={InfoIcon} tone="info">
          {text.leader}
        </Note>
      </section>
    </main>
  );
}
