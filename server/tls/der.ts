/** The few forms of DER (ITU-T X.690) a certificate is written in. */

export function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf(content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.from([content.length]);
  const bytes = unsigned(content.length);
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

function unsigned(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

export const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts);
export const setOf = (...parts: Buffer[]) => tagged(0x31, ...parts);
export const boolean = (value: boolean) => tagged(0x01, Buffer.from([value ? 0xff : 0]));
export const octets = (content: Buffer) => tagged(0x04, content);
export const text = (value: string) => tagged(0x0c, Buffer.from(value, 'utf8'));
/** Wrapped in a tag of the form's own, such as `[0] EXPLICIT`. */
export const explicit = (number: number, content: Buffer) => tagged(0xa0 | number, content);
/** In place of the usual tag, such as `[2] IMPLICIT`. */
export const implicit = (number: number, content: Buffer) => tagged(0x80 | number, content);

/** Read as unsigned, however it begins. */
export function integer(bytes: Buffer): Buffer {
  return tagged(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** `unused` bits at the end are not meant. */
export function bits(content: Buffer, unused = 0): Buffer {
  return tagged(0x03, Buffer.from([unused]), content);
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, ...[first * 40 + second, ...rest].map(base128));
}

function base128(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift(0x80 | (rest & 0x7f));
  return Buffer.from(bytes);
}

/** To the second, in the form certificates use until 2049. */
export function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '');
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`, 'ascii'));
}
