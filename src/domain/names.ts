/** How a person's names are kept. Many have only one; `familyName` is then empty. */
export interface Names {
  givenNames: string;
  familyName: string;
  /** What the person wants to be called, where that differs. */
  calledName?: string | undefined;
}

/** What the person is called, and the family name where there is one. */
export function displayName({ givenNames, familyName, calledName }: Names): string {
  return [calledName?.trim() || givenNames.trim(), familyName.trim()].filter((part) => part !== '').join(' ');
}

/** Every name the person may be looked up by. */
export function everyName({ givenNames, familyName, calledName }: Names): string {
  return [calledName, givenNames, familyName].filter(Boolean).join(' ');
}
