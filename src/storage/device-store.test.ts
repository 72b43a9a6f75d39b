import { afterEach } from 'vitest';
import { describeDeviceStore } from '../../test/contracts/device-store.ts';
import { dexieDevice, newTablet } from '../../test/storage/dexie-device.ts';

const devices: Awaited<ReturnType<typeof dexieDevice>>[] = [];

afterEach(() => {
  for (const device of devices.splice(0)) device.close();
  newTablet();
});

describeDeviceStore('Dexie', async () => {
  const device = await dexieDevice();
  devices.push(device);
  return device;
});
