import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What stands between tablet and server: `through` leaves everything alone, `portal` answers 200 with a page of its own,
 * `error` answers 500, `signedOut` answers 401, `cut` lets the server do its work and breaks off half its answer,
 * `dead` hangs up.
 */
export type Mood = 'through' | 'portal' | 'error' | 'signedOut' | 'cut' | 'dead';

/** A real HTTP server that the browser is told to use as its proxy, so that addresses and cookies stay the same. */
export interface Middlebox {
  port: number;
  /** Until further notice, for every path that begins so. */
  become(mood: Mood, paths?: string): void;
  /** Path and mood of every request so far. */
  seen: { path: string; mood: Mood }[];
  close(): Promise<void>;
}

export async function startMiddlebox(): Promise<Middlebox> {
  let mood: Mood = 'through';
  let paths = '/';
  const seen: Middlebox['seen'] = [];
  const server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? '/', 'http://localhost').pathname;
    const now = path.startsWith(paths) ? mood : 'through';
    seen.push({ path, mood: now });
    meddle(now, asked, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    become: (next, only = '/') => {
      mood = next;
      paths = only;
      server.closeAllConnections(); // streams that were let through are subject to the new mood too
    },
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function meddle(mood: Mood, asked: IncomingMessage, answer: ServerResponse): void {
  const say = (status: number, type: string, body: string) => {
    answer.writeHead(status, { 'content-type': type }).end(body);
  };
  if (mood === 'through') forward(asked, answer, (from) => from.pipe(answer));
  if (mood === 'cut') forward(asked, answer, (from) => cutShort(from, answer));
  if (mood === 'portal') say(200, 'text/html', '<h1>Velkommen til gjestenettet</h1>');
  if (mood === 'error') say(500, 'text/plain', 'Internal Server Error');
  if (mood === 'signedOut') say(401, 'application/json', '{"failure":"signedOut"}');
  if (mood === 'dead') asked.socket.destroy();
}

function forward(asked: IncomingMessage, answer: ServerResponse, pass: (from: IncomingMessage) => void): void {
  const onward = request(asked.url ?? '', { method: asked.method, headers: asked.headers }, (from) => {
    answer.writeHead(from.statusCode ?? 502, from.headers);
    pass(from);
  });
  onward.once('error', () => asked.socket.destroy());
  answer.once('close', () => onward.destroy());
  asked.pipe(onward);
}

/** Half of a whole answer: the length promised in its head is never reached. */
async function cutShort(from: IncomingMessage, answer: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part as Buffer);
  const whole = Buffer.concat(parts);
  answer.write(whole.subarray(0, Math.floor(whole.length / 2)), () => answer.destroy());
}
