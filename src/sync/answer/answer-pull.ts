import { type Id, idSchema } from '../../domain/record.ts';
import type { PullAnswer, PullRequest } from '../../protocol/pull.ts';
import type { Failure } from '../../protocol/session.ts';
import type { Place, ServerPorts } from '../server-ports.ts';
import { ask, type Steps } from '../steps.ts';

export type PullResult = PullAnswer | { failure: Failure };

/** One page of what a person may read, for their own vault only, whoever's tablet asks (rule 8). */
export function* answerPull(ports: ServerPorts, person: Id, request: PullRequest): Steps<PullResult> {
  const vault = yield* ask(() => ports.log.vault(request.vault));
  if (!vault) return { failure: 'unknownVault' };
  if (vault.person !== person) return { failure: 'notYourVault' };
  const place = placeOf(request.cursor);
  if (!place) return { failure: 'badRequest' };
  const page = yield* ask(() => ports.feed.page({ person, vault: vault.id, place, most: ports.pageSize }));
  const { next, ...rest } = page;
  const municipalityKey = yield* ask(() => ports.feed.municipalityKey());
  const answer: PullAnswer = { ...rest, cursor: cursorOf(page.epoch, next), municipalityKey };
  if (!page.atHead) return answer;
  const staff = yield* ask(() => ports.feed.staff());
  return staff.version === request.staffVersion ? answer : { ...answer, staff };
}

const START: Place = { seq: 0, after: null };

/** A device keeps the cursor as it got it; only these two functions know what is in it. */
export function cursorOf(epoch: number, { seq, after }: Place): string {
  return `${epoch}.${seq}.${after ?? ''}`;
}

/** Where a cursor points; null for one this server never gave. */
export function placeOf(cursor: string | null): Place | null {
  if (cursor === null) return START;
  const [, seq, after] = /^\d{1,15}\.(\d{1,15})\.(.*)$/.exec(cursor) ?? [];
  if (seq === undefined || after === undefined) return null;
  if (after === '') return { seq: Number(seq), after: null };
  return idSchema.safeParse(after).success ? { seq: Number(seq), after } : null;
}
