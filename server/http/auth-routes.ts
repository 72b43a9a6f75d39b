import type { Hono } from 'hono';
import { SESSION_LASTS } from '../identity/sessions.ts';
import { type PendingSignIn, pendingSignInSchema } from '../identity/sign-in.ts';
import type { Ctx, Env, ServerContext } from './context.ts';
import { dropCookie, LOGIN_COOKIE, originOf, readCookie, SESSION_COOKIE, writeCookie } from './cookies.ts';
import { fromOurPage } from './guards.ts';
import { pathWithin } from './path-within.ts';
import { PAGE_STYLE, pageStyle, sentencePage } from './sentence-page.ts';

const PATIENCE = 10 * 60_000;

const UNREACHABLE = 'Påloggingen svarer ikke. Det som er lagret på enheten, er trygt. Prøv igjen om litt.';
const NOT_FINISHED = 'Påloggingen ble ikke fullført. Ingenting er endret. Prøv igjen.';
const NO_ACCOUNT =
  'Du er pålogget, men har ikke tilgang til Fotfeste her. Be den som administrerer Fotfeste om å legge deg til.';

/** Signing in at the identity provider, by code and PKCE; what it answers never reaches a script. */
export function addAuthRoutes(app: Hono<Env>, server: ServerContext): void {
  app.get('/auth/login', async (c) => {
    const origin = originOf(server, c);
    const begun = await server.signIn.begin(origin);
    if (begun === 'unreachable') return c.html(sentencePage(UNREACHABLE), 502);
    const pending: PendingSignIn = { ...begun.pending, to: pathWithin(origin, c.req.query('to')) };
    writeCookie(server, c, LOGIN_COOKIE, Buffer.from(JSON.stringify(pending)).toString('base64url'), PATIENCE);
    return c.redirect(begun.url.href);
  });

  app.get('/auth/callback', async (c) => {
    const pending = readPending(server, c);
    dropCookie(server, c, LOGIN_COOKIE);
    if (!pending) return c.html(sentencePage(NOT_FINISHED), 400);
    const subject = await server.signIn.finish(originOf(server, c), new URL(c.req.url).search, pending);
    if (subject === 'failed') return c.html(sentencePage(NOT_FINISHED), 400);
    const session = await server.sessions.begin(subject);
    if (!session) return c.html(sentencePage(NO_ACCOUNT), 403);
    await endSession(server, c);
    writeCookie(server, c, SESSION_COOKIE, session.token, SESSION_LASTS);
    server.log.info({ requestId: c.var.requestId, person: session.person }, 'signed in');
    // Judged again: another host of the same domain may have set the cookie.
    return c.redirect(pathWithin(originOf(server, c), pending.to));
  });

  app.get(PAGE_STYLE, (c) => c.body(pageStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));

  app.post('/auth/sign-out', fromOurPage, async (c) => {
    await endSession(server, c);
    dropCookie(server, c, SESSION_COOKIE);
    return c.json({});
  });
}

async function endSession(server: ServerContext, c: Ctx): Promise<void> {
  const token = readCookie(server, c, SESSION_COOKIE);
  if (token) await server.sessions.end(token);
}

function readPending(server: ServerContext, c: Ctx): PendingSignIn | null {
  try {
    const text = Buffer.from(readCookie(server, c, LOGIN_COOKIE) ?? '', 'base64url').toString();
    return pendingSignInSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
