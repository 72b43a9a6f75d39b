import { messages } from '../../i18n/messages.ts';
import { PersonIcon } from '../../ui/icons.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { pathTo, type Route } from './route.ts';

/** The places there are. */
export function Rail({ route }: { route: Route }) {
  const text = messages.value.app;
  const current = route.at === 'people' ? 'page' : route.at === 'person' ? 'true' : undefined;
  return (
    <nav class="ff-rail" aria-label={text.mainMenu}>
      <Logo />
      <a href={pathTo.people()} aria-current={current}>
        <span>
          <PersonIcon />
        </span>
        <span>{text.people}</span>
      </a>
    </nav>
  );
}
