import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Embedded, startEmbedded } from '../../server/embedded/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a superuser on a PostgreSQL all database tests share; each makes a database of its own. */
    postgres: string;
  }
}

let folder: string;
let embedded: Embedded;

export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'fotfeste-postgres-'));
  embedded = await startEmbedded(folder);
  project.provide('postgres', embedded.url);
}

export async function teardown(): Promise<void> {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
