import type { Manifest } from 'vite';

/** What the page fetches before the unlocked list is on screen. */
export interface Shell {
  scripts: string[];
  styles: string[];
}

/**
 * Modules that are fetched only later, with the reason. Everything else that is built counts as shell, so that a new
 * chunk is counted until someone has looked at it.
 */
export const fetchedLater: Record<string, string> = {
  'src/i18n/en.ts': 'instead of Norwegian, when chosen',
  'src/vault/create-vault.ts': 'only making a passphrase needs it',
  'src/vault/unlock.ts': 'only using a passphrase needs it',
  'src/vault/derive-in-worker.ts': 'only making or using a passphrase needs it',
};

/** Scripts outside the manifest: workers and the service worker, by the start of their name, with the reason. */
export const besideThePage: Record<string, string> = {
  'argon2-worker': 'only making or using a passphrase needs it',
  'service-worker': 'not the page',
};

/** Follows the built page from its entry through every import, at once or later, but for the reviewed list. */
export function shellOf(manifest: Manifest, later: string[] = Object.keys(fetchedLater)): Shell {
  const seen = new Set<string>();
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const follow = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name) || later.includes(name)) return;
    seen.add(name);
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) follow(next);
  };
  for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry) follow(name);
  return { scripts: [...scripts], styles: [...styles] };
}

/** Built scripts and styles that nobody has accounted for: neither in the manifest nor on a reviewed list. */
export function unaccounted(
  manifest: Manifest,
  built: string[],
  beside: string[] = Object.keys(besideThePage),
): string[] {
  const known = new Set(Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])]));
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return built.filter((path) => !known.has(path) && !beside.some((start) => nameOf(path).startsWith(start)));
}
