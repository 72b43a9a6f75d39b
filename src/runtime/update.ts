import { Workbox } from 'workbox-window';

const CHECK_EVERY = 60 * 60_000;

export interface Update {
  /** Puts the new version in place and loads the page again. What is being typed is kept as a draft before. */
  apply(): void;
}

/**
 * Registers the service worker and tells when a new version lies ready; it never takes over by itself while someone works.
 * One that was ready when the app was opened is put in place at once, before anything is on the screen.
 */
export function watchForUpdates(ready: () => void, isUntouched: () => boolean): Update {
  if (!('serviceWorker' in navigator)) return { apply: () => location.reload() };
  const workbox = new Workbox('/service-worker.js');
  let isAsked = false;
  const apply = () => {
    isAsked = true;
    workbox.messageSkipWaiting();
  };
  workbox.addEventListener('waiting', ({ wasWaitingBeforeRegister }) => {
    if (wasWaitingBeforeRegister && isUntouched()) apply();
    else ready();
  });
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isAsked) location.reload();
    else if (isUpdate) ready();
  });
  void workbox.register().catch(() => {}); // a private window may refuse; the app works, but must be fetched each time
  setInterval(() => void workbox.update().catch(() => {}), CHECK_EVERY);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void workbox.update().catch(() => {});
  });
  return { apply: () => (isAsked ? location.reload() : apply()) };
}
