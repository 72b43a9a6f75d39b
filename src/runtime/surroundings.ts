import type { Surroundings } from './engine.ts';

/** The browser as the engine meets it, for one vault. `listen` subscribes to the server's pokes. */
export function browserSurroundings(vault: string, listen: (poked: () => void) => () => void): Surroundings {
  const channel = new BroadcastChannel(`fotfeste-${vault}`);
  return {
    isOnline: () => navigator.onLine,
    onOnline: (happened) => on(window, 'online', happened),
    onOffline: (happened) => on(window, 'offline', happened),
    onVisible: (happened) =>
      on(document, 'visibilitychange', () => document.visibilityState === 'visible' && happened()),
    onPoke: listen,
    onOthersWrote: (happened) => on(channel, 'message', happened),
    tellOthers: () => channel.postMessage('wrote'),
    alone: (what, work) => alone(`fotfeste-${what}-${vault}`, work),
    after(milliseconds, happened) {
      const timer = setTimeout(happened, milliseconds);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
    askToSendLater,
  };
}

function on(target: EventTarget, type: string, happened: () => void): () => void {
  target.addEventListener(type, happened);
  return () => target.removeEventListener(type, happened);
}

async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

interface SyncManager {
  register(tag: string): Promise<void>;
}

/** Background Sync, where there is one: the service worker sends what waits after the app is closed. */
function askToSendLater(): void {
  navigator.serviceWorker?.ready
    .then((registration) => (registration as ServiceWorkerRegistration & { sync?: SyncManager }).sync?.register('send'))
    .catch(() => {}); // refused by the browser or by policy: the app sends when it is next open
}
