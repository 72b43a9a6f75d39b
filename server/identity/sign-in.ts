import * as client from 'openid-client';
import * as z from 'zod';

/** What must be remembered in the browser between leaving for the identity provider and coming back. */
export const pendingSignInSchema = z.object({
  state: z.string().min(20),
  nonce: z.string().min(20),
  verifier: z.string().min(43),
  to: z.string().startsWith('/'),
});
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

/** OpenID Connect, by authorization code and PKCE. The demo's own provider and a municipality's go through the same lines. */
export interface SignIn {
  begin(origin: string): Promise<{ url: URL; pending: Omit<PendingSignIn, 'to'> } | 'unreachable'>;
  /** What the provider calls the person, or 'failed' for anything that is not its own proof of who they are. */
  finish(origin: string, search: string, pending: PendingSignIn): Promise<string | 'failed'>;
}

export interface SignInOptions {
  /** The provider for people who came to `origin`. */
  issuer(origin: string): URL;
  clientId: string;
  clientSecret: string;
  /** Set where the provider's certificate is vouched for by nobody the machine knows. */
  fetch?: client.CustomFetch;
}

export function createSignIn(options: SignInOptions): SignIn {
  const discovered = new Map<string, Promise<client.Configuration>>();

  function configuration(origin: string): Promise<client.Configuration> {
    const issuer = options.issuer(origin);
    const found = discovered.get(issuer.href) ?? discover(issuer, options);
    discovered.set(issuer.href, found);
    found.catch(() => discovered.delete(issuer.href));
    return found;
  }

  return {
    async begin(origin) {
      const configured = await configuration(origin).catch(() => null);
      if (!configured) return 'unreachable';
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(configured, {
        redirect_uri: callback(origin),
        scope: 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        prompt: 'login', // on a shared tablet the last one's sign-in must not become the next one's
      });
      return { url, pending };
    },
    async finish(origin, search, { state, nonce, verifier }) {
      try {
        const checks = {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        };
        const url = new URL(`${callback(origin)}${search}`);
        const tokens = await client.authorizationCodeGrant(await configuration(origin), url, checks);
        return tokens.claims()?.sub ?? 'failed';
      } catch {
        return 'failed';
      }
    },
  };
}

function callback(origin: string): string {
  return `${origin}/auth/callback`;
}

function discover(issuer: URL, { clientId, clientSecret, fetch }: SignInOptions): Promise<client.Configuration> {
  // Plain http is for a provider on this very machine; any other was refused at start.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client.discovery(issuer, clientId, clientSecret, undefined, {
    execute,
    ...(fetch && { [client.customFetch]: fetch }),
  });
}
