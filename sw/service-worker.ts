import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { outboxesHere } from '../src/storage/outbox.ts';
import { transport } from '../src/transport/transport.ts';
import { sendOutboxes } from './send-outboxes.ts';
import { SERVERS_OWN } from './server-paths.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

/** Background Sync, which the language's own library does not know yet. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

// The whole app is on the device when this worker is installed. What is not part of it is never cached: no answer of the server.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [SERVERS_OWN] }));

// The page that installed the worker may lose its network before it has fetched its later parts.
clientsClaim();

// A new version waits until the person says so: nothing is exchanged under someone's hands.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === 'send') (event as SyncEvent).waitUntil(sendAll());
});

/** Rejects where something still waits, which asks the browser to try again later. */
async function sendAll(): Promise<void> {
  const isAllSent = await sendOutboxes(await outboxesHere(), transport.send, tellTabs);
  if (!isAllSent) throw new Error('Saved changes still wait to be sent.');
}

function tellTabs(vault: string): void {
  const channel = new BroadcastChannel(`fotfeste-${vault}`);
  channel.postMessage('wrote');
  channel.close();
}
