import type { Id, Value } from '../domain/record.ts';
import { type Cipher, openJson, sealJson } from './cipher.ts';
import { type Connection, currentHead } from './connection.ts';

/** What is being typed: encrypted, on this device only, written alone and without `head`. */
export interface StoredDraft {
  /** Form and subject; in clear, as the file's id is, so that a draft can be dropped without a key. */
  id: string;
  file: Id;
  text: Record<string, Value>;
  savedAt: number;
}

export interface DraftStore {
  put(draft: StoredDraft): Promise<void>;
  drop(id: string): Promise<void>;
  all(): Promise<StoredDraft[]>;
}

export function createDraftStore(connection: Connection, cipher: Cipher): DraftStore {
  const place = (id: string) => `${connection.vault}/draft/${id}`;
  return {
    async put(draft) {
      const row = { id: draft.id, file: draft.file, sealed: await sealJson(cipher, place(draft.id), draft) };
      await connection.run('relaxed', (database) =>
        database.transaction('rw', database.head, database.draft, async () => {
          await currentHead(database);
          await database.draft.put(row);
        }),
      );
    },
    drop: (id) => connection.run('relaxed', ({ draft }) => draft.delete(id)),
    async all() {
      const rows = await connection.run('relaxed', ({ draft }) => draft.toArray());
      return Promise.all(rows.map(({ id, sealed }) => openJson<StoredDraft>(cipher, place(id), sealed)));
    },
  };
}
