import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Ctx, ServerContext } from './context.ts';
import { cookieName } from './origins.ts';

/** Out of reach of scripts, of other sites' posts and, over https, of other hosts of the same domain. */
function options(origin: string) {
  return { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure: origin.startsWith('https:') };
}

export function readCookie(server: ServerContext, c: Ctx, name: string): string | undefined {
  return getCookie(c, cookieName(originOf(server, c), name));
}

/** `lasts` in milliseconds. */
export function writeCookie(server: ServerContext, c: Ctx, name: string, value: string, lasts: number): void {
  const origin = originOf(server, c);
  setCookie(c, cookieName(origin, name), value, { ...options(origin), maxAge: Math.floor(lasts / 1000) });
}

export function dropCookie(server: ServerContext, c: Ctx, name: string): void {
  const origin = originOf(server, c);
  deleteCookie(c, cookieName(origin, name), options(origin));
}

/** Which of our addresses this request came to; `ourOriginsOnly` has refused all others. */
export function originOf(server: ServerContext, c: Ctx): string {
  return server.origins.of(c.req.header('host')) ?? server.origins.first;
}

export const SESSION_COOKIE = 'fotfeste';
export const LOGIN_COOKIE = 'fotfeste-login';
