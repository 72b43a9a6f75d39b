import type { PullAnswer } from '../protocol/pull.ts';
import type { Batch, ContactFailure } from './state.ts';
import { ask, type Steps } from './steps.ts';
import { commit, type Tab } from './tab.ts';

/** Fetches what is new, page by page, and shows it when the head is reached. Returns why it stopped early, or null. */
export function* pullToHead(tab: Tab): Steps<ContactFailure | null> {
  const [pull] = (yield* commit(tab, { type: 'timeToPull' })).filter((effect) => effect.type === 'pull');
  if (!pull) return null;
  try {
    return yield* pages(tab, tab.state.head.cursor);
  } finally {
    if (tab.state.pulling) tab.state = { ...tab.state, pulling: false };
  }
}

function* pages(tab: Tab, from: string | null): Steps<ContactFailure | null> {
  const earlier: PullAnswer[] = [];
  let batch: Batch | null = null;
  for (let cursor = from; ; ) {
    const page = yield* ask(() => tab.ports.transport.pull(request(tab, cursor)));
    if ('failure' in page) {
      yield* commit(tab, { type: 'pullFailed', failure: page.failure });
      return page.failure;
    }
    if (page.atHead) {
      const { vault, now } = tab.ports;
      yield* commit(tab, { type: 'pulled', vault, page, from, batch, earlier, at: now() });
      return null;
    }
    batch = yield* storeUnseen(tab, batch, page);
    earlier.push(page);
    cursor = page.cursor;
  }
}

/** Leftovers of pulls that were cut are swept before the first page of a new one. */
function* storeUnseen(tab: Tab, batch: Batch | null, page: PullAnswer): Steps<Batch> {
  if (!batch) yield* ask(() => tab.ports.store.sweep());
  const current = batch ?? { id: tab.ports.newId(), pages: 0 };
  yield* ask(() => tab.ports.store.storePage(current, page));
  return { id: current.id, pages: current.pages + 1 };
}

function request(tab: Tab, cursor: string | null) {
  const { scopeVersion } = tab.state.head;
  return { vault: tab.ports.vault, cursor, scopeVersion, staffVersion: tab.staff?.version ?? null };
}
