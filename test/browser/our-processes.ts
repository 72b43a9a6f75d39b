/** Processes we have started, by what ends them. None outlives us, however we end, short of SIGKILL. */
const endings = new Set<() => void>();

/** Runs `end` when our own process ends, unless it has been told before that the other has ended by itself. */
export function endsWithUs(end: () => void): { hasEnded(): void } {
  listen();
  endings.add(end);
  return { hasEnded: () => void endings.delete(end) };
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.once('exit', () => {
    for (const end of endings) end();
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
