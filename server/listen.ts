import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { Refusal } from './refusal.ts';
import type { Certificate } from './tls/certificate.ts';

const LONGEST_DRAIN = 10_000;

/** Throws Refusal where another program already listens there. Opens nothing that stays. */
export async function refuseBusyPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** Serves until stopped. Stopping takes no new requests, lets those under way finish, and then closes what is left. */
export async function serveOn(
  { host, port, certificate }: { host: string; port: number; certificate: Certificate | null },
  listener: RequestListener,
): Promise<{ stop(): Promise<void> }> {
  const server = certificate
    ? createSecureServer({ key: certificate.key, cert: certificate.cert }, listener)
    : createServer(listener);
  const unasked = new Set<Socket>();
  server.on(certificate ? 'secureConnection' : 'connection', (socket: Socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  server.on('request', (request: IncomingMessage) => unasked.delete(request.socket));
  await listen(server, host, port);
  return {
    async stop() {
      const drained = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const socket of unasked) socket.destroy(); // browsers open some in advance, and Node does not count them as idle
      const cut = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN);
      await drained;
      clearTimeout(cut);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal(
        `Port ${port} is in use by another program. Nothing was started. Choose another with --port, such as --port ${port + 1}.`,
      );
    case 'EACCES':
      return new Refusal(`This user may not listen on port ${port}. Choose one above 1023 with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal(`${host} is no address of this machine. Leave --host out, or name one that is.`);
    default:
      return error;
  }
}
