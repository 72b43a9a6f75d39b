import { messages } from '../../i18n/messages.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { pathTo } from './route.ts';

export function UnknownScreen() {
  const text = messages.value.app;
  usePageTitle(text.notFound);
  return (
    <main class="ff-main" id="main" tabIndex={-1}>
      <div class="ff-empty">
        <h1 class="ds-heading" data-size="md">
          {text.notFound}
        </h1>
        <a class="ds-button" href={pathTo.people()}>
          {text.toPeople}
        </a>
      </div>
    </main>
  );
}
