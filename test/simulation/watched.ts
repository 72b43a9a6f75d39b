import type { Calls } from './activity.ts';

type Method = (first?: unknown, second?: unknown) => unknown;
type Saw = (call: string, answer: unknown, first: unknown, second: unknown) => void;

/** The same port, with each call named as it is made, and shown to `saw` with what it answered and was given. */
export function watched<Port extends object>(port: Port, calls: Calls, saw?: Saw): Port {
  const watching: Record<string, Method> = {};
  for (const name of methodsOf(Object.getPrototypeOf(port))) {
    const method = (port as Record<string, unknown>)[name] as Method;
    watching[name] = (first, second) => {
      calls.latest = name;
      const answer = method.call(port, first, second);
      saw?.(name, answer, first, second);
      return answer;
    };
  }
  return watching as Port;
}

const known = new Map<object, string[]>();

function methodsOf(prototype: object): string[] {
  const names = known.get(prototype) ?? Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  known.set(prototype, names);
  return names;
}
