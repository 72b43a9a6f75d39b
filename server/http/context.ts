import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { ServerPorts } from '../../src/sync/server-ports.ts';
import type { Tenant } from '../administration/administer.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/connect.ts';
import type { Sessions, SignedIn } from '../identity/sessions.ts';
import type { SignIn } from '../identity/sign-in.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import type { Hints } from '../poke/hints.ts';
import type { Origins } from './origins.ts';
import type { StaticFiles } from './static-files.ts';

/** All that a request may need. One per process and tenant. */
export interface ServerContext {
  tenant: Tenant;
  clock: Clock;
  isDemo: boolean;
  database: Database;
  ports: ServerPorts;
  keys: ServerKeys;
  sessions: Sessions;
  signIn: SignIn;
  hints: Hints;
  origins: Origins;
  files: StaticFiles;
  /** The certificate tablets must trust, PEM; null where someone else's authority vouches for us. */
  authority: string | null;
  version: string;
  log: Logger;
}

export interface Env {
  Variables: { requestId: string; session: SignedIn };
}

export type Ctx = Context<Env>;
