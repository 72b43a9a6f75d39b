import { expect, test } from 'vitest';
import { pathTo, routeOf } from './route.ts';

const at = (path: string) => {
  const url = new URL(path, 'http://x');
  return routeOf(url.pathname, Object.fromEntries(url.searchParams));
};

test('every path leads where it says', () => {
  expect(at('/')).toEqual({ at: 'people' });
  expect(at(pathTo.people())).toEqual({ at: 'people' });
  expect(at(pathTo.sending())).toEqual({ at: 'sending' });
  expect(at(pathTo.plan('a'))).toEqual({ at: 'person', id: 'a', tab: 'plan', measure: null });
  expect(at(pathTo.log('a'))).toEqual({ at: 'person', id: 'a', tab: 'log' });
  expect(at(pathTo.measure('a', 'm'))).toMatchObject({ tab: 'plan', measure: { id: 'm', newIn: null } });
  expect(at(pathTo.newMeasure('a', 'm', 'work', 'g'))).toMatchObject({
    measure: { id: 'm', newIn: { area: 'work', goal: 'g' } },
  });
});

test.each([
  '/annet',
  '/sending/x',
  '/personer/a/b',
  '/personer/a/logg/x',
  '/personer/a/tiltak',
  '/personer/a/tiltak/m/x',
])('%s leads nowhere', (path) => {
  expect(at(path)).toEqual({ at: 'unknown' });
});
