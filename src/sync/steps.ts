/**
 * Work that waits on ports, written once and driven in two ways: with promises in the app and on the server,
 * and one port call at a time in the simulator, which may stop it for ever between any two.
 */
export type Steps<Result> = Generator<() => unknown, Result, unknown>;

/** What a port may answer: at once in the simulator, later in a browser. */
export type Answer<T> = T | Promise<T>;

/** Calls one port and resumes with its answer: `const rows = yield* ask(() => store.read())`. */
export function* ask<T>(call: () => Answer<T>): Generator<() => unknown, T, unknown> {
  return (yield call) as T;
}

/** Runs the work to its end where ports answer later. What a port throws is thrown inside the work. */
export async function drive<Result>(steps: Steps<Result>): Promise<Result> {
  let next = steps.next();
  while (!next.done) {
    let answer: unknown;
    try {
      answer = await next.value();
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}
