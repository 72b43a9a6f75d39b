import * as z from 'zod/mini';
import {
  type RegisterVault,
  type Session,
  sessionSchema,
  type VaultRegistered,
  vaultRegisteredSchema,
} from '../protocol/session.ts';
import type { ContactFailure } from '../sync/state.ts';
import { askServer } from './ask-server.ts';

type Answered<T> = Promise<T | { failure: ContactFailure }>;

/** Who the cookie belongs to, what the municipality is called, and in demo what day it is. */
export function readSession(): Answered<Session> {
  return askServer({ method: 'GET', path: '/session', signedIn: true, answer: sessionSchema });
}

/** Makes the vault exist at the municipality. Asking again with the same vault and key is answered the same. */
export function registerVault(request: RegisterVault): Answered<VaultRegistered> {
  return askServer({ method: 'POST', path: '/vaults', body: request, signedIn: true, answer: vaultRegisteredSchema });
}

/** Ends the server's session. What is on the device stays there, locked. */
export function signOut(): Answered<object> {
  return askServer({ method: 'POST', path: '/auth/sign-out', body: {}, signedIn: true, answer: z.object({}) });
}

/** Where the browser goes to sign in; the identity provider sends it back to `path`. */
export function signInAddress(path: string): string {
  return `/auth/login?to=${encodeURIComponent(path)}`;
}
