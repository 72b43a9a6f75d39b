import type { Page } from 'playwright-core';

/** What each block of this tablet's vault says in clear beside its ciphertext: which compartment it belongs to. */
export function partsOfBlocks(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find((each) => /^fotfeste-[0-9a-f]{8}-/.test(each.name ?? '')) ?? {};
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open(name ?? ''));
    const rows = await answer<{ part?: string }[]>(database.transaction('block').objectStore('block').getAll());
    database.close();
    return rows.map((row) => row.part);
  });
}
