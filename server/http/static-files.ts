import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Ctx } from './context.ts';

interface StaticFile {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  br: Uint8Array<ArrayBuffer> | null;
  gzip: Uint8Array<ArrayBuffer> | null;
  tag: string;
  isHashed: boolean;
}

/** The built app, in memory: what is asked for never touches the file system. */
export interface StaticFiles {
  /** The file of that path, else null. */
  answer(c: Ctx, path: string): Response | null;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const COMPRESSIBLE = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/;
/** Vite writes the content's hash into the name, so such a file never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Reads a build's folder whole. Its `.vite` manifest and source maps are not for browsers. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('/.') && !name.endsWith('.map'));
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await read(join(folder, name), name)] as const)),
  );
  return {
    answer(c, path) {
      const file = files.get(path === '/' ? '/index.html' : path);
      return file ? answerWith(c, file) : null;
    },
  };
}

async function read(path: string, name: string): Promise<StaticFile> {
  const bytes = new Uint8Array(readFileSync(path));
  const type = types[extname(name)] ?? 'application/octet-stream';
  const isWorthIt = COMPRESSIBLE.test(type) && bytes.length > 1_000;
  return {
    type,
    bytes,
    br: isWorthIt ? new Uint8Array(await promisify(brotliCompress)(bytes, { params: BROTLI })) : null,
    gzip: isWorthIt ? new Uint8Array(await promisify(gzip)(bytes)) : null,
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isHashed: HASHED.test(name),
  };
}

const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 9 };

function answerWith(c: Ctx, file: StaticFile): Response {
  c.header('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('etag', file.tag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === file.tag) return c.body(null, 304);
  c.header('content-type', file.type);
  const accepted = c.req.header('accept-encoding') ?? '';
  const encoding = file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
  if (encoding) c.header('content-encoding', encoding);
  return c.body((encoding && file[encoding]) || file.bytes);
}
