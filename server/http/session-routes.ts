import type { Hono } from 'hono';
import { registerVaultSchema, type Session, type VaultRegistered } from '../../src/protocol/session.ts';
import { isVerificationKey } from '../../src/sealing/signing-key.ts';
import { registerVault } from '../administration/vaults.ts';
import type { SignedIn } from '../identity/sessions.ts';
import type { Env, ServerContext } from './context.ts';
import { readCookie, SESSION_COOKIE } from './cookies.ts';
import { atMost, fromOurPage, readBody, refuse, signedIn } from './guards.ts';

const LONGEST = 10_000;

/** Who the cookie belongs to, and what that person may ask for without it being a record. */
export function addSessionRoutes(app: Hono<Env>, server: ServerContext): void {
  const { clock, tenant } = server;

  app.get('/session', async (c) => {
    const token = readCookie(server, c, SESSION_COOKIE);
    const session = token ? await server.sessions.find(token) : null;
    return c.json({
      tenant: { name: tenant.name, place: tenant.place },
      demo: server.isDemo ? { today: clock.today() } : null,
      person: session && personOf(session),
    } satisfies Session);
  });

  app.post('/vaults', atMost(LONGEST), signedIn(server), fromOurPage, async (c) => {
    const request = await readBody(c, registerVaultSchema);
    if (!request) return refuse(c, 'badRequest');
    const { session } = c.var;
    const { vault, person, signingKey } = request;
    if (person !== session.id) return refuse(c, 'notYourVault');
    if (!(await isVerificationKey(signingKey))) return refuse(c, 'badRequest');
    const asked = { id: vault, person: session.id, signingKey };
    const registered = await registerVault(server.database, tenant.tenant, asked, clock.now());
    if (registered === 'taken') return refuse(c, 'notYourVault');
    server.log.info({ requestId: c.var.requestId, vault, person: session.id }, 'vault registered');
    const [{ id, publicKey }] = server.keys.municipality;
    return c.json({
      vault,
      person: personOf(session),
      tenantName: tenant.name,
      municipalityKey: { id, publicKey },
      orderKey: server.keys.orderKey,
      lease: { until: registered.leaseUntil },
    } satisfies VaultRegistered);
  });
}

function personOf({ id, name, role }: SignedIn) {
  return { id, name, role };
}
