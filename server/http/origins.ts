import { isLoopback } from '../config.ts';

/** The addresses this server answers to. A request for any other is refused: a page elsewhere that points its name at us gets nothing. */
export interface Origins {
  /** Where the server is best reached. */
  first: string;
  all: readonly string[];
  /** The origin a request came to, by its Host header; null for one that is not ours. */
  of(host: string | undefined): string | null;
}

export function createOrigins(all: readonly [string, ...string[]]): Origins {
  const byHost = new Map(all.map((origin) => [new URL(origin).host, origin]));
  return { first: all[0], all, of: (host) => byHost.get(host?.toLowerCase() ?? '') ?? null };
}

/** The name a browser protects best that this origin may use. Throws for plain http that others could listen in on. */
export function cookieName(origin: string, name: string): string {
  const { protocol, hostname } = new URL(origin);
  if (protocol === 'https:') return `__Host-${name}`;
  if (isLoopback(hostname)) return `${name}-local`;
  throw new Error(`No cookie is set over plain http on ${hostname}`);
}
