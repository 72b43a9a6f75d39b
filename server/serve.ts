import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { createOpener } from '../src/sealing/opener.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { connect } from './database/connect.ts';
import { demoStaff } from './demo/history.ts';
import { createFeed } from './feed/postgres-feed.ts';
import { createApp } from './http/app.ts';
import type { ServerContext } from './http/context.ts';
import type { Origins } from './http/origins.ts';
import { readStaticFiles } from './http/static-files.ts';
import type { DemoProvider } from './identity/demo-provider.ts';
import { fetchFromSelf } from './identity/fetch-from-self.ts';
import { createSessions } from './identity/sessions.ts';
import { createSignIn, type SignIn } from './identity/sign-in.ts';
import type { ServerKeys } from './keys/server-keys.ts';
import { serveOn } from './listen.ts';
import { createLog } from './log/postgres-log.ts';
import { openHints } from './poke/hints.ts';
import type { Certificate } from './tls/certificate.ts';

const PAGE_SIZE = 1_000;

export interface Served {
  config: Config;
  /** Of the login requests come as. */
  databaseUrl: string;
  clock: Clock;
  keys: ServerKeys;
  origins: Origins;
  certificate: Certificate | null;
  /** Folder of the built app. */
  app: string;
  version: string;
  log: Logger;
}

/** Serves one municipality, settled before, until stopped. Several processes may serve the same one. */
export async function serve(served: Served): Promise<{ stop(): Promise<void> }> {
  const { config, clock, keys, origins, certificate } = served;
  const { tenant } = config.tenant;
  const database = connect(served.databaseUrl);
  const hints = await openHints(served.databaseUrl, tenant);
  const demo = config.demo ? (await import('./identity/demo-provider.ts')).createDemoProvider(demoStaff) : null;
  const server: ServerContext = {
    tenant: config.tenant,
    clock,
    isDemo: config.demo !== null,
    database,
    ports: {
      log: createLog(database, tenant, hints.announce),
      feed: createFeed(database, tenant, keys.municipality[0], clock.now),
      opener: createOpener(keys.municipality),
      now: clock.now,
      pageSize: PAGE_SIZE,
    },
    keys,
    sessions: createSessions(database, tenant, clock.now),
    signIn: chooseSignIn(served, demo),
    hints,
    origins,
    files: await readStaticFiles(served.app),
    authority: certificate?.authority ?? null,
    version: served.version,
    log: served.log,
  };
  const { app, pokes } = createApp(server);
  const answer = getRequestListener(app.fetch);
  const listening = await serveOn({ ...config, certificate }, (request, response) => {
    const origin = origins.of(request.headers.host);
    if (origin && demo?.handle(request, response, origin)) return;
    void answer(request, response);
  });
  return {
    async stop() {
      pokes.endAll();
      await listening.stop();
      await hints.close();
      await database.destroy();
    },
  };
}

function chooseSignIn({ config, certificate }: Served, demo: DemoProvider | null): SignIn {
  if (demo) {
    const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
    return createSignIn({
      issuer: (origin) => new URL(`${origin}/idp`),
      clientId: demo.clientId,
      clientSecret: demo.clientSecret,
      fetch: fetchFromSelf(host, certificate?.authority ?? null),
    });
  }
  if (!config.oidc) throw new Error('Neither demo nor an identity provider');
  const { issuer, clientId, clientSecret } = config.oidc;
  return createSignIn({ issuer: () => issuer, clientId, clientSecret });
}
