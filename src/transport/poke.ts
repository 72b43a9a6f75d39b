const AGAIN_AFTER = 60_000;

/**
 * Listens for the server's hint that there is something to pull; the hint holds nothing else. The browser itself tries
 * again when the line breaks; a stream that was refused (signed out, a portal in between) is asked for again each minute.
 * Each time the cookie is to be used, `mayAsk` says whether it may. Returns how to stop.
 */
export function listenForPokes(poked: () => void, mayAsk: () => Promise<boolean>): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const later = () => {
    timer = setTimeout(() => void open(), AGAIN_AFTER);
  };
  const open = async () => {
    const may = await mayAsk();
    if (isStopped) return;
    if (!may) return later();
    source = listen();
  };
  const listen = () => {
    const source = new EventSource('/poke');
    source.addEventListener('poke', poked);
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) later();
    });
    return source;
  };
  void open();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
