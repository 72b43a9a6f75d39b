import type { Steps } from '../../src/sync/steps.ts';
import { Activity, type Calls, type Ending } from './activity.ts';

/** A tab or a server process: work that goes on side by side, and dies together. */
export class Process {
  readonly name: string;
  activities: Activity[] = [];
  /** Looks at it after each of its moves. */
  look: () => void = () => {};
  private readonly calls: Calls;

  constructor(name: string, calls: Calls) {
    this.name = name;
    this.calls = calls;
  }

  /** True where it can do nothing before something arrives. */
  get isWaiting(): boolean {
    return this.activities.length > 0 && this.activities.every((activity) => !activity.canGoOn);
  }

  start<Result>(steps: Steps<Result>, onEnd: (ending: { result: Result } | { error: unknown }) => void): void {
    const activity = new Activity(this, this.calls, steps, (ending: Ending) => {
      this.activities = this.activities.filter((one) => one !== activity);
      onEnd(ending as { result: Result } | { error: unknown });
    });
    this.activities.push(activity);
    activity.begin();
  }

  /** Nothing of it ever goes on: not even a `finally` runs. What was stopped is returned, so that it can be counted. */
  kill(): Activity[] {
    const stopped = this.activities;
    this.activities = [];
    return stopped;
  }
}
