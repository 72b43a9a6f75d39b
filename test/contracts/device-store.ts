import { beforeEach, describe, expect, test } from 'vitest';
import type { Compartment, Id, Rec } from '../../src/domain/record.ts';
import type { Envelope, Payload } from '../../src/protocol/envelope.ts';
import type { PullAnswer, Quarantined } from '../../src/protocol/pull.ts';
import type { Contents, DeviceStore, SealedAppend } from '../../src/sync/ports.ts';
import { EMPTY_HEAD, type Head } from '../../src/sync/state.ts';
import type { Answer } from '../../src/sync/steps.ts';

/** A device on which a vault has just been made. Every `open` is one more tab over the same data. */
export interface Device {
  vault: Id;
  open(): Answer<DeviceStore>;
}

export const id = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A confirmed record at `seq`, whose one field holds `text`. */
export function record(number: number, seq: number, text = `tekst ${seq}`, compartment: Compartment = 'plan'): Rec {
  const field = { value: text, by: id(900), at: 0, names: [id(seq)], ahead: [], waiting: [] };
  return { id: id(number), file: id(100 + (number % 2)), compartment, type: 'goal', fields: { text: field }, seq };
}

export function payload(number: number, text = `endring ${number}`): Payload {
  const at = { id: id(number), file: id(101), compartment: 'plan', type: 'goal' } as const;
  const fields = { text: { value: text, saw: [], settles: [] } };
  return {
    version: 1,
    kind: 'change',
    claimedAt: 1_000 + number,
    change: { id: id(500 + number), record: at, creates: true, fields },
  };
}

export function envelope(vault: Id, counter: number): Envelope {
  const header = { vault, counter, previous: `p${counter}`, payloadHash: `h${counter}` };
  return { header, key: { id: id(700), ephemeral: 'E' }, ciphertext: `c${counter}`, signature: `s${counter}` };
}

export function quarantined(vault: Id, counter: number, seq: number): Quarantined {
  return { seq, vault, counter, reason: 'invalid', change: payload(counter).change, receivedAt: 5 };
}

/** One version on from `head`, with nothing in it but what is given. */
export function appendTo(head: Head, content: Partial<SealedAppend> = {}, changed: Partial<Head> = {}): SealedAppend {
  return {
    expected: head.version,
    head: { ...head, ...changed, version: head.version + 1 },
    outbox: [],
    envelopes: [],
    records: [],
    quarantined: [],
    staff: null,
    batch: null,
    forget: 0,
    drafts: [],
    durability: 'relaxed',
    ...content,
  };
}

/** The append of one action that saves the changes with these counters. */
export function edits(vault: Id, head: Head, ...counters: number[]): SealedAppend {
  const outbox = counters.map((counter) => ({ counter, payload: payload(counter) }));
  const envelopes = outbox.map((row) => ({ ...row, envelope: envelope(vault, row.counter) }));
  return appendTo(
    head,
    { outbox, envelopes, durability: 'strict' },
    { counter: counters.at(-1)!, chain: `h${counters.at(-1)}` },
  );
}

export function page(records: Rec[], more: Partial<PullAnswer> = {}): PullAnswer {
  return {
    epoch: 1,
    cursor: 'etter',
    scopeVersion: 0,
    atHead: false,
    records,
    quarantined: [],
    received: 0,
    forget: 0,
    municipalityKey: { id: id(700), publicKey: 'K' },
    ...more,
  };
}

/** What every device store promises the engine. `make` gives a new device each time. */
export function describeDeviceStore(name: string, make: () => Answer<Device>): void {
  describe(`${name} as a device store`, () => {
    let device: Device;
    let store: DeviceStore;
    let otherTab: DeviceStore;
    let vault: Id;

    beforeEach(async () => {
      device = await make();
      store = await device.open();
      otherTab = await device.open();
      vault = device.vault;
    });

    const counters = (rows: { counter: number }[]) => rows.map((row) => row.counter);
    const sorted = <T extends { seq: number }>(all: T[]) => [...all].sort((a, b) => a.seq - b.seq);
    const seqs = (contents: { records: Rec[] }) => sorted(contents.records).map((one) => one.seq);
    const add = async (make: (head: Head) => SealedAppend) => {
      const { head } = await store.read();
      const append = make(head);
      expect(await store.append(append)).toBe('appended');
      return append.head;
    };

    test('a new vault holds nothing', async () => {
      const nothing: Contents = { head: EMPTY_HEAD, pending: [], records: [], quarantined: [], staff: null };
      expect(await store.read()).toEqual(nothing);
      expect(await store.since(0)).toEqual(nothing);
      expect(await store.envelopes(1, 10)).toEqual([]);
    });

    test('what was appended is there, whole, in every tab and after opening again', async () => {
      const head = await add((held) => edits(vault, held, 1, 2));
      for (const tab of [store, otherTab, await device.open()]) {
        const contents = await tab.read();
        expect(contents.head).toEqual(head);
        expect(contents.pending).toEqual(
          [1, 2].map((counter) => ({
            counter,
            change: payload(counter).change,
            claimedAt: payload(counter).claimedAt,
            outcome: null,
          })),
        );
        expect(await tab.envelopes(1, 10)).toEqual([envelope(vault, 1), envelope(vault, 2)]);
      }
    });

    test('[R6] an append decided on another version writes nothing at all', async () => {
      await add((held) => edits(vault, held, 1));
      const before = await store.read();
      const stale = {
        ...edits(vault, EMPTY_HEAD, 2),
        records: [record(1, 9)],
        quarantined: [quarantined(vault, 1, 9)],
        forget: 1,
      };

      expect(await otherTab.append(stale)).toBe('stale');
      expect(await store.read()).toEqual(before);
      expect(counters((await store.envelopes(1, 10)).map((each) => each.header))).toEqual([1]);
    });

    test('[R6] of two tabs that decide on the same version, one is first', async () => {
      const { head } = await store.read();
      const results = await Promise.all([store.append(edits(vault, head, 1)), otherTab.append(edits(vault, head, 1))]);
      expect(results.sort()).toEqual(['appended', 'stale']);
      expect(counters((await store.read()).pending)).toEqual([1]);
    });

    test('of each record the copy with the higher seq stands, whatever order they came in', async () => {
      await add((head) => appendTo(head, { records: [record(1, 5), record(2, 3)] }));
      await add((head) => appendTo(head, { records: [record(1, 4), record(2, 6), record(3, 2)] }));

      const { records } = await store.read();
      expect(sorted(records)).toEqual([record(3, 2), record(1, 5), record(2, 6)]);
    });

    test('the same change of the quarantine stands once, the directory as it last came', async () => {
      const staff = (version: string) => ({
        version,
        members: [{ id: id(900), name: 'Ola', role: 'teacher' as const }],
      });
      await add((head) => appendTo(head, { quarantined: [quarantined(vault, 1, 4)], staff: staff('a') }));
      await add((head) => appendTo(head, { quarantined: [quarantined(vault, 1, 7), quarantined(vault, 2, 6)] }));
      await add((head) => appendTo(head, { staff: staff('b') }));

      const contents = await store.read();
      expect(sorted(contents.quarantined)).toEqual([quarantined(vault, 2, 6), quarantined(vault, 1, 7)]);
      expect(contents.staff).toEqual(staff('b'));
    });

    test('another tab reads what came after its version and nothing from before', async () => {
      const first = await add((head) => ({ ...edits(vault, head, 1), records: [record(1, 1)] }));
      const second = await add((head) => ({ ...edits(vault, head, 2), records: [record(2, 2)] }));

      const news = await otherTab.since(first.version);
      expect(news.head).toEqual(second);
      expect(counters(news.pending)).toEqual([2]);
      expect(seqs(news)).toEqual([2]);
      expect(await otherTab.since(second.version)).toEqual({
        head: second,
        pending: [],
        records: [],
        quarantined: [],
        staff: null,
      });
    });

    test('outcomes are set without touching head, and told whatever the version', async () => {
      const head = await add((held) => edits(vault, held, 1, 2, 3));
      await otherTab.markAnswered([
        { counter: 1, outcome: 'applied' },
        { counter: 3, outcome: 'waiting' },
        { counter: 99, outcome: 'applied' },
      ]);

      const news = await store.since(head.version);
      expect(news.head).toEqual(head);
      expect(news.pending.map(({ counter, outcome }) => [counter, outcome])).toEqual([
        [1, 'applied'],
        [3, 'waiting'],
      ]);
      const { pending } = await store.read();
      expect(pending.map((one) => one.outcome)).toEqual(['applied', null, 'waiting']);
      expect(counters((await store.envelopes(1, 10)).map((each) => each.header))).toEqual([1, 2, 3]);
    });

    test('envelopes come in counter order from where one asks, and no more than one asks for', async () => {
      await add((head) => edits(vault, head, 1, 2, 3, 4));
      await add((head) => edits(vault, head, 5));
      const numbers = async (from: number, most: number) =>
        counters((await store.envelopes(from, most)).map((each) => each.header));
      expect(await numbers(1, 3)).toEqual([1, 2, 3]);
      expect(await numbers(3, 100)).toEqual([3, 4, 5]);
      expect(await numbers(6, 100)).toEqual([]);
    });

    test('[R5] what the municipality has received is pending no more; its envelope is kept until it may go', async () => {
      await add((head) => edits(vault, head, 1, 2, 3));
      await add((head) => appendTo(head, {}, { received: 2 }));
      const { head, pending } = await store.read();
      expect(counters(pending.filter((one) => one.counter > head.received))).toEqual([3]);
      expect(await store.envelopes(1, 10)).toHaveLength(3);

      await add((held) => appendTo(held, { forget: 1 }));
      expect(counters((await store.envelopes(1, 10)).map((each) => each.header))).toEqual([2, 3]);
    });

    test('[R10] pages of a pull are unseen until head names them, and then seen together with the last', async () => {
      const start = await add((head) => appendTo(head, { records: [record(1, 1)] }));
      const staff = { version: 'v', members: [] };
      await store.storePage({ id: id(800), pages: 0 }, page([record(2, 2), record(1, 3)], { staff }));
      await store.storePage({ id: id(800), pages: 1 }, page([], { quarantined: [quarantined(vault, 1, 4)] }));
      expect(seqs(await otherTab.read())).toEqual([1]);
      expect(await otherTab.since(start.version)).toMatchObject({ records: [], quarantined: [], staff: null });

      const batch = { id: id(800), pages: 2 };
      const named = await add((head) =>
        appendTo(head, { batch, records: [record(3, 5)] }, { batches: [batch.id], cursor: 'slutt' }),
      );

      const whole = {
        records: [record(2, 2), record(1, 3), record(3, 5)],
        quarantined: [quarantined(vault, 1, 4)],
        staff,
      };
      for (const seen of [await otherTab.read(), await otherTab.since(start.version)]) {
        expect({ ...seen, records: sorted(seen.records) }).toEqual({ head: named, pending: [], ...whole });
      }
      expect((await otherTab.since(named.version)).records).toEqual([]);
    });

    test('a page stored twice is one page', async () => {
      const first = { id: id(800), pages: 0 };
      await store.storePage(first, page([record(1, 1)]));
      await store.storePage(first, page([record(1, 1)]));
      await add((head) => appendTo(head, { batch: { id: id(800), pages: 1 } }, { batches: [id(800)] }));
      expect(seqs(await store.read())).toEqual([1]);
    });

    test('[R10] a pull whose pages are not all there is dropped and nothing of it is written', async () => {
      await store.storePage({ id: id(800), pages: 0 }, page([record(1, 1)]));
      await store.storePage({ id: id(800), pages: 2 }, page([record(3, 3)]));
      const before = await store.read();
      const batch = { id: id(800), pages: 3 };
      const append = appendTo(before.head, { batch, records: [record(4, 4)] }, { batches: [batch.id] });

      expect(await store.append(append)).toBe('dropped');
      expect(await store.read()).toEqual(before);
      await add((head) => appendTo(head, { records: [record(5, 5)] }));
      expect(seqs(await store.read())).toEqual([5]);
    });

    test('sweeping takes what no head names, and leaves the rest', async () => {
      await store.storePage({ id: id(800), pages: 0 }, page([record(1, 1)]));
      await add((head) => appendTo(head, { batch: { id: id(800), pages: 1 } }, { batches: [id(800)] }));
      await store.storePage({ id: id(801), pages: 0 }, page([record(2, 2)]));
      await store.sweep();

      const { head } = await store.read();
      expect(seqs(await store.read())).toEqual([1]);
      const batch = { id: id(801), pages: 1 };
      expect(await store.append(appendTo(head, { batch }, { batches: [id(800), batch.id] }))).toBe('dropped');
    });

    test('two pulls of several pages are both seen', async () => {
      for (const [index, batch] of [id(800), id(801)].entries()) {
        await store.storePage({ id: batch, pages: 0 }, page([record(index + 1, index + 1)]));
        await add((head) => appendTo(head, { batch: { id: batch, pages: 1 } }, { batches: [...head.batches, batch] }));
      }
      expect(seqs(await store.read())).toEqual([1, 2]);
    });
  });
}
