import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Member } from '../administration/administer.ts';
import { DemoMemory } from './demo-memory.ts';
import { demoPage } from './demo-page.ts';
import { type GrantContext, type OidcProvider, Provider } from './oidc-provider.ts';

const CLIENT = 'fotfeste';

/** An identity provider for made-up staff: a click on a name signs in. Mounted under `/idp`, one per origin. */
export interface DemoProvider {
  clientId: string;
  clientSecret: string;
  /** True where the request was the provider's, and is answered. */
  handle(request: IncomingMessage, response: ServerResponse, origin: string): boolean;
}

const MINUTE = 60;

const INTERACTION = /^\/idp\/interaction\/([\w-]{10,60})(\/login)?$/;

export function createDemoProvider(staff: readonly Member[]): DemoProvider {
  const clientSecret = randomBytes(32).toString('base64url');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secrets = {
    clientSecret,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'demo' }] },
    cookieKey: randomBytes(32).toString('base64url'),
  };
  const providers = new Map<string, OidcProvider>();

  function providerOf(origin: string): OidcProvider {
    const provider = providers.get(origin) ?? createProvider(origin, staff, secrets);
    providers.set(origin, provider);
    return provider;
  }

  return {
    clientId: CLIENT,
    clientSecret,
    handle(request, response, origin) {
      const path = request.url?.split('?')[0] ?? '';
      if (path !== '/idp' && !path.startsWith('/idp/')) return false;
      const provider = providerOf(origin);
      const interaction = INTERACTION.exec(path);
      const answered = interaction
        ? interact(provider, staff, request, response, interaction[2] !== undefined)
        : passOn(provider, request, response);
      answered.catch(() => finish(response, 400, demoPage(staff, null)));
      return true;
    },
  };
}

function createProvider(
  origin: string,
  staff: readonly Member[],
  { clientSecret, jwks, cookieKey }: { clientSecret: string; jwks: unknown; cookieKey: string },
): OidcProvider {
  return new Provider(`${origin}/idp`, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${origin}/auth/callback`],
      },
    ],
    adapter: DemoMemory,
    ttl: {
      AccessToken: MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: MINUTE,
      Grant: 10 * MINUTE,
      Interaction: 10 * MINUTE,
      Session: 10 * MINUTE,
    },
    jwks,
    cookies: { keys: [cookieKey] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/idp/interaction/${uid}` },
    findAccount: (_: unknown, id: string) =>
      staff.some((member) => member.subject === id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    // Nobody is asked what the municipality's own app may know of them.
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (ctx: { type: string; body: string }) => {
      ctx.type = 'html';
      ctx.body = demoPage(staff, null);
    },
  });
}

/**
 * The provider believes it stands at the root; it finds out where it is mounted from the original address. It is never
 * shown its own session, so that nobody is signed in for the one before and nobody asked whether to sign the other out.
 */
function passOn(provider: OidcProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const cookies = request.headers.cookie?.split('; ').filter((cookie) => !cookie.startsWith('_session'));
  request.headers.cookie = cookies?.join('; ');
  Object.assign(request, { originalUrl: request.url, url: request.url?.slice('/idp'.length) || '/' });
  return provider.callback()(request, response);
}

async function interact(
  provider: OidcProvider,
  staff: readonly Member[],
  request: IncomingMessage,
  response: ServerResponse,
  isLogin: boolean,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const subject = isLogin && request.method === 'POST' ? await chosen(request) : null;
  const member = staff.find((one) => one.subject === subject);
  if (!member) return finish(response, 200, demoPage(staff, uid));
  await provider.interactionFinished(request, response, { login: { accountId: member.subject, remember: false } });
}

async function chosen(request: IncomingMessage): Promise<string | null> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 1_000) return null;
  }
  return new URLSearchParams(body).get('subject');
}

function finish(response: ServerResponse, status: number, content: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(String(content));
}
