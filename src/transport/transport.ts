import { pullAnswerSchema } from '../protocol/pull.ts';
import { sendAnswerSchema } from '../protocol/send.ts';
import type { Transport } from '../sync/ports.ts';
import { askServer } from './ask-server.ts';

/** The engine's way to the server. Sending carries no cookie: the envelopes say themselves whose they are. */
export const transport = {
  send: (request) =>
    askServer({ method: 'POST', path: '/send', body: request, signedIn: false, answer: sendAnswerSchema }),
  pull: (request) =>
    askServer({ method: 'POST', path: '/pull', body: request, signedIn: true, answer: pullAnswerSchema }),
} satisfies Transport;
