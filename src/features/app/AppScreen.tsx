import '../../ui/style/index.css';
import { useEffect, useMemo } from 'preact/hooks';
import { LocationProvider } from 'preact-iso';
import { type Language, language, languages, speak } from '../../i18n/messages.ts';
import { createDesk } from '../../state/desk.ts';
import type { App, Model } from '../../state/model.ts';
import { DoorScreen } from '../door/DoorScreen.tsx';
import { DeskScreen } from './DeskScreen.tsx';

/** What this device remembers about itself, nothing personal. */
export interface DeviceSettings {
  language(): Promise<string | undefined>;
  keepLanguage(language: string): Promise<void>;
}

/** The whole app on the screen: the door, and behind it the desk of the one who has unlocked. */
export function AppScreen({ app, settings }: { app: App; settings: DeviceSettings }) {
  useEffect(() => {
    void settings.language().then((kept) => {
      const known = languages.find((each) => each === kept);
      if (known && known !== language.value) void speak(known);
    });
  }, [settings]);
  const changeLanguage = () => {
    const next: Language = language.value === 'nb' ? 'en' : 'nb';
    void speak(next).then(() => settings.keepLanguage(next));
  };
  const door = app.door.value;
  return (
    <div class="ff-app">
      <LocationProvider>
        {door.at === 'open' ? (
          <OpenDesk app={app} model={door.model} onLanguage={changeLanguage} />
        ) : (
          <DoorScreen app={app} door={door} onLanguage={changeLanguage} />
        )}
      </LocationProvider>
    </div>
  );
}

function OpenDesk({ app, model, onLanguage }: { app: App; model: Model; onLanguage: () => void }) {
  const desk = useMemo(() => createDesk(model), [model]);
  useEffect(() => {
    const leaveHidden = () => {
      if (document.visibilityState === 'hidden') void desk.leave();
    };
    const leave = () => void desk.leave();
    document.addEventListener('visibilitychange', leaveHidden);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leaveHidden);
      removeEventListener('pagehide', leave);
      desk.drafts.flush();
    };
  }, [desk]);
  return <DeskScreen app={app} desk={desk} onLanguage={onLanguage} />;
}
