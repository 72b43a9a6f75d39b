import type { TestProject } from 'vitest/node';
import { startAppServer } from '../browser/app-server.ts';
import { type TemporaryFolder, temporaryFolder } from '../browser/temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder of a server that has been filled with the demo municipality and stopped; each test takes a copy. */
    demoMunicipality: string;
  }
}

let folder: TemporaryFolder;

/** Builds the app where it must be built, and fills the demo municipality once for all browser tests. */
export async function setup(project: TestProject): Promise<void> {
  folder = await temporaryFolder();
  const server = await startAppServer({ data: folder.path });
  await server.stop();
  project.provide('demoMunicipality', folder.path);
}

export async function teardown(): Promise<void> {
  await folder.remove();
}
