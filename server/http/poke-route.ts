import type { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Env, ServerContext } from './context.ts';
import { signedIn } from './guards.ts';

const STILL_THERE = 25_000; // proxies cut a line that says nothing for a minute

const LONGEST = 24 * 60 * 60_000;

/** Open hints, which a server that stops must end before its connections do. */
export interface OpenPokes {
  endAll(): void;
}

/** Server-sent events that say only that there is something to pull. The first says so at once: what was missed is not known. */
export function addPokeRoute(app: Hono<Env>, server: ServerContext): OpenPokes {
  const open = new Set<() => void>();

  app.get('/poke', signedIn(server), (c) => {
    const lasts = Math.min(c.var.session.until - server.clock.now(), LONGEST);
    return streamSSE(c, (stream) => pokeUntilOver(stream, lasts));
  });

  async function pokeUntilOver(stream: SSEStreamingApi, lasts: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const poke = () => void stream.writeSSE({ event: 'poke', data: '' }).catch(end);
      const stop = server.hints.listen(poke);
      const breath = setInterval(() => void stream.write(':\n\n').catch(end), STILL_THERE);
      const signedOut = setTimeout(end, lasts);
      function end() {
        stop();
        clearInterval(breath);
        clearTimeout(signedOut);
        open.delete(end);
        resolve();
      }
      open.add(end);
      stream.onAbort(end);
      poke();
    });
  }

  return {
    endAll() {
      for (const end of [...open]) end();
    },
  };
}
