import type { Id } from '../domain/record.ts';
import type { DeviceStore } from '../sync/ports.ts';
import { append } from './append.ts';
import type { Cipher } from './cipher.ts';
import { compact, crowdedFiles } from './compact.ts';
import type { Connection } from './connection.ts';
import { outboxOf } from './outbox.ts';
import { storePage, sweep } from './pages.ts';
import { readAll, readSince } from './read.ts';

/** The device database of one unlocked vault, behind the engine's port. */
export interface VaultStore extends DeviceStore {
  /** Folds one file that has gathered many rows; false when there was nothing to fold. For idle moments. */
  compactOne(): Promise<boolean>;
  /** Folds what is visible of one file; false where nothing was folded. */
  compact(file: Id): Promise<boolean>;
}

export function createDeviceStore(connection: Connection, cipher: Cipher): VaultStore {
  const { envelopes, markAnswered } = outboxOf(connection);
  let crowded: Id[] = [];
  return {
    read: () => readAll(connection, cipher),
    since: (version) => readSince(connection, cipher, version),
    append: (wanted) => append(connection, cipher, wanted),
    storePage: (batch, page) => storePage(connection, cipher, batch, page),
    sweep: () => sweep(connection),
    markAnswered,
    envelopes,
    compact: (file) => compact(connection, cipher, file),
    async compactOne() {
      if (crowded.length === 0) crowded = await crowdedFiles(connection);
      const file = crowded.pop();
      return file !== undefined && compact(connection, cipher, file);
    },
  };
}
