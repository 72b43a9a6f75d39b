/** WebCrypto's key under the one name a browser and Node agree on: Node 20 has the object but no global type for it. */
export type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
