import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commands, tenantsOf, verifyAudit } from './administration/commands.ts';
import { connect, type Database } from './database/connect.ts';
import { runningEmbedded, startEmbedded } from './embedded/embedded.ts';
import { databaseUrl } from './open-database.ts';
import { readSecretFile } from './read-secret-file.ts';
import { Refusal } from './refusal.ts';

const USAGE = `npm run admin -- <command> [--data DIR] [--tenant NUMBER]

  audit verify                                       walks every change of every municipality; 1 where one byte is not as written
  staff list
  staff add --name NAME --role ROLE --subject SUBJECT   SUBJECT is what the identity provider calls them
  grant --file ID --person ID
  vaults
  quarantine list

The database is that of DATABASE_URL, else the embedded one in --data (default ./data), running or not.`;

async function run(): Promise<number> {
  const { words, options } = readArguments();
  const asked = words.join(' ');
  const command = commands[asked];
  if (!command && asked !== 'audit verify') throw new Refusal(USAGE);
  const { url, stop } = await findDatabase(options.data ?? './data');
  const database = connect(url, 2);
  try {
    if (!command) return (await verifyAudit(database, print)) ? 0 : 1;
    const tenant = options.tenant ?? (await onlyTenant(database));
    await command({ database, tenant, print, option: (name) => required(options, name) });
    return 0;
  } finally {
    await database.destroy();
    await stop();
  }
}

function readArguments(): { words: string[]; options: Record<string, string | undefined> } {
  const names = ['data', 'tenant', 'name', 'role', 'subject', 'file', 'person'];
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    return { words: positionals, options: values as Record<string, string | undefined> };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** A running server's, else the embedded one started for this command alone. */
async function findDatabase(data: string): Promise<{ url: string; stop(): Promise<void> }> {
  const file = process.env.DATABASE_URL_FILE;
  const given = file ? readSecretFile(file).trim() : process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const running = runningEmbedded(data);
  if (running) return { url: databaseUrl(running.url), stop: async () => undefined };
  const started = await startEmbedded(resolve(data), { mustExist: true });
  return { url: databaseUrl(started.url), stop: started.stop };
}

async function onlyTenant(database: Database): Promise<string> {
  const [tenant, ...others] = await tenantsOf(database);
  if (!tenant) throw new Refusal('The database holds no municipality. Start the server once.');
  if (others.length > 0) throw new Refusal(`Say which with --tenant: ${[tenant, ...others].join(', ')}.`);
  return tenant;
}

function required(options: Record<string, string | undefined>, name: string): string {
  const value = options[name];
  if (value) return value;
  throw new Refusal(`--${name} is missing.\n\n${USAGE}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 2;
}

/** What was refused and by whom. Errors that no one can have caused from outside are thrown on. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const { code } = error as { code?: string };
  if (!code) throw error;
  return `The database could not be opened or asked (${code}). Check its address, user and password. Nothing was changed.`;
}
