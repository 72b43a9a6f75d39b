import { StoreFailure } from '../sync/ports.ts';

const KINDS: Record<string, StoreFailure['kind'] | 'lost'> = {
  QuotaExceededError: 'full',
  AbortError: 'aborted',
  PrematureCommitError: 'aborted',
  TimeoutError: 'aborted',
  VersionError: 'newerFormat',
  MissingAPIError: 'missing',
  DatabaseClosedError: 'lost',
  InvalidStateError: 'lost',
  OpenFailedError: 'lost',
  TransactionInactiveError: 'lost',
  UnknownError: 'lost', // WebKit's 'Connection to Indexed Database server lost'
};

/**
 * What the store could not do, or 'lost' where a new connection may help; null for what is a bug.
 * The fullest disk is told as an abort whose cause is the quota, so causes are asked first.
 */
export function failureOf(error: unknown): StoreFailure | 'lost' | null {
  if (error instanceof StoreFailure) return error;
  const kinds = names(error).map((name) => KINDS[name]);
  const kind = kinds.find((each) => each === 'full') ?? kinds.find((each) => each !== undefined);
  if (kind === undefined) return null;
  return kind === 'lost' ? 'lost' : new StoreFailure(kind);
}

/** Names of an error and of what caused it, outermost first. */
function names(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner, failures } = error as { name?: string; inner?: unknown; failures?: unknown[] };
  return [...(name ? [name] : []), ...names(inner), ...(failures ?? []).flatMap(names)];
}
