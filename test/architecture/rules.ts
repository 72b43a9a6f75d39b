import { beside, isWithin, type Room, roomOf, rooms } from './rooms.ts';
import type { Import, Source } from './source.ts';

/** Everything wrong with one file, as sentences; none is what we want. */
export function violations(source: Source): string[] {
  return [
    ...importViolations(source),
    ...shapeViolations(source),
    ...purityViolations(source),
    ...networkViolations(source),
  ];
}

function importViolations(source: Source): string[] {
  const name = roomOf(source.path);
  const room = name === undefined ? undefined : rooms[name];
  if (!room || name === undefined) return [`${source.path} lies in no room`];
  const seen = isTest(source.path) ? [room, beside] : [room];
  return source.imports
    .filter((each) => !isWithin(each.target, name) && !seen.some((one) => allows(one, each)))
    .map((each) => `${source.path} may not import ${each.target}`);
}

function allows(room: Room, { target, isOurs, isType }: Import): boolean {
  if (isOurs) {
    return room.ours.some((name) => isWithin(target, name)) || (isType && within(room.types, target));
  }
  return room.packages.includes('*') || within(room.packages, target);
}

function within(names: string[] | undefined, target: string): boolean {
  return (names ?? []).some((name) => isWithin(target, name));
}

function shapeViolations({ path, exportsDefault, reExports }: Source): string[] {
  return [
    ...(exportsDefault && !path.endsWith('.config.ts') ? [`${path} has a default export`] : []),
    ...reExports.map((target) => `${path} passes on ${target}: import it from where it lies`),
    ...(/(^|\/)(utils?|helpers?|shared|common|index)(\/|\.tsx?$)/.test(path) ? [`${path} is named for nothing`] : []),
  ];
}

const PURE = ['src/domain', 'src/protocol', 'src/sync'];
const IMPURE = /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\w|\())|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.\w+/g;

/** Time, chance and identity come in as arguments. A test may take the clock; what is shipped may not. */
function purityViolations({ path, code }: Source): string[] {
  if (isTest(path) || !within(PURE, path)) return [];
  return [...code.matchAll(IMPURE)].map(([word]) => `${path} asks the world itself: ${word}`);
}

const NETWORK =
  /(?<![.\w])fetch\(|\b(?:globalThis|window|self)\.fetch\b|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew WebSocket\b/g;

/** Only `src/transport` speaks to the network from a device. */
function networkViolations({ path, code }: Source): string[] {
  if (isTest(path) || !within(['src', 'sw'], path) || isWithin(path, 'src/transport')) return [];
  return [...code.matchAll(NETWORK)].map(([word]) => `${path} speaks to the network itself: ${word}`);
}

/** What `test/simulation` declares although the engine it is there to try has it already. */
export function doubledEngine(simulation: Source[], engine: Source[]): string[] {
  const words = new Set(engine.flatMap((source) => [...exportedFunctions(source.code)]));
  return simulation.flatMap(({ path, declares }) =>
    [...declares].filter((name) => words.has(name)).map((name) => `${path} has a ${name} of its own`),
  );
}

function* exportedFunctions(code: string): Generator<string> {
  for (const [, name] of code.matchAll(/\bexport (?:async )?function\s*\*?\s*(\w+)/g)) yield name ?? '';
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
