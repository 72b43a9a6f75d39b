import * as z from 'zod/mini';
import { failureSchema, SAME_SITE_HEADER } from '../protocol/session.ts';
import type { ContactFailure } from '../sync/state.ts';

const LONGEST_WAIT = 30_000;

export interface Question<T> {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  /** Sends the session's cookie along, with the header that no other site's form can set. */
  signedIn: boolean;
  answer: z.ZodMiniType<T>;
}

/**
 * Asks the municipality's server and believes only an answer of the expected shape:
 * a captive portal's page, a cut body and a server in trouble are all `unreachable`.
 */
export async function askServer<T>(question: Question<T>): Promise<T | { failure: ContactFailure }> {
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(question.path, requestOf(question));
    status = response.status;
    body = await response.json();
  } catch {
    return { failure: globalThis.navigator?.onLine === false ? 'offline' : 'unreachable' };
  }
  if (status === 200) {
    const answer = z.safeParse(question.answer, body);
    return answer.success ? answer.data : { failure: 'unreachable' };
  }
  return { failure: failureOf(status, body) };
}

function requestOf({ method, body, signedIn }: Question<unknown>): RequestInit {
  return {
    method,
    body: body === undefined ? null : JSON.stringify(body),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(signedIn ? { [SAME_SITE_HEADER]: '1' } : {}),
    },
    credentials: signedIn ? 'same-origin' : 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_WAIT),
  };
}

/** Only the server's own words count: a proxy's 403 says nothing about who is signed in. */
function failureOf(status: number, body: unknown): ContactFailure {
  const said = z.safeParse(failureSchema, body);
  if (!said.success || status >= 500) return 'unreachable';
  switch (said.data.failure) {
    case 'signedOut':
    case 'notYourVault':
    case 'unknownVault':
      return said.data.failure;
    case 'serverError':
      return 'unreachable';
    default:
      return 'refused';
  }
}
