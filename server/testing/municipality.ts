import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { addMember } from '../administration/administer.ts';
import { settle } from '../administration/settle.ts';
import { createClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { connect, type Database } from '../database/connect.ts';
import { freshDatabase } from '../database/fresh-database.ts';
import { demoStaff } from '../demo/history.ts';
import { freePort } from '../embedded/free-port.ts';
import { createOrigins } from '../http/origins.ts';
import { keepServerKeys, type ServerKeys } from '../keys/server-keys.ts';
import { serve } from '../serve.ts';
import type { Certificate } from '../tls/certificate.ts';

export const TENANT = '9999';

/** A municipality with staff and no case, on a database of its own, served by as many servers as asked for. */
export interface Municipality {
  database: Database;
  databaseUrl: string;
  keys: ServerKeys;
  /** One more server on the same database; its origin. With a certificate it is https. */
  serve(certificate?: Certificate): Promise<string>;
  /** All that was logged so far. */
  logged(): string;
  close(): Promise<void>;
}

export async function openMunicipality(postgres: string): Promise<Municipality> {
  const folder = mkdtempSync(join(tmpdir(), 'fotfeste-served-'));
  const fresh = await freshDatabase(postgres);
  const database = connect(fresh.url, 3);
  const keys = await keepServerKeys(join(folder, 'keys.json'));
  const tenant = { tenant: TENANT, name: 'Granvik kommune', place: 'Migrasjonssenteret' };
  await settle(database, tenant, keys, 1);
  for (const member of demoStaff) await addMember(database, TENANT, member);
  const serving: { stop(): Promise<void> }[] = [];
  let logged = '';
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({}, { write });
  return {
    database,
    databaseUrl: fresh.url,
    keys,
    logged: () => logged,
    async serve(certificate) {
      const port = await freePort();
      const scheme = certificate ? 'https' : 'http';
      const config = readConfig(['--port', `${port}`, '--data', folder], {}, () => '');
      const origins = createOrigins([`${scheme}://127.0.0.1:${port}`, `${scheme}://localhost:${port}`]);
      const clock = createClock('2026-11-16');
      const app = writeApp(join(folder, 'dist'));
      serving.push(
        await serve({
          config,
          databaseUrl: fresh.url,
          clock,
          keys,
          origins,
          certificate: certificate ?? null,
          app,
          version: 'test',
          log,
        }),
      );
      return origins.first;
    },
    async close() {
      for (const one of serving) await one.stop();
      await database.destroy();
      await fresh.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A built app of three files. */
function writeApp(folder: string): string {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Fotfeste</title>');
  writeFileSync(join(folder, 'service-worker.js'), 'self;');
  writeFileSync(join(folder, 'assets', 'main-Ab3dEf9h.js'), `export {};${' '.repeat(2_000)}`);
  return folder;
}
