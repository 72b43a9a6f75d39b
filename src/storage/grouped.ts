/** What belongs together by name, in the order it was met. */
export function grouped<T>(all: Iterable<T>, name: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(name(one));
    if (group) group.push(one);
    else groups.set(name(one), [one]);
  }
  return [...groups.values()];
}
