import { useLocation } from 'preact-iso';
import { readableOnDevice } from '../../domain/access.ts';
import { formats, language, messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { App } from '../../state/model.ts';
import { initialsOf } from '../../state/person.ts';
import { GlobeIcon, LeaveIcon, LockIcon } from '../../ui/icons.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SearchBox } from '../people/SearchBox.tsx';
import { pathTo, type Route } from './route.ts';
import { SyncPill } from './SyncPill.tsx';

interface Props {
  app: App;
  desk: Desk;
  route: Route;
  onLanguage: () => void;
}

/** Search, what day it is in the demo, what has been sent, and me. */
export function Head({ app, desk, route, onLanguage }: Props) {
  const text = messages.value;
  const { me } = desk.model;
  const demo = app.demo.value;
  const { route: go } = useLocation();
  const keepsCases = readableOnDevice(me.role).length > 0;
  return (
    <header class="ff-head">
      <Logo />
      {keepsCases && <SearchBox people={desk.people} route={route} onGo={go} />}
      <span class="ff-push" />
      {demo && <span class="ff-demo">{text.app.demo(formats.value.dayAndMonth(demo.today))}</span>}
      <SyncPill pill={desk.sending.pill.value} href={pathTo.sending()} current={route.at === 'sending'} />
      <Menu
        label={text.app.menuFor(me.name)}
        face={initialsOf(me.name)}
        heading={
          <>
            <b>{me.name}</b>
            <br />
            {text.codes.role[me.role]}, {desk.model.tenant.name}
          </>
        }
        items={[
          {
            label: text.app.language,
            lang: language.value === 'nb' ? 'en' : 'nb',
            icon: GlobeIcon,
            onChoose: onLanguage,
          },
          { label: text.app.lock, icon: LockIcon, onChoose: app.lock },
          { label: text.app.signOut, icon: LeaveIcon, onChoose: () => void app.signOut() },
        ]}
      />
    </header>
  );
}
