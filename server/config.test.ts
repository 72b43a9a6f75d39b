import { describe, expect, test } from 'vitest';
import { type Environment, readConfig } from './config.ts';
import { Refusal } from './refusal.ts';

const files: Record<string, string> = { '/run/secret': 'hemmelig\n' };
const read = (args: string, environment: Environment = {}) =>
  readConfig(args.split(' ').filter(Boolean), environment, (path) => files[path] ?? '');

const REAL = {
  OIDC_ISSUER: 'https://login.example.no',
  OIDC_CLIENT_ID: 'fotfeste',
  OIDC_CLIENT_SECRET_FILE: '/run/secret',
  TENANT_NUMBER: '4601',
  TENANT_NAME: 'Bergen kommune',
};

describe('what is started', () => {
  test('nothing said is the demo, on this machine only, on the embedded database', () => {
    expect(read('')).toMatchObject({
      port: 4321,
      host: '127.0.0.1',
      data: './data',
      demo: { today: '2026-11-16' },
      database: null,
      oidc: null,
      tenant: { tenant: '9999', name: 'Granvik kommune' },
    });
  });

  test('flags choose port, folder and day; --tls opens it to tablets nearby', () => {
    expect(read('--port 5000 --data /srv/f --today 2026-12-24 --tls')).toMatchObject({
      port: 5000,
      data: '/srv/f',
      demo: { today: '2026-12-24' },
      host: '0.0.0.0',
    });
  });

  test('a public address is https, or this machine itself', () => {
    for (const PUBLIC_URL of ['https://fotfeste.example.no', 'http://localhost:8080', 'http://[::1]:8080']) {
      expect(read('--demo off', { ...REAL, PUBLIC_URL }).publicUrl?.href).toBe(`${PUBLIC_URL}/`);
    }
  });

  test('real use takes its secrets from files', () => {
    expect(read('--demo off', { ...REAL, DATABASE_URL: 'postgres://x/y' })).toMatchObject({
      demo: null,
      database: { url: 'postgres://x/y', ownerUrl: 'postgres://x/y' },
      oidc: { clientId: 'fotfeste', clientSecret: 'hemmelig' },
      tenant: { tenant: '4601', name: 'Bergen kommune', place: '' },
    });
  });
});

describe('what is refused, with a sentence', () => {
  test.each<[string, string, Environment, string]>([
    ['demo with an identity provider', '', REAL, 'OIDC_ISSUER'],
    ['demo on another database', '', { DATABASE_URL: 'postgres://x/y' }, 'embedded database'],
    ['demo open to the network', '--host 0.0.0.0', {}, '--tls'],
    ['demo with a public address', '', { PUBLIC_URL: 'https://fotfeste.example.no' }, 'PUBLIC_URL'],
    ['demo with --tls and a public address', '--tls', { PUBLIC_URL: 'https://fotfeste.example.no' }, 'PUBLIC_URL'],
    ['--demo off without an identity provider', '--demo off', {}, 'OIDC_ISSUER'],
    ['an identity provider without a client', '--demo off', { OIDC_ISSUER: 'https://x.no' }, 'OIDC_CLIENT_ID'],
    ['an identity provider over plain http', '--demo off', { ...REAL, OIDC_ISSUER: 'http://x.no' }, 'https'],
    ['real use without a name', '--demo off', { ...REAL, TENANT_NAME: undefined }, 'TENANT_NAME'],
    ['plain http to the network', '--demo off --host 0.0.0.0', REAL, 'PUBLIC_URL'],
    [
      'a public address over plain http',
      '--demo off',
      { ...REAL, PUBLIC_URL: 'http://x.no' },
      'PUBLIC_URL must be an https address; http://x.no is not',
    ],
    ['a port that is none', '--port 70000', {}, '65535'],
    ['a day that is none', '--today 2026-02-30', {}, '2026-02-30'],
    ['a flag nobody knows', '--prot 4', {}, '--port'],
    ['demo neither on nor off', '--demo maybe', {}, 'maybe'],
  ])('%s', (_, args, environment, says) => {
    expect(() => read(args, environment)).toThrow(Refusal);
    expect(() => read(args, environment)).toThrow(says);
  });
});
