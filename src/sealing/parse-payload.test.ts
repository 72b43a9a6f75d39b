import { expect, test } from 'vitest';
import { parsePayload } from './parse-payload.ts';

test('nesting deeper than any stack is a reason, never an error', () => {
  expect(parsePayload(`${'['.repeat(90_000)}${']'.repeat(90_000)}`)).toEqual({ reason: 'notText' });
  expect(parsePayload('['.repeat(90_000))).toEqual({ reason: 'malformed' });
});

test('what is not JSON is malformed, and so is JSON that is no change', () => {
  for (const text of ['', '\u0000', '{', 'undefined', '7', '{"kind":"change"}', '{"__proto__":{}}']) {
    expect(parsePayload(text)).toEqual({ reason: 'malformed' });
  }
});
