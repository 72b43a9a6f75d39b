import { hostname, networkInterfaces } from 'node:os';

/** Names and addresses this machine may be reached by from a tablet nearby, likeliest first, then by itself. */
export function ownAddresses(): string[] {
  const outward = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal && each.family === 'IPv4')
    .map((each) => each.address);
  const name = hostname().toLowerCase();
  const names = /^[a-z0-9-]+$/.test(name) ? [name, `${name}.local`] : [name];
  return [...new Set([...outward, ...names, 'localhost', '127.0.0.1'])];
}
