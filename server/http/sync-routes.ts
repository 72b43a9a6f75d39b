import type { Hono } from 'hono';
import { pullRequestSchema } from '../../src/protocol/pull.ts';
import { LONGEST_SEND, sendRequestSchema } from '../../src/protocol/send.ts';
import { answerPull } from '../../src/sync/answer/answer-pull.ts';
import { answerSend } from '../../src/sync/answer/answer-send.ts';
import { drive } from '../../src/sync/steps.ts';
import type { Env, ServerContext } from './context.ts';
import { atMost, fromOurPage, readBody, refuse, signedIn } from './guards.ts';

const LONGEST_PULL = 10_000;

/** Envelopes in, without cookie: whoever carries them, they are their vault's. Records out, only to the vault's own person. */
export function addSyncRoutes(app: Hono<Env>, server: ServerContext): void {
  app.post('/send', atMost(LONGEST_SEND), async (c) => {
    const request = await readBody(c, sendRequestSchema);
    if (!request) return refuse(c, 'badRequest');
    const result = await drive(answerSend(server.ports, request));
    return 'failure' in result ? refuse(c, result.failure) : c.json(result);
  });

  app.post('/pull', atMost(LONGEST_PULL), signedIn(server), fromOurPage, async (c) => {
    const request = await readBody(c, pullRequestSchema);
    if (!request) return refuse(c, 'badRequest');
    const result = await drive(answerPull(server.ports, c.var.session.id, request));
    return 'failure' in result ? refuse(c, result.failure) : c.json(result);
  });
}
