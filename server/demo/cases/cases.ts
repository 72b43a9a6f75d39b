import type { Story } from '../story.ts';
import { amina } from './amina.ts';
import { farid } from './farid.ts';
import { grace } from './grace.ts';
import { mykola } from './mykola.ts';
import { nour } from './nour.ts';
import { olena } from './olena.ts';
import { rima } from './rima.ts';
import { selam } from './selam.ts';
import { yusuf } from './yusuf.ts';

/** The nine people of the eight cases that `docs/cases.md` tells of. */
export const cases: readonly Story[] = [olena, yusuf, rima, selam, amina, farid, grace, mykola, nour];
