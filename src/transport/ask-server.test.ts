import { afterEach, describe, expect, test, vi } from 'vitest';
import { transport } from './transport.ts';

const request = { vault: '3f1d1f9e-3a5e-4c0e-8f6e-6f7d7a6f0001', epoch: 0, envelopes: [] };
const answer = { epoch: 0, answers: [], received: 0 };

function serverSays(respond: () => Response | Promise<Response>) {
  const asked = vi.fn(async () => respond());
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the way to the server', () => {
  test('a well-formed answer is believed', async () => {
    serverSays(() => Response.json(answer));
    expect(await transport.send(request)).toEqual(answer);
  });

  test.each([
    [
      'a captive portal that answers 200 with a page',
      () => new Response('<html>Logg inn på nettet</html>', { status: 200 }),
    ],
    ['an answer of another shape', () => Response.json({ ok: true })],
    ['a body cut in the middle', () => new Response('{"epoch":0,"answers":[{"coun', { status: 200 })],
    ['a server in trouble', () => new Response('Internal Server Error', { status: 500 })],
    ['a proxy that refuses in words of its own', () => new Response('Forbidden', { status: 403 })],
    ['no answer at all', () => Promise.reject(new TypeError('fetch failed'))],
  ])('%s is unreachable, never an answer', async (_, respond) => {
    serverSays(respond as () => Response);
    expect(await transport.send(request)).toEqual({ failure: 'unreachable' });
  });

  test.each([
    [401, 'signedOut', 'signedOut'],
    [403, 'notYourVault', 'notYourVault'],
    [404, 'unknownVault', 'unknownVault'],
    [400, 'badRequest', 'refused'],
    [413, 'tooLarge', 'refused'],
  ])('%i %s from the server itself is told as %s', async (status, failure, told) => {
    serverSays(() => Response.json({ failure }, { status }));
    expect(await transport.pull({ vault: request.vault, cursor: null, scopeVersion: 0, staffVersion: null })).toEqual({
      failure: told,
    });
  });

  test('[R8] sending carries no cookie', async () => {
    const asked = serverSays(() => Response.json(answer));
    await transport.send(request);
    expect(asked).toHaveBeenCalledWith('/send', expect.objectContaining({ credentials: 'omit' }));
  });
});
