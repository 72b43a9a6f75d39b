import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Env } from './context.ts';

/** One line per request. The route's pattern and never its path: paths hold ids, and queries anything. */
export function requestLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    const ms = Math.round(performance.now() - began);
    log.info({ requestId, method: c.req.method, route: routePath(c), status: c.res.status, ms }, 'request');
  };
}

/** What may be written down of an error nobody expected: its kind and place. A database's message may quote a record. */
export function describeError(error: unknown): { kind: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const { code } = error as { code?: unknown };
  return { kind: error.name, ...(typeof code === 'string' ? { code } : {}), at: at.map((line) => line.trim()) };
}
