import { inspect } from 'node:util';
import { describeError } from './http/request-log.ts';
import { Refusal } from './refusal.ts';

/** What a process that cannot go on says: a refusal's own sentence, or kind and place of an error, never what it was about. */
export function lastWords(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const described = inspect(describeError(error), { depth: 3, breakLength: 120, maxArrayLength: 20 });
  return `The server met an error nobody expected and has stopped. What it has answered is in the database. Start it again.\n${described}`;
}
