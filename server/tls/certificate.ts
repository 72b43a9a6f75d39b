import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorityExtensions, serverExtensions, signCertificate } from './sign-certificate.ts';

const DAY = 24 * 60 * 60_000;

/** What an https server presents, and the authority that vouches for it, all PEM. */
export interface Certificate {
  key: string;
  cert: string;
  authority: string;
  /** SHA-256 of the authority, to compare by eye on the tablet. */
  fingerprint: string;
}

interface Authority {
  name: string;
  cert: string;
  key: KeyObject;
}

/**
 * A certificate for these names and IPv4 addresses, made anew at each start. The authority behind it is made once and
 * kept in `folder`, so that a tablet which trusts it goes on doing so.
 */
export function makeCertificate(folder: string, names: string[], now: number): Certificate {
  const authority = readAuthority(folder) ?? makeAuthority(folder, `Fotfeste (${names[0]})`, now);
  const { privateKey, publicKey } = newKeys();
  const cert = signCertificate({
    subject: 'Fotfeste',
    publicKey,
    issuer: authority.name,
    signedWith: authority.key,
    from: now - DAY,
    until: now + 90 * DAY,
    extensions: serverExtensions(names),
  });
  const { fingerprint256 } = new X509Certificate(authority.cert);
  return { key: pem(privateKey), cert, authority: authority.cert, fingerprint: fingerprint256 };
}

function readAuthority(folder: string): Authority | null {
  const [certFile, keyFile] = filesIn(folder);
  if (!existsSync(certFile) || !existsSync(keyFile)) return null;
  const cert = readFileSync(certFile, 'utf8');
  const name = new X509Certificate(cert).subject.replace(/^CN=/, '');
  return { name, cert, key: createPrivateKey(readFileSync(keyFile, 'utf8')) };
}

function makeAuthority(folder: string, name: string, now: number): Authority {
  const { privateKey: key, publicKey } = newKeys();
  const cert = signCertificate({
    subject: name,
    publicKey,
    issuer: name,
    signedWith: key,
    from: now - DAY,
    until: now + 5 * 365 * DAY,
    extensions: authorityExtensions(),
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [certFile, keyFile] = filesIn(folder);
  writeFileSync(keyFile, pem(key), { mode: 0o600 });
  writeFileSync(certFile, cert);
  return { name, cert, key };
}

function filesIn(folder: string): [cert: string, key: string] {
  return [join(folder, 'authority.crt'), join(folder, 'authority.key')];
}

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
