import type { Value } from '../../../src/domain/record.ts';
import { sameValue } from '../../../src/domain/well-formed.ts';
import type { Quarantined } from '../../../src/protocol/pull.ts';
import type { MapDatabase } from '../map-database.ts';
import type { Vault } from '../vault.ts';
import { isInScope } from './scope.ts';
import { must } from './violation.ts';

/** Once faults have stopped and everyone has been in contact: every device holds what its person may read, and nothing waits. */
export function mustAgree(database: MapDatabase, vaults: Vault[]): void {
  for (const vault of vaults) {
    const { head, pending, records, quarantined } = vault.device.read();
    must(
      'nothing waits unsent',
      pending.length === 0,
      () => `${vault.name}: ${pending.map((one) => one.counter).join()}`,
    );
    must('the server holds all that was counted', vaultRow(database, vault) === head.counter, () => vault.name);
    const readable = [...database.records.values()].filter((record) => isInScope(database, vault.person, record));
    mustBeSame(`${vault.name} holds what the server holds`, records, readable, (one) => one.id);
    mustKnowQuarantine(database, vault, quarantined);
    for (const { tab } of vault.tabs) {
      if (!tab) continue;
      mustBeSame(`${vault.name} shows what it holds`, [...tab.confirmed.values()], records, (one) => one.id);
      must('nothing waits in a tab', tab.state.pending.length === 0, () => vault.name);
    }
  }
}

/** Every entry of the server's, and what the server could not read of this vault's own in its author's words. */
function mustKnowQuarantine(database: MapDatabase, vault: Vault, held: Quarantined[]): void {
  const own = database.quarantine.filter((one) => one.author === vault.person);
  const isUnread = (seq: number) => own.some((one) => one.seq === seq && one.change === null);
  const asTheServer = held.map((one) => (isUnread(one.seq) ? { ...one, change: null } : one));
  const kept = own.map(({ author: _, envelope: __, ...one }) => one);
  mustBeSame(`${vault.name} knows what is in quarantine`, asTheServer, kept, (one) => `${one.vault}/${one.counter}`);
  const isWordless = (one: Quarantined) => one.vault === vault.id && one.change === null;
  must('the author’s words stay with what could not be read', !held.some(isWordless), () => vault.name);
}

function vaultRow(database: MapDatabase, vault: Vault): number {
  return database.vaults.get(vault.id)?.counter ?? 0;
}

function mustBeSame<T>(promise: string, found: T[], expected: T[], keyOf: (one: T) => string): void {
  const held = new Map(found.map((one) => [keyOf(one), one]));
  const missing = expected.filter((one) => !isSame(held.get(keyOf(one)), one));
  must(
    promise,
    missing.length === 0 && held.size === expected.length,
    () => `${found.length} of ${expected.length}, missing or different: ${missing.map(keyOf).join()}`,
  );
}

function isSame<T>(found: T | undefined, expected: T): boolean {
  return found === expected || (found !== undefined && sameValue(found as Value, expected as Value));
}
