/** The one table of who may import whom. `docs/architecture.md` explains it; this is where it is held. */

export interface Room {
  /** Files of ours it may import: a folder, or a file named without extension. Its own folder goes without saying. */
  ours: string[];
  /** Folders of ours it may import types from, and nothing that is left after compiling. */
  types?: string[];
  /** Packages, with what lies below them. `*` is any. */
  packages: string[];
}

const ZOD = 'zod/mini';
const VIEW = ['preact', '@preact/signals'];

export const rooms: Record<string, Room> = {
  'src/domain': { ours: [], packages: [ZOD] },
  'src/protocol': { ours: ['src/domain'], packages: [ZOD] },
  'src/sync': { ours: ['src/domain', 'src/protocol'], packages: [] },
  'src/sealing': { ours: ['src/domain', 'src/protocol'], types: ['src/sync'], packages: [] },
  'src/vault': { ours: ['src/domain', 'src/sealing', 'src/protocol', 'src/sync'], packages: [ZOD, 'hash-wasm'] },
  'src/storage': { ours: ['src/domain', 'src/protocol', 'src/sync'], packages: [ZOD, 'dexie'] },
  'src/transport': { ours: ['src/domain', 'src/protocol', 'src/sync'], packages: [ZOD] },
  'src/runtime': { ours: ['src/domain', 'src/protocol', 'src/sync'], packages: ['workbox-window', 'idb-keyval'] },
  'src/state': { ours: ['src/domain', 'src/sync'], types: ['src/protocol'], packages: ['@preact/signals', 'diff'] },
  'src/i18n': { ours: ['src/domain'], packages: ['@preact/signals'] },
  'src/ui': { ours: ['src/i18n'], packages: [...VIEW, '@digdir/designsystemet-css', '@fontsource-variable'] },
  'src/features': { ours: ['src/domain', 'src/state', 'src/i18n', 'src/ui'], packages: [...VIEW, 'preact-iso'] },
  'src/main.tsx': { ours: ['src'], packages: ['*'] },
  'src/device.ts': { ours: ['src'], packages: [] },
  sw: {
    ours: ['src/protocol', 'src/transport', 'src/storage/outbox'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
  },
  server: { ours: ['src/domain', 'src/protocol', 'src/sync', 'src/sealing'], packages: ['*'] },
  'test/simulation': { ours: ['src/domain', 'src/protocol', 'src/sync', 'test'], packages: ['*'] },
  'test/contracts': { ours: ['src/domain', 'src/protocol', 'src/sync', 'src/sealing'], packages: ['vitest'] },
  test: { ours: ['src', 'sw', 'server', 'scripts', 'vite.config', 'docs'], packages: ['*'] },
  scripts: { ours: ['vite.config', 'test/browser'], packages: ['*'] },
};

/** A test beside its file sees what that file may see, the suites it takes part in, and any tool. */
export const beside: Room = { ours: ['test'], packages: ['*'] };

/** The room a file lies in: the longest name in the table that holds it. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((name) => isWithin(path, name))
    .sort((a, b) => b.length - a.length)[0];
}

/** True for the file itself, with or without extension, and for all that lies below a folder. */
export function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`) || path.replace(/\.tsx?$/, '') === name;
}
