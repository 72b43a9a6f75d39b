import { beforeEach, expect, test } from 'vitest';
import type { Change } from '../../src/domain/record.ts';
import type { Envelope } from '../../src/protocol/envelope.ts';
import { createOpener } from '../../src/sealing/opener.ts';
import { createEnvelopeSealer } from '../../src/sealing/seal.ts';
import type { ClientPorts } from '../../src/sync/ports.ts';
import { drive } from '../../src/sync/steps.ts';
import { edit, openTab } from '../../src/sync/tab.ts';
import { payload } from '../contracts/device-store.ts';
import { sealingPair, VAULT } from '../contracts/sealing.ts';
import { dexieDevice, newTablet } from './dexie-device.ts';

beforeEach(newTablet);

const change = (number: number): Change => payload(number).change;

test('two tabs that write at once keep one chain, which the municipality verifies and opens', async () => {
  const municipality = await sealingPair();
  const device = await dexieDevice(VAULT);
  const openOne = async () => {
    const ports: ClientPorts = {
      vault: VAULT,
      store: device.open(),
      sealer: await createEnvelopeSealer(municipality.keys), // each tab's unlock agrees a key of its own
      transport: { send: () => ({ failure: 'offline' }), pull: () => ({ failure: 'offline' }) },
      now: () => 1_000,
      newId: () => crypto.randomUUID(),
    };
    return drive(openTab(ports));
  };
  const [one, other] = [await openOne(), await openOne()];

  const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
  await Promise.all([writeAll(one, 0, 1), writeAll(other, 1, 2)]);
  async function writeAll(tab: typeof one, remainder: number, size: number) {
    const own = numbers.filter((number) => number % 2 === remainder);
    for (let at = 0; at < own.length; at += size) {
      await drive(edit(tab, own.slice(at, at + size).map(change)));
    }
  }

  const { head, pending } = await device.open().read();
  expect(head.counter).toBe(30);
  expect(pending.map((each) => each.counter)).toEqual(numbers);
  expect(new Set(pending.map((each) => each.change.id))).toEqual(new Set(numbers.map((number) => change(number).id)));

  const envelopes: Envelope[] = await device.open().envelopes(1, 100);
  const opener = createOpener([municipality.municipality]);
  expect(new Set(envelopes.map((each) => each.key.ephemeral)).size).toBe(2);
  expect(await opener.verify(municipality.vault, envelopes)).toBe(true);
  const opened = await opener.open(envelopes);
  expect(opened.map(({ content }) => 'change' in content && content.change)).toEqual(
    pending.map((each) => each.change),
  );
  expect(opened.at(-1)!.headerHash).toBe(head.chain);
  device.close();
});
