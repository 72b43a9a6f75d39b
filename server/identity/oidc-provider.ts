import type { IncomingMessage, ServerResponse } from 'node:http';
// @ts-expect-error: the package brings no types; what the demo uses of it is said below
import Untyped from 'oidc-provider';

export interface OidcProvider {
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Rejects where the browser has no sign-in under way. */
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ uid: string }>;
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: { login: { accountId: string; remember: boolean } },
  ): Promise<void>;
}

interface Grant {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
}

export interface GrantContext {
  oidc: {
    client: { clientId: string };
    session: { accountId: string };
    provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant };
  };
}

export const Provider = Untyped as new (issuer: string, configuration: Record<string, unknown>) => OidcProvider;
