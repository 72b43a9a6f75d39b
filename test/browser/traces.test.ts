import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tracesIn } from './traces.ts';

const NAME = 'Олена Ковальчук';
const around = (bytes: Buffer, before = 3) =>
  Buffer.concat([Buffer.from('xyz'.slice(0, before)), bytes, Buffer.from('after')]);
const swapped = Buffer.from(NAME, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(NAME)],
  ['UTF-16LE', Buffer.from(NAME, 'utf16le')],
  ['UTF-16BE', swapped],
  ['hex', Buffer.from(Buffer.from(NAME).toString('hex'))],
  ['hex in capitals', Buffer.from(Buffer.from(NAME).toString('hex').toUpperCase())],
  ['hex of UTF-16', Buffer.from(Buffer.from(NAME, 'utf16le').toString('hex'))],
  ['base64', Buffer.from(around(Buffer.from(NAME), 0).toString('base64'))],
  ['base64, one byte on', Buffer.from(around(Buffer.from(NAME), 1).toString('base64'))],
  ['base64, two bytes on', Buffer.from(around(Buffer.from(NAME), 2).toString('base64'))],
  ['base64url of UTF-16', Buffer.from(around(Buffer.from(NAME, 'utf16le'), 1).toString('base64url'))],
  ['gzip', gzipSync(NAME)],
  ['gzip cut short', gzipSync(NAME.repeat(2000)).subarray(0, -12)],
  ['zlib', deflateSync(NAME)],
  ['deflate', deflateRawSync(NAME)],
  ['brotli', brotliCompressSync(NAME)],
])('a name is found as %s', (_, bytes) => {
  expect(tracesIn('here', bytes, [NAME])).not.toEqual([]);
  if (_ === 'deflate' || _ === 'brotli') return;
  expect(tracesIn('here', around(bytes), [NAME])).not.toEqual([]);
});

test('of many words exactly those that are there are found', () => {
  const words = Array.from({ length: 500 }, (_, index) => `navn-${index}-`);
  const there = words.filter((_, index) => index % 7 === 0);
  const bytes = Buffer.from(there.map((word) => Buffer.from(word).toString('hex')).join('.'));
  expect(new Set(tracesIn('here', bytes, words).map(({ word }) => word))).toEqual(new Set(there));
});

test('nothing is found where the name is not', () => {
  expect(tracesIn('here', around(gzipSync('Ингрид')), [NAME])).toEqual([]);
});
