import { type ReadonlySignal, signal } from '@preact/signals';
import type { ContactFailure } from '../sync/state.ts';

export interface SignOutParts {
  /** Ends the session that the cookie belongs to. */
  endSession(): Promise<object | { failure: ContactFailure }>;
  readOwed(): Promise<boolean>;
  keepOwed(owed: boolean): Promise<void>;
}

/** Leaving the server's session. What the server has not heard of is owed, also after a restart and in other tabs. */
export interface SignOut {
  /** True while someone has signed out here and the server has not heard of it. */
  owed: ReadonlySignal<boolean>;
  /** Resolves when the session is ended, or when it is known that it must be ended later. */
  leave(): Promise<void>;
  /** Ends what is owed, if anything. Nothing may be asked with the cookie before this has given null. */
  settle(): Promise<ContactFailure | null>;
}

export function createSignOut({ endSession, readOwed, keepOwed }: SignOutParts): SignOut {
  const owed = signal(false);
  let underWay: Promise<ContactFailure | null> | null = null;

  // Read each time: another tab may have ended the session, and someone signed in anew.
  async function end(): Promise<ContactFailure | null> {
    if (!(await readOwed())) {
      owed.value = false;
      return null;
    }
    const ended = await endSession();
    owed.value = 'failure' in ended;
    if ('failure' in ended) return ended.failure;
    await keepOwed(false);
    return null;
  }

  const settle = () => {
    underWay ??= end().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  return {
    owed,
    settle,
    async leave() {
      await keepOwed(true);
      await settle();
    },
  };
}
