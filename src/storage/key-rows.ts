import type { Id } from '../domain/record.ts';
import { EMPTY_HEAD } from '../sync/state.ts';
import { connect } from './connection.ts';
import { FORMAT, HEAD, vaultsHere } from './database.ts';

/** What a key row shows without a key. The rest of it is for whoever made it. */
export interface LockedRow {
  vault: Id;
  calledAs: string;
  tenantName: string;
}

/** A vault as anyone at a locked tablet may see it; `waiting` counts changes no answer has named. */
export interface LockedVault extends LockedRow {
  waiting: number;
}

const KEY = 'key';

/** Key rows of the tablet's vaults, each in its vault's own database. */
export function createKeyStore<Row extends LockedRow>() {
  return {
    /** Makes the vault's database: its key row and an empty head, together. Throws StoreFailure. */
    async create(row: Row): Promise<void> {
      await once(row.vault, 'strict', (database) =>
        database.transaction('rw', database.key, database.head, async () => {
          await database.key.add(row, KEY);
          await database.head.add({ ...EMPTY_HEAD, format: FORMAT }, HEAD);
        }),
      );
    },
    /** Null where this tablet holds no such vault. */
    async read(vault: Id): Promise<Row | null> {
      if (!(await vaultsHere()).includes(vault)) return null; // opening it would make it
      return once(vault, 'relaxed', async ({ key }) => ((await key.get(KEY)) as Row | undefined) ?? null);
    },
  };
}

/** The tablet's vaults without any key, by the name they go by. Those never made to the end are left out. */
export async function lockedVaults(): Promise<LockedVault[]> {
  const found = await Promise.all((await vaultsHere()).map(lockedVault));
  return found.filter((each) => each !== null).sort((a, b) => a.calledAs.localeCompare(b.calledAs, 'nb'));
}

function lockedVault(vault: Id): Promise<LockedVault | null> {
  return once(vault, 'relaxed', (database) =>
    database.transaction('r', database.key, database.outbox, async () => {
      const row = (await database.key.get(KEY)) as LockedRow | undefined;
      if (row === undefined) return null;
      const { calledAs, tenantName } = row;
      return { vault, calledAs, tenantName, waiting: await database.outbox.where('waiting').equals(1).count() };
    }),
  );
}

async function once<T>(vault: Id, ...call: Parameters<ReturnType<typeof connect>['run']>): Promise<T> {
  const connection = connect(vault);
  try {
    return (await connection.run(...call)) as T;
  } finally {
    connection.close();
  }
}
