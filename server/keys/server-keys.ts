import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import {
  generateMunicipalityKey,
  importMunicipalityKey,
  type MunicipalityKeyPair,
} from '../../src/sealing/municipality-key.ts';
import { generateSigningKey } from '../../src/sealing/signing-key.ts';
import { Refusal } from '../refusal.ts';

/** What the server must never lose and the database must never hold. */
export interface ServerKeys {
  /** Newest first; devices seal to the first, all of them open. */
  municipality: [MunicipalityKeyPair, ...MunicipalityKeyPair[]];
  /** Verifies what the server signs for a vault: P-256, raw, base64url. */
  orderKey: string;
}

const jwk = z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), d: z.string() });
const fileSchema = z.object({
  municipality: z.tuple([z.object({ id: z.uuid(), key: jwk })], z.object({ id: z.uuid(), key: jwk })),
  order: z.object({ publicKey: z.string(), key: jwk }),
});
type KeyFile = z.infer<typeof fileSchema>;

/** Reads the keys, or makes them the first time. Throws Refusal where the file holds something else. */
export async function keepServerKeys(path: string): Promise<ServerKeys> {
  if (!existsSync(path)) writeOnce(path, JSON.stringify(await makeKeys()));
  const file = parse(path);
  const [first, ...older] = file.municipality;
  return {
    municipality: [
      await importMunicipalityKey(first.id, first.key),
      ...(await Promise.all(older.map(({ id, key }) => importMunicipalityKey(id, key)))),
    ],
    orderKey: file.order.publicKey,
  };
}

async function makeKeys(): Promise<KeyFile> {
  const order = await generateSigningKey(true);
  const exported = await crypto.subtle.exportKey('jwk', order.privateKey);
  return {
    municipality: [{ id: randomUUID(), key: await generateMunicipalityKey() }],
    order: { publicKey: order.publicKey, key: jwk.parse(exported) },
  };
}

/** Whole or not at all, and never over keys another process made meanwhile. */
function writeOnce(path: string, text: string): void {
  const complete = `${path}.${process.pid}`;
  writeFileSync(complete, text, { mode: 0o600, flush: true });
  try {
    linkSync(complete, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(complete, { force: true });
  }
}

function parse(path: string): KeyFile {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Refusal(
      `${path} should hold the server's keys and cannot be read. Without them nothing on a tablet can be received: put the file back from a backup.`,
    );
  }
}
