import { posix } from 'node:path';
import { parseSync } from 'vite';

/** One file as the rules see it: what it imports and exports, and its code without comments. */
export interface Source {
  /** Path from the root of the repository, with forward slashes. */
  path: string;
  imports: Import[];
  exportsDefault: boolean;
  /** Modules this file passes on under its own name. */
  reExports: string[];
  /** Names this file declares at its top. */
  declares: Set<string>;
  /** The text with every comment blanked out. */
  code: string;
}

export interface Import {
  /** As written for a package, from the root for a file of ours. */
  target: string;
  isOurs: boolean;
  isType: boolean;
}

const WORKER_FILE = /\bnew URL\(\s*['"]([^'"]+)['"]\s*,\s*$/;
const DECLARATION = /^(?:export )?(?:async )?(?:function\s*\*?|const|let|class)\s+([A-Za-z_$][\w$]*)/gm;

/** Reads one file; a file that does not parse is an error of its own. */
export function parseSource(path: string, text: string): Source {
  const { module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const code = withoutComments(text, comments);
  const fromStatements = module.staticImports.map(({ moduleRequest, entries }) =>
    importOf(path, moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  const late = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
  );
  const workers = module.importMetas.flatMap(({ start }) => WORKER_FILE.exec(text.slice(0, start))?.[1] ?? []);
  const exported = module.staticExports.flatMap((statement) => statement.entries);
  const reExports = exported.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : []));
  return {
    path,
    imports: [
      ...fromStatements,
      ...[...late, ...workers, ...reExports].map((request) => importOf(path, request, false)),
    ],
    exportsDefault: exported.some(
      (entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default',
    ),
    reExports,
    declares: new Set([...code.matchAll(DECLARATION)].map(([, name]) => name ?? '')),
    code,
  };
}

function importOf(from: string, request: string, isType: boolean): Import {
  const isOurs = request.startsWith('.');
  return { target: isOurs ? posix.join(posix.dirname(from), request) : request, isOurs, isType };
}

function withoutComments(text: string, comments: readonly { start: number; end: number }[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of comments) {
    kept.push(text.slice(at, start));
    at = end;
  }
  return [...kept, text.slice(at)].join(' ');
}
