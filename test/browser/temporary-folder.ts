import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** A folder that is nobody else's. Whoever asks for one removes it. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'fotfeste-test-'));
  // A process that is just ending may still write its last file.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}

/** A copy of a data folder, with the owners of its files: PostgreSQL refuses a folder that is another's. */
export async function copyOfData(original: string): Promise<TemporaryFolder> {
  const copy = await temporaryFolder();
  await chmod(copy.path, 0o711); // PostgreSQL's own account must get through
  execFileSync('cp', ['-a', `${original}/.`, copy.path]);
  return copy;
}
