import { openCamera } from './camera.ts';
import { screens } from './screens.ts';
import { setStage } from './stage.ts';

/** Pictures of every screen of the built app, driven in a real browser against the real server with demo data. `-- plan log` takes only those. */

const [, , ...wanted] = process.argv;
const camera = await openCamera('shots');
const stage = await setStage();
try {
  for (const { name, full, empty, offline, error, also } of screens) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const [state, show] of Object.entries({ full, empty, offline, error, ...also })) {
      const { page } = await show(stage);
      await camera.take(page, name, state);
      console.log(`${name}: ${state}`);
    }
  }
} finally {
  await stage.strike();
}
const { screens: seen, shots } = camera.taken();
console.log(`screens ${seen} shots ${shots}`);
