/** Listens for the server's hint that there is something to pull. The hint holds nothing else. Returns how to stop. */
export function listenForPokes(poked: () => void): () => void {
  const source = new EventSource('/poke');
  source.addEventListener('poke', poked);
  return () => source.close();
}
