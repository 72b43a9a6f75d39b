import { readableOnDevice } from '../../src/domain/access.ts';
import type { Id, Rec } from '../../src/domain/record.ts';
import type { FeedPage, FeedQuery, Place, ServerFeed } from '../../src/sync/server-ports.ts';
import type { MapDatabase } from './map-database.ts';

interface Row {
  record: Rec;
  /** The later of the record's own seq and that of the grant that opened its file to the reader. */
  seq: number;
}

export class MapFeed implements ServerFeed {
  private readonly database: MapDatabase;
  private readonly key: Id;

  constructor(database: MapDatabase, key: Id) {
    this.database = database;
    this.key = key;
  }

  page({ person, vault, place, most }: FeedQuery): FeedPage {
    const { seq, epoch, vaults, quarantine } = this.database;
    const rows = this.readable(person).filter((row) => isAfter(row, place));
    rows.sort((a, b) => a.seq - b.seq || (a.record.id < b.record.id ? -1 : 1));
    const page = rows.slice(0, most);
    const atHead = page.length === rows.length;
    const last = page.at(-1);
    const next = atHead || !last ? { seq, after: null } : { seq: last.seq, after: last.record.id };
    const own = quarantine.filter((one) => one.author === person && one.seq > place.seq && one.seq <= next.seq);
    return {
      epoch,
      records: page.map((row) => row.record),
      quarantined: own.map(({ author: _, envelope: __, ...one }) => one),
      next,
      atHead,
      scopeVersion: 0,
      received: vaults.get(vault)?.counter ?? 0,
      forget: this.database.backedUp.get(vault) ?? 0,
    };
  }

  staff() {
    const members = [...this.database.staff].map(([id, { name, role }]) => ({ id, name, role }));
    return { version: String(members.length), members };
  }

  municipalityKey() {
    return { id: this.key, publicKey: '' };
  }

  private readable(person: Id): Row[] {
    const { staff, grants, records } = this.database;
    const role = staff.get(person)?.role;
    const compartments = role ? readableOnDevice(role) : [];
    const rows: Row[] = [];
    for (const record of records.values()) {
      const granted = grants.get(record.file)?.get(person);
      if (granted === undefined || !compartments.includes(record.compartment)) continue;
      rows.push({ record, seq: Math.max(record.seq, granted) });
    }
    return rows;
  }
}

/** At a place without record, everything of its seq has been read. */
function isAfter({ record, seq }: Row, place: Place): boolean {
  return seq > place.seq || (seq === place.seq && place.after !== null && record.id > place.after);
}
