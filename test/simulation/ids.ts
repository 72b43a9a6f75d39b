import type { Id } from '../../src/domain/record.ts';
import { Random } from './random.ts';

const made: Id[] = [];
const chance = new Random(0);

/** Gives out ids that look random and are the same in every run; made once and shared by all schedules. */
export class Ids {
  private given = 0;

  next(): Id {
    const place = this.given++;
    while (made.length <= place) made.push(uuid());
    return made[place] as Id;
  }
}

function uuid(): Id {
  const digits = Array.from({ length: 30 }, () => chance.below(16).toString(16)).join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(12, 15)}`,
    `a${digits.slice(15, 18)}`,
    digits.slice(18),
  ].join('-');
}
