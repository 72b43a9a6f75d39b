import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'fotfeste-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('who trusts the authority reaches the server by name and by address, and by no other name', async () => {
  const { key, cert, authority } = makeCertificate(folder, ['localhost', '127.0.0.1'], Date.now());
  const server = createServer({ key, cert }, (_, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (servername: string, ca?: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, servername, ca, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });
  expect(await ask('localhost', authority)).toBe(200);
  await expect(ask('other.example', authority)).rejects.toThrow('altnames');
  await expect(ask('localhost')).rejects.toThrow();
  server.close();
});

test('the authority stays the same from start to start, the certificate does not', () => {
  const first = makeCertificate(folder, ['localhost'], Date.now());
  const second = makeCertificate(folder, ['localhost', '192.168.1.20'], Date.now());
  expect(second.authority).toBe(first.authority);
  expect(second.fingerprint).toBe(first.fingerprint);
  expect(second.cert).not.toBe(first.cert);
  expect(new X509Certificate(second.cert).checkIP('192.168.1.20')).toBe('192.168.1.20');
});
