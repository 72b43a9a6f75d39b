import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** Makes one file of the simulator below `root`, source and engine together, and returns its path in `folder`. */
export async function bundleWorker(root: string, folder: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: join(root, 'test/simulation/worker.ts'), write: false, target: 'node20' },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('the simulator did not become one file');
  const path = join(folder, 'simulator.mjs');
  await writeFile(path, built.output[0].code);
  return path;
}
