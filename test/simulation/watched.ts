import type { Calls } from './activity.ts';

type Method = (...parts: unknown[]) => unknown;
type Saw = (call: string, parts: unknown[], answer: unknown) => void;

/** The same port, with each call named as it is made, and shown to `saw` with what it was given and answered. */
export function watched<Port extends object>(port: Port, calls: Calls, saw: Saw = () => {}): Port {
  const watching: Record<string, Method> = {};
  for (const name of methodsOf(Object.getPrototypeOf(port))) {
    const method = (port as Record<string, unknown>)[name] as Method;
    watching[name] = (...parts) => {
      calls.latest = name;
      const answer = method.apply(port, parts);
      saw(name, parts, answer);
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
