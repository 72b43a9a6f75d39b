import { parseArgs } from 'node:util';
import { DEMO_TODAY } from './demo/history.ts';
import { Refusal } from './refusal.ts';

/** What the person who starts the server chose, checked before anything is opened. */
export interface Config {
  port: number;
  host: string;
  data: string;
  tls: boolean;
  /** Set in demo: the day it is. */
  demo: { today: string } | null;
  /** An existing PostgreSQL; null for the embedded one. */
  database: { url: string; ownerUrl: string } | null;
  /** The municipality's identity provider; null in demo, which brings its own. */
  oidc: { issuer: URL; clientId: string; clientSecret: string } | null;
  tenant: { tenant: string; name: string; place: string };
  /** Where people reach the server, when something in front of it answers for TLS. */
  publicUrl: URL | null;
}

export type Environment = Record<string, string | undefined>;

const DEMO_TENANT = { tenant: '9999', name: 'Granvik kommune', place: 'Migrasjonssenteret' };

/** Throws Refusal: whole sentences about what does not go together. `readFile` is for the `*_FILE` form of a variable. */
export function readConfig(args: string[], environment: Environment, readFile: (path: string) => string): Config {
  const flags = readFlags(args);
  const variable = (name: string) => {
    const file = environment[`${name}_FILE`];
    return (file ? readFile(file).trim() : environment[name]) || null;
  };
  const issuer = variable('OIDC_ISSUER');
  const databaseUrl = variable('DATABASE_URL');
  const host = flags.host ?? (flags.tls ? '0.0.0.0' : '127.0.0.1');
  const publicUrl = readPublicUrl(variable('PUBLIC_URL'));
  const isDemo = flags.demo === 'on';
  if (isDemo) refuseDemo({ issuer, databaseUrl, publicUrl, isPrivate: isLoopback(host) || flags.tls });
  else refuseWithoutDemo({ issuer, isSecure: isLoopback(host) || flags.tls || publicUrl?.protocol === 'https:' });
  return {
    port: readPort(flags.port),
    host,
    data: flags.data,
    tls: flags.tls,
    demo: isDemo ? { today: readDay(flags.today) } : null,
    database: databaseUrl ? { url: databaseUrl, ownerUrl: variable('DATABASE_OWNER_URL') ?? databaseUrl } : null,
    oidc: isDemo ? null : readOidc(variable),
    tenant: isDemo ? DEMO_TENANT : readTenant(variable),
    publicUrl,
  };
}

/** True where only this machine reaches the address. */
export function isLoopback(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function readFlags(args: string[]) {
  const option = (fallback?: string) => ({ type: 'string' as const, default: fallback });
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: option('4321'),
        host: { type: 'string' },
        data: option('./data'),
        demo: option('on'),
        today: option(DEMO_TODAY),
        tls: { type: 'boolean', default: false },
      },
    });
    const { port = '', data = '', demo = '', today = '', host, tls = false } = values;
    if (demo !== 'on' && demo !== 'off') throw new Refusal(`--demo is on or off, not ${demo}.`);
    return { port, data, demo, today, host, tls };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `${(error as Error).message}\nKnown are --port, --host, --data DIR, --demo off, --today YYYY-MM-DD and --tls.`,
    );
  }
}

interface AskedOfDemo {
  issuer: string | null;
  databaseUrl: string | null;
  publicUrl: URL | null;
  isPrivate: boolean;
}

function refuseDemo(asked: AskedOfDemo): void {
  const because = 'In demo anyone may sign in as anyone,';
  if (asked.issuer) {
    throw new Refusal(
      `${because} so it does not go with OIDC_ISSUER. Add --demo off for real use, or unset OIDC_ISSUER.`,
    );
  }
  if (asked.databaseUrl) {
    throw new Refusal(`${because} so it runs only on the embedded database. Add --demo off, or unset DATABASE_URL.`);
  }
  if (asked.publicUrl) {
    throw new Refusal(`${because} so it has no public address. Add --demo off for real use, or unset PUBLIC_URL.`);
  }
  if (!asked.isPrivate) {
    throw new Refusal(
      `${because} so it listens on this machine only. Leave --host out, or add --tls to show it on a tablet nearby.`,
    );
  }
}

function refuseWithoutDemo(asked: { issuer: string | null; isSecure: boolean }): void {
  if (!asked.issuer) {
    throw new Refusal(
      'With --demo off, staff sign in at the municipality’s identity provider. Set OIDC_ISSUER to its address.',
    );
  }
  if (!asked.isSecure) {
    throw new Refusal(
      'Signing in and encryption on the tablet need https. Set PUBLIC_URL to the https address in front of this server, or add --tls.',
    );
  }
}

function readOidc(variable: (name: string) => string | null): NonNullable<Config['oidc']> {
  const issuer = readUrl('OIDC_ISSUER', variable('OIDC_ISSUER'));
  const clientId = variable('OIDC_CLIENT_ID');
  const clientSecret = variable('OIDC_CLIENT_SECRET');
  if (!issuer || !clientId || !clientSecret) {
    throw new Refusal(
      'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (or OIDC_CLIENT_SECRET_FILE) beside it.',
    );
  }
  refusePlainHttp('OIDC_ISSUER', issuer);
  return { issuer, clientId, clientSecret };
}

function readPublicUrl(text: string | null): URL | null {
  const url = readUrl('PUBLIC_URL', text);
  if (url) refusePlainHttp('PUBLIC_URL', url);
  return url;
}

function refusePlainHttp(name: string, url: URL): void {
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return;
  throw new Refusal(`${name} must be an https address; ${url.origin} is not.`);
}

function readTenant(variable: (name: string) => string | null): Config['tenant'] {
  const tenant = variable('TENANT_NUMBER');
  const name = variable('TENANT_NAME');
  if (!tenant || !name || !/^\w{1,20}$/.test(tenant)) {
    throw new Refusal(
      'With --demo off, TENANT_NUMBER (the municipality’s number) and TENANT_NAME say whose server this is.',
    );
  }
  return { tenant, name, place: variable('TENANT_PLACE') ?? '' };
}

function readUrl(name: string, text: string | null): URL | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new Refusal(`${name} must be an address that begins with https://; ${text} is not.`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`--port is a number from 1 to 65535, not ${text}.`);
}

function readDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (isDay) return text;
  throw new Refusal(`--today is a day such as 2026-11-16, not ${text}.`);
}
