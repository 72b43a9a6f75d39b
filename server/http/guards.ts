import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod/mini';
import { type Failure, SAME_SITE_HEADER } from '../../src/protocol/session.ts';
import type { Ctx, Env, ServerContext } from './context.ts';
import { readCookie, SESSION_COOKIE } from './cookies.ts';

const statuses: Record<Failure, 400 | 401 | 403 | 404 | 409 | 413 | 500> = {
  badRequest: 400,
  badSignature: 400,
  signedOut: 401,
  notYourVault: 403,
  notAllowed: 403,
  unknownVault: 404,
  notFound: 404,
  brokenChain: 409,
  fork: 409,
  tooLarge: 413,
  serverError: 500,
};

/** The one form of a refusal. */
export function refuse(c: Ctx, failure: Failure): Response {
  return c.json({ failure } satisfies { failure: Failure }, statuses[failure]);
}

/** Nothing but the addresses we were started for. */
export function ourOriginsOnly(server: ServerContext): MiddlewareHandler<Env> {
  return (c, next) => (server.origins.of(c.req.header('host')) ? next() : Promise.resolve(refuse(c, 'badRequest')));
}

/** What is sent must be a JSON body of at most `most` bytes. */
export function atMost(most: number): MiddlewareHandler<Env> {
  return bodyLimit({ maxSize: most, onError: (c) => refuse(c as Ctx, 'tooLarge') });
}

/** The body as the schema has it, or null for anything else. */
export async function readBody<T>(c: Ctx, schema: z.ZodMiniType<T>): Promise<T | null> {
  const body = schema.safeParse(await c.req.json().catch(() => undefined));
  return body.success ? body.data : null;
}

/** Sets `session`, or answers 401. */
export function signedIn(server: ServerContext): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = readCookie(server, c, SESSION_COOKIE);
    const session = token ? await server.sessions.find(token) : null;
    if (!session) return refuse(c, 'signedOut');
    c.set('session', session);
    return next();
  };
}

/** A POST that uses the cookie comes from our own page. */
export const fromOurPage: MiddlewareHandler<Env> = (c, next) =>
  c.req.header(SAME_SITE_HEADER) === '1' ? next() : Promise.resolve(refuse(c, 'badRequest'));
