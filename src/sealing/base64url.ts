const CHUNK = 8_190; // a multiple of three, and few enough for one call's arguments

/** Bytes as base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes, or null where the text is not the one spelling `toBase64url` gives them. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return isCanonical(text, bytes) ? bytes : null;
}

/** The last character may carry bits that no byte uses; two texts for the same bytes would be a flipped bit unseen. */
function isCanonical(text: string, bytes: Uint8Array): boolean {
  const tail = bytes.length - (bytes.length % 3);
  return toBase64url(bytes.subarray(tail)) === text.slice((tail / 3) * 4);
}
