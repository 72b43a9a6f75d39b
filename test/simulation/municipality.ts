import type { Id } from '../../src/domain/record.ts';
import type { PullRequest } from '../../src/protocol/pull.ts';
import type { SendRequest } from '../../src/protocol/send.ts';
import { answerPull, type PullResult } from '../../src/sync/answer/answer-pull.ts';
import { answerSend, type SendResult } from '../../src/sync/answer/answer-send.ts';
import type { ServerPorts } from '../../src/sync/server-ports.ts';
import type { Calls } from './activity.ts';
import { MapDatabase } from './map-database.ts';
import { MapFeed } from './map-feed.ts';
import { MapLog } from './map-log.ts';
import { MarkerOpener } from './marker-sealing.ts';
import { Process } from './process.ts';
import { watched } from './watched.ts';

/** The server: a process that may die at any port call, before a database that keeps what was committed. */
export class Municipality {
  readonly database = new MapDatabase();
  readonly process: Process;
  private readonly ports: ServerPorts;
  private readonly asking = new Set<() => void>();

  constructor(calls: Calls, key: Id, pageSize: number, now: () => number) {
    this.process = new Process('server', calls);
    this.ports = {
      log: watched(new MapLog(this.database, (transaction) => watched(transaction, calls)), calls),
      feed: watched(new MapFeed(this.database, key), calls),
      opener: watched(new MarkerOpener(key), calls),
      now,
      pageSize,
    };
  }

  /** Takes one send, whoever carries it. `broken` is called where the process dies before it has answered. */
  send(request: SendRequest, reply: (result: SendResult) => void, broken: () => void): void {
    this.process.start(answerSend(this.ports, request), this.answering(reply, broken));
  }

  /** Takes one pull under the cookie of the person signed in, if anyone is. */
  pull(person: Id | null, request: PullRequest, reply: (result: PullResult) => void, broken: () => void): void {
    if (person === null) reply({ failure: 'signedOut' });
    else this.process.start(answerPull(this.ports, person, request), this.answering(reply, broken));
  }

  /** The process dies and is started again. What it had not committed is gone, and nobody is answered. */
  crash() {
    const stopped = this.process.kill();
    this.database.closeConnections();
    for (const broken of this.asking) broken();
    this.asking.clear();
    return stopped;
  }

  private answering<Result>(reply: (result: Result) => void, broken: () => void) {
    this.asking.add(broken);
    return (ending: { result: Result } | { error: unknown }) => {
      this.asking.delete(broken);
      if ('error' in ending) throw ending.error;
      reply(ending.result);
    };
  }
}
