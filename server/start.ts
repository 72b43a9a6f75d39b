import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { destination, pino } from 'pino';
import { settle } from './administration/settle.ts';
import { buildApp } from './build-app.ts';
import { createClock } from './clock.ts';
import { type Config, isLoopback, readConfig } from './config.ts';
import { connect } from './database/connect.ts';
import { seedDemo } from './demo/seed.ts';
import { folderInUse, lockHolder } from './embedded/folder-lock.ts';
import { createOrigins, type Origins } from './http/origins.ts';
import { keepServerKeys, type ServerKeys } from './keys/server-keys.ts';
import { lastWords } from './last-words.ts';
import { refuseBusyPort } from './listen.ts';
import { openDatabase } from './open-database.ts';
import { readSecretFile } from './read-secret-file.ts';
import { serve } from './serve.ts';
import { makeCertificate } from './tls/certificate.ts';
import { ownAddresses } from './tls/own-addresses.ts';
import { welcome } from './welcome.ts';

const PROJECT = resolve(import.meta.dirname, '..');

/** Seeding may be begun again, so it need not wait for the disk at every step. */
const QUICK = '-c synchronous_commit=off';

/** What has been opened, to be closed in the opposite order whenever the end comes. */
const opened: (() => Promise<void>)[] = [];
let ending: Promise<void> | null = null;

async function start(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env, readSecretFile);
  await refuseBusyPort(config.host, config.port);
  if (!config.database) refuseFolderInUse(config.data);
  const app = buildApp(PROJECT, say);
  mkdirSync(config.data, { recursive: true, mode: 0o711 });
  const database = await openDatabase(config);
  opened.push(database.stop);
  const clock = createClock(config.demo?.today ?? null);
  const keys = await keepServerKeys(process.env.SERVER_KEYS_FILE ?? join(config.data, 'server-keys.json'));
  const names = ownAddresses();
  const certificate = config.tls ? makeCertificate(join(config.data, 'tls'), names, Date.now()) : null;
  const origins = originsOf(config, names);
  const log = pino(
    config.database ? destination(1) : destination({ dest: join(config.data, 'server.log'), mode: 0o600 }),
  );
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  await prepare(config, database.url, keys, clock.now());
  const served = { config, databaseUrl: database.url, clock, keys, origins, certificate, app, version, log };
  const serving = await serve(served);
  opened.push(serving.stop);
  say(welcome(config, origins, certificate));
}

/** The second start on a folder is told so before anything is built or opened. */
function refuseFolderInUse(data: string): void {
  const holder = lockHolder(resolve(data));
  if (holder !== null) throw folderInUse(resolve(data), holder);
}

async function prepare(config: Config, url: string, keys: ServerKeys, now: number): Promise<void> {
  const database = connect(url, 2);
  try {
    await settle(database, config.tenant, keys, now);
  } finally {
    await database.destroy();
  }
  if (!config.demo) return;
  const seeding = connect(url, 2, QUICK);
  try {
    const { tenant } = config.tenant;
    const carried = await seedDemo({
      database: seeding,
      tenant,
      keys,
      today: config.demo.today,
      begin: () => say('Filling the demo municipality …'),
    });
    if (carried > 0) say(`Filled the demo municipality with ${carried} changes.`);
  } finally {
    await seeding.destroy();
  }
}

function originsOf(config: Config, names: string[]): Origins {
  if (config.publicUrl) return createOrigins([config.publicUrl.origin]);
  const scheme = config.tls ? 'https' : 'http';
  const local = isLoopback(config.host) ? ['localhost', '127.0.0.1', '[::1]'] : names;
  const [first = 'localhost', ...others] = local.map((name) => new URL(`${scheme}://${name}:${config.port}`).origin);
  return createOrigins([first, ...others]);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Closes what is open, newest first: no new requests, those under way to their end, then the database. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  })();
  return ending;
}

async function endBecause(error: unknown): Promise<void> {
  if (!ending) process.stderr.write(`${lastWords(error)}\n`);
  await end();
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void end().then(() => process.exit(0)));
}
process.on('uncaughtException', (error) => void endBecause(error));
await start().catch(endBecause);
