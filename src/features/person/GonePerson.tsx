import { messages } from '../../i18n/messages.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { pathTo } from '../app/route.ts';

/** An address to someone who is not on this device: not yet while the first cases are fetched, otherwise perhaps no longer. */
export function GonePerson({ fetching }: { fetching: boolean }) {
  const text = messages.value;
  usePageTitle(text.people.title);
  if (fetching)
    return (
      <div class="ff-pane__body">
        <div class="ff-empty">
          <p class="ff-prose" role="status">
            {text.people.fetching}
          </p>
        </div>
      </div>
    );
  return (
    <div class="ff-pane__body">
      <div class="ff-empty">
        <h1 class="ds-heading" data-size="xs">
          {text.person.gone}
        </h1>
        <p>{text.person.goneWhy}</p>
        <a class="ds-button" data-variant="secondary" href={pathTo.people()}>
          {text.app.toPeople}
        </a>
      </div>
    </div>
  );
}
