import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { CustomFetch } from 'openid-client';

/**
 * Asks the identity provider that this very process serves, by whatever name the browser came: the connection goes to
 * `host`, and `authority` vouches for its certificate.
 */
export function fetchFromSelf(host: string, authority: string | null): CustomFetch {
  return (url, { body, headers, method }) => {
    const { protocol, port, pathname, search, host: asked } = new URL(url);
    const request = protocol === 'https:' ? requestHttps : requestHttp;
    const options = {
      host,
      port: port || (protocol === 'https:' ? 443 : 80),
      path: `${pathname}${search}`,
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), host: asked },
      ca: authority ?? undefined,
      agent: false,
    };
    return new Promise<Response>((resolve, reject) => {
      const asking = request(options, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        const hasBody = answer.statusCode !== 204 && answer.statusCode !== 304;
        const content = hasBody ? Buffer.concat(chunks) : null;
        resolve(new Response(content, { status: answer.statusCode, headers: headersOf(answer) }));
      });
      asking.once('error', reject);
      asking.end(body instanceof URLSearchParams ? body.toString() : (body ?? undefined));
    });
  };
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}
