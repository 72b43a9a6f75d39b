import type { Id } from '../domain/record.ts';
import type { Envelope } from '../protocol/envelope.ts';
import type { Outcome } from '../protocol/send.ts';
import { type Connection, connect, currentHead } from './connection.ts';
import { vaultsHere } from './database.ts';

/** What can be done with sealed changes by someone who holds no key: the service worker, or the next person on the tablet. */
export interface Outbox {
  vault: Id;
  epoch(): Promise<number>;
  /** Counter of the first change that no answer has named; null when there is none. */
  firstWaiting(): Promise<number | null>;
  /** From `counter` on, in counter order, at most `most`. */
  envelopes(counter: number, most: number): Promise<Envelope[]>;
  /** Sets outcomes; rows that are gone are passed over. */
  markAnswered(answers: { counter: number; outcome: Outcome }[]): Promise<void>;
  close(): void;
}

/** The outboxes of every vault on this tablet; those of a vault that was never made to the end hold nothing. */
export async function outboxesHere(): Promise<Outbox[]> {
  return (await vaultsHere()).map((vault) => outboxOf(connect(vault)));
}

export function outboxOf(connection: Connection): Outbox {
  return {
    vault: connection.vault,
    close: connection.close,
    epoch: () => connection.run('relaxed', async (database) => (await currentHead(database)).epoch),
    firstWaiting: () =>
      connection.run('relaxed', async ({ outbox }) => {
        const [first] = await outbox.where('waiting').equals(1).limit(1).primaryKeys();
        return first ?? null;
      }),
    envelopes: (counter, most) =>
      connection.run('relaxed', async ({ outbox }) => {
        const rows = await outbox.where('counter').aboveOrEqual(counter).limit(most).toArray();
        return rows.map((row) => row.envelope);
      }),
    markAnswered: (answers) =>
      connection.run('relaxed', (database) =>
        database.transaction('rw', database.outbox, async () => {
          const changes = { waiting: undefined };
          await Promise.all(
            answers.map(({ counter, outcome }) => database.outbox.update(counter, { outcome, ...changes })),
          );
        }),
      ),
  };
}
