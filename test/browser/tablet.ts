import type { Page } from 'playwright-core';
import { nb } from '../../src/i18n/nb.ts';

/** What a person does at a tablet, in the words the screen shows. */

export const PASSPHRASE = 'fire ord som ingen gjetter';

/** Signs in through the demo identity provider, from a tablet that holds no vault of anyone. Ends where a passphrase is chosen. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: nb.door.signIn, exact: true }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: nb.door.chooseTitle }).waitFor();
}

/** Makes this tablet the person's own. Ends at the list of people. */
export async function choosePassphrase(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel(nb.door.passphrase, { exact: true }).fill(passphrase);
  await page.getByLabel(nb.door.again, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: nb.door.choose }).click();
  await untilOpen(page);
}

/** Opens what the tablet already holds. Needs no network. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel(nb.door.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: nb.door.unlock, exact: true }).click();
  await untilOpen(page);
}

/** The service worker has everything it needs to open the app without a server. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

async function untilOpen(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: nb.app.mainMenu }).waitFor();
}
