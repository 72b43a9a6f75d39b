import type { Hono } from 'hono';
import { isMigrated } from '../database/migrate.ts';
import type { Env, ServerContext } from './context.ts';

/** For whoever watches the server: alive, able to serve, and which one it is. */
export function addHealthRoutes(app: Hono<Env>, server: ServerContext): void {
  app.get('/healthz', (c) => c.json({ alive: true }));

  app.get('/readyz', async (c) => {
    const ready = await isMigrated(server.database).catch(() => false);
    return c.json({ ready }, ready ? 200 : 503);
  });

  app.get('/version', (c) => c.json({ version: server.version }));
}
