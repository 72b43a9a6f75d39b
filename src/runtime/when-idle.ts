const FIRST = 15_000;
const AGAIN = 10 * 60_000;

/**
 * Does one small piece of housekeeping after the other while nobody needs the device, until there is none left, and looks again
 * later. `work` says whether it did something. Returns how to stop.
 */
export function whenIdle(work: () => Promise<boolean>): () => void {
  let isStopped = false;
  let timer = setTimeout(look, FIRST);
  function look(): void {
    const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
    idle(async () => {
      while (!isStopped && (await work()));
      if (!isStopped) timer = setTimeout(look, AGAIN);
    });
  }
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
