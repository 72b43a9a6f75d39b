import type { ContactFailure } from '../sync/state.ts';
import type { Tab } from '../sync/tab.ts';
import type { SyncStatus } from './model.ts';

/** The two facts of the pill: what is on its way, and how fresh what is shown is. */
export function statusOf({ state, quarantined }: Tab, online: boolean): SyncStatus {
  const waiting = state.pending.filter((one) => one.outcome === null);
  return {
    waiting: waiting.length,
    oldestWaiting: waiting[0]?.claimedAt ?? null,
    sending: state.sending,
    pulling: state.pulling,
    online,
    sendProblem: sendProblem(state.sendFailure),
    pullProblem: pullProblem(state.pullFailure),
    freshAt: state.head.freshAt,
    quarantined: [...quarantined.values()],
  };
}

/** Sending needs no sign-in, so what stands in its way is the network or a refusal. */
function sendProblem(failure: ContactFailure | null): SyncStatus['sendProblem'] {
  if (failure === null || failure === 'offline' || failure === 'unreachable') return failure;
  return 'refused';
}

function pullProblem(failure: ContactFailure | null): SyncStatus['pullProblem'] {
  switch (failure) {
    case 'notYourVault':
      return 'otherPerson';
    case 'unknownVault':
      return 'refused';
    default:
      return failure;
  }
}
