const AGAIN_AFTER = 60_000;

/**
 * Listens for the server's hint that there is something to pull; the hint holds nothing else. The browser itself tries
 * again when the line breaks; a stream that was refused (signed out, a portal in between) is asked for again each minute.
 * Returns how to stop.
 */
export function listenForPokes(poked: () => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource('/poke');
    source.addEventListener('poke', poked);
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_AFTER);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
