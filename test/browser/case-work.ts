import type { Page } from 'playwright-core';
import { nb } from '../../src/i18n/nb.ts';

/** What someone does in a case, in the words the screen shows. */

export async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: nb.app.people, exact: true }).first().click();
  const search = page.getByRole('searchbox');
  await search.fill(name);
  await page.getByRole('listitem').getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export async function openTab(page: Page, tab: 'plan' | 'log'): Promise<void> {
  await page.getByRole('navigation', { name: nb.person.pages }).getByRole('link', { name: nb.person[tab] }).click();
}

/** Opens the form of a new goal and types in it, without leaving the field. */
export async function typeGoal(page: Page, area: string, text: string): Promise<void> {
  await page.getByRole('button', { name: nb.plan.newGoalIn(area) }).click();
  await page.getByRole('textbox', { name: nb.plan.newGoalIn(area) }).pressSequentially(text, { delay: 5 });
}

/** Ends the form that is open. */
export async function finishForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: nb.plan.done, exact: true }).last().click();
}

/** A measure of one's own kind under an area; resolves when the screen says that it is on the device. */
export async function writeMeasure(page: Page, area: string, kind: string, title: string): Promise<void> {
  await page.getByRole('button', { name: nb.plan.newMeasureIn(area) }).click();
  await page.getByLabel(nb.plan.kind).selectOption({ label: kind });
  await page.getByLabel(nb.plan.titleOfMeasure).fill(title);
  await finishForm(page);
  await page.getByRole('link', { name: title }).waitFor();
}

export async function writeEntry(page: Page, area: string, text: string): Promise<void> {
  await openTab(page, 'log');
  await page.getByLabel(nb.log.write).fill(text);
  await page.getByLabel(nb.log.area).selectOption({ label: area });
  await page.getByRole('button', { name: nb.log.done, exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: text }).waitFor();
}

/** Waits until the pill says that nothing waits to be sent. What is there to fetch may still need a sign-in. */
export async function untilSent(page: Page): Promise<void> {
  const stillSaid = [nb.sync.offline, nb.sync.unreachable, nb.sync.waiting(0).slice(1), nb.sync.sending(0).slice(0, 6)];
  await page.waitForFunction(
    (said) => {
      const pill = document.querySelector('.ff-sync')?.textContent ?? said[0];
      return !said.some((words) => pill?.includes(words));
    },
    stillSaid,
    { timeout: 90_000 },
  );
}

/** What the pill says now. */
export async function pill(page: Page): Promise<string> {
  return (await page.locator('.ff-sync').textContent()) ?? '';
}
