import { parentPort } from 'node:worker_threads';
import { runRange } from './range.ts';

export interface Job {
  from: number;
  to: number;
  stopAtFirst: boolean;
}

parentPort?.on('message', ({ from, to, stopAtFirst }: Job) => {
  parentPort?.postMessage(runRange(from, to, stopAtFirst));
});
