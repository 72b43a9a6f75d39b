import { useSignal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { TextField } from './TextField.tsx';

afterEach(cleanup);

/** A field whose owner shows what it is told, as forms do. */
function show(kind: 'line' | 'prose' | 'day', first = '') {
  const told: string[] = [];
  const Field = () => {
    const value = useSignal(first);
    return (
      <TextField
        label="Felt"
        kind={kind}
        value={value.value}
        onType={(text) => {
          told.push(text);
          value.value = text;
        }}
      />
    );
  };
  render(<Field />);
  return { told, input: screen.getByLabelText<HTMLInputElement>('Felt') };
}

/** What a browser does when a part of the date is deleted: no value, and says that what stands is none. */
function breakDay(input: HTMLInputElement) {
  Object.defineProperty(input, 'validity', { value: { badInput: true }, configurable: true });
  const writes: string[] = [];
  Object.defineProperty(input, 'value', { get: () => '', set: (value) => writes.push(value), configurable: true });
  return writes;
}

test('a half-deleted date is not the same as none, and what is left of it stays in the field', () => {
  const { told, input } = show('day', '2026-12-01');
  const writes = breakDay(input);
  fireEvent.input(input);
  expect(told).toHaveLength(1);
  expect(told[0]).not.toBe('');
  expect(told[0]).not.toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(writes).toEqual([]); // a browser that is given a value empties all parts of the date
});

test('a date half typed, which no input event tells of, is told all the same, once', () => {
  const { told, input } = show('day');
  breakDay(input);
  fireEvent.keyUp(input);
  fireEvent.blur(input);
  expect(told).toHaveLength(1);
  expect(told[0]).not.toBe('');
});

test.each(['line', 'prose'] as const)('a text typed in a %s stands in its own direction', (kind) => {
  expect(show(kind, 'أن أصبح محاسبة').input.dir).toBe('auto');
});

test('leaving a field that has not changed tells nothing', () => {
  const { told, input } = show('day', '2026-12-01');
  fireEvent.blur(input);
  expect(told).toEqual([]);
});
