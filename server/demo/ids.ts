/** Four words of well-mixed hash of a text: chance that is the same every time it is asked. */
export function hash(text: string): [number, number, number, number] {
  const words: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    for (let i = 0; i < 4; i++) words[i] = mix((words[i] as number) ^ code, 597399067 + 2 * i * 0x9e3779b);
  }
  for (let i = 0; i < 8; i++) words[i % 4] = mix((words[i % 4] as number) ^ (words[(i + 3) % 4] as number), 2654435769);
  return words;
}

function mix(word: number, factor: number): number {
  const product = Math.imul(word ^ (word >>> 15), factor);
  return (product ^ (product >>> 13)) >>> 0;
}

/** The id of what is called by this name: shaped like a random UUID, and the same at every start. */
export function demoId(name: string): string {
  const hex = hash(name)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Draws that follow from a name: the same name gives the same draws in the same order. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  upTo(below: number): number;
  /** A whole number from `least` to `most`, both included. */
  from(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** Some of them, each once, in a new order. */
  some<T>(list: readonly T[], count: number): T[];
}

export function chanceOf(name: string): Chance {
  let draws = 0;
  const upTo = (below: number): number => hash(`${name}#${draws++}`)[3] % below;
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  return {
    upTo,
    from: (least, most) => least + upTo(most - least + 1),
    pick,
    some: (list, count) => {
      const left = [...list];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(upTo(left.length), 1)[0]!);
    },
  };
}
