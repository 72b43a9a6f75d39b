import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, boolean, explicit, implicit, integer, objectId, octets, sequence, setOf, text, utcTime } from './der.ts';

const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));
const COMMON_NAME = objectId('2.5.4.3');
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const SERVER_AUTHENTICATION = objectId('1.3.6.1.5.5.7.3.1');

export interface CertificateRequest {
  subject: string;
  publicKey: KeyObject;
  issuer: string;
  /** The issuer's private key, P-256. */
  signedWith: KeyObject;
  from: number;
  until: number;
  extensions: Buffer[];
}

/** An X.509 v3 certificate (RFC 5280), PEM. */
export function signCertificate(asked: CertificateRequest): string {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40; // positive, and never shortened by a leading zero
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    ECDSA_WITH_SHA256,
    commonName(asked.issuer),
    sequence(utcTime(asked.from), utcTime(asked.until)),
    commonName(asked.subject),
    asked.publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...asked.extensions)),
  );
  return pem(sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, asked.signedWith))));
}

/** May sign servers' certificates, and no further authority. */
export function authorityExtensions(): Buffer[] {
  return [
    extension(BASIC_CONSTRAINTS, sequence(boolean(true), integer(Buffer.from([0])))),
    extension(KEY_USAGE, bits(Buffer.from([0b0000_0110]), 1)), // keyCertSign, cRLSign
  ];
}

/** A server reached by these names and addresses. */
export function serverExtensions(names: string[]): Buffer[] {
  return [
    extension(BASIC_CONSTRAINTS, sequence()),
    extension(KEY_USAGE, bits(Buffer.from([0b1000_0000]), 7)), // digitalSignature
    extension(EXTENDED_KEY_USAGE, sequence(SERVER_AUTHENTICATION)),
    extension(SUBJECT_ALTERNATIVE_NAME, sequence(...names.map(alternativeName))),
  ];
}

function extension(id: string, content: Buffer): Buffer {
  const isCritical = id !== SUBJECT_ALTERNATIVE_NAME && id !== EXTENDED_KEY_USAGE;
  return sequence(objectId(id), ...(isCritical ? [boolean(true)] : []), octets(content));
}

function alternativeName(name: string): Buffer {
  return isIP(name) === 4
    ? implicit(7, Buffer.from(name.split('.').map(Number)))
    : implicit(2, Buffer.from(name, 'ascii'));
}

function commonName(name: string): Buffer {
  return sequence(setOf(sequence(COMMON_NAME, text(name))));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
