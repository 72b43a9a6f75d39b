import { readFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/** The text of a file that a `*_FILE` variable names. */
export function readSecretFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refusal(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
