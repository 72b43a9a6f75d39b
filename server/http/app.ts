import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { addAuthRoutes } from './auth-routes.ts';
import type { Env, ServerContext } from './context.ts';
import { ourOriginsOnly, refuse } from './guards.ts';
import { addHealthRoutes } from './health-routes.ts';
import { addPokeRoute, type OpenPokes } from './poke-route.ts';
import { describeError, requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addSyncRoutes } from './sync-routes.ts';

/** Everything the server answers. Errors nobody expected end here, without a word of what they were about. */
export function createApp(server: ServerContext): { app: Hono<Env>; pokes: OpenPokes } {
  const app = new Hono<Env>();
  app.onError((error, c) => {
    server.log.error({ requestId: c.var.requestId, error: describeError(error) }, 'unexpected');
    return refuse(c, 'serverError');
  });
  app.use(requestLog(server.log), securityHeaders);
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  addHealthRoutes(app, server);
  app.use(ourOriginsOnly(server));
  app.use('/pull', compress());
  addSyncRoutes(app, server);
  addSessionRoutes(app, server);
  addAuthRoutes(app, server);
  const pokes = addPokeRoute(app, server);
  addFileRoutes(app, server);
  return { app, pokes };
}

/** The built app; a link into it is its first page, whatever it points at. */
function addFileRoutes(app: Hono<Env>, { files, authority }: ServerContext): void {
  app.get('/ca.crt', (c) => {
    if (!authority) return refuse(c, 'notFound');
    c.header('content-type', 'application/x-x509-ca-cert');
    return c.body(authority);
  });
  app.get('*', (c) => {
    const isPage = !/\.\w+$/.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');
    return files.answer(c, c.req.path) ?? (isPage ? files.answer(c, '/') : null) ?? refuse(c, 'notFound');
  });
  app.all('*', (c) => refuse(c, 'notFound'));
}
