import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync, unzipSync } from 'node:zlib';

/** Where a word was found, and in which disguise. */
export interface Trace {
  word: string;
  place: string;
  as: string;
}

/** Every word that can be read out of the bytes: plainly, in another encoding, or after unpacking what is packed there. */
export function tracesIn(place: string, bytes: Buffer, words: readonly string[]): Trace[] {
  const disguises = indexed(words);
  return [bytes, ...unpacked(bytes)].flatMap((layer, index) =>
    [...foundIn(layer, disguises)].map(({ word, as }) => ({ word, place, as: index === 0 ? as : `${as}, packed` })),
  );
}

/** The same for every file below a folder, such as a browser's profile. */
export function tracesBelow(folder: string, words: readonly string[]): Trace[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => [...tracesIn(path, Buffer.from(path), words), ...tracesIn(path, readFileSync(path), words)]);
}

interface Disguise {
  word: string;
  as: string;
  needle: Buffer;
}

/** Disguises by their first two bytes, so that however many words there are, bytes are walked through once. */
type Index = (Disguise[] | undefined)[];

const indexes = new WeakMap<readonly string[], Index>();

function indexed(words: readonly string[]): Index {
  const known = indexes.get(words);
  if (known) return known;
  const index: Index = new Array(0x10000);
  for (const disguise of words.flatMap(disguisesOf)) {
    const start = disguise.needle.readUInt16BE(0);
    index[start] = [...(index[start] ?? []), disguise];
  }
  indexes.set(words, index);
  return index;
}

function foundIn(bytes: Buffer, index: Index): Set<Disguise> {
  const found = new Set<Disguise>();
  for (let at = 0; at + 1 < bytes.length; at++) {
    for (const disguise of index[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] ?? []) {
      const { needle } = disguise;
      if (needle.equals(bytes.subarray(at, at + needle.length))) found.add(disguise);
    }
  }
  return found;
}

function disguisesOf(word: string): Disguise[] {
  const plain = { 'UTF-8': Buffer.from(word), 'UTF-16LE': Buffer.from(word, 'utf16le'), 'UTF-16BE': utf16be(word) };
  return Object.entries(plain).flatMap(([encoding, bytes]) => [
    { word, as: encoding, needle: bytes },
    { word, as: `${encoding} in hex`, needle: Buffer.from(bytes.toString('hex')) },
    { word, as: `${encoding} in HEX`, needle: Buffer.from(bytes.toString('hex').toUpperCase()) },
    ...[0, 1, 2]
      .flatMap((before) => [
        { word, as: `${encoding} in base64`, needle: base64Within(bytes, before, 'base64') },
        { word, as: `${encoding} in base64url`, needle: base64Within(bytes, before, 'base64url') },
      ])
      .filter(({ needle }) => needle.length >= TELLING),
  ]);
}

/** Fewer characters of base64 than these turn up by chance in some hundred kilobytes of ciphertext written so. */
const TELLING = 7;

function utf16be(word: string): Buffer {
  return Buffer.from(word, 'utf16le').swap16();
}

/** What is certain of the base64 of a text that holds these bytes with `before` bytes of an unknown triple ahead of them. */
function base64Within(bytes: Buffer, before: number, alphabet: 'base64' | 'base64url'): Buffer {
  const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
  const certain = Math.floor((shifted.length * 8) / 6);
  return Buffer.from(shifted.toString(alphabet).slice(Math.ceil((before * 8) / 6), certain));
}

/** Whatever gzip, zlib, raw deflate at a zip entry, or brotli as a whole, can be unpacked from anywhere in the bytes. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  for (const at of startsOf(bytes, [0x1f, 0x8b, 0x08])) yield* attempt(() => unzipSync(bytes.subarray(at), LENIENT));
  for (const level of [0x01, 0x5e, 0x9c, 0xda]) {
    for (const at of startsOf(bytes, [0x78, level])) yield* attempt(() => unzipSync(bytes.subarray(at), LENIENT));
  }
  yield* attempt(() => inflateRawSync(bytes, LENIENT));
  yield* attempt(() => brotliDecompressSync(bytes));
}

/** A stream cut short still shows what came before the cut. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };

function* startsOf(bytes: Buffer, magic: number[]): Generator<number> {
  const needle = Buffer.from(magic);
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) yield at;
}

function* attempt(unpack: () => Buffer): Generator<Buffer> {
  try {
    const found = unpack();
    if (found.length > 0) yield found;
  } catch {
    // these bytes only looked packed
  }
}
