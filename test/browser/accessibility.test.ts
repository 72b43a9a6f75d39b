import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { screens } from '../shots/screens.ts';
import { type Stage, setStage } from '../shots/stage.ts';

const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage(inject('demoMunicipality'));
});

afterAll(() => stage.strike());

const shown = screens.flatMap(({ name, full, empty, offline, error, also }) =>
  Object.entries({ full, empty, offline, error, ...also }).map(([state, show]) => ({ name, state, show })),
);

test.each(shown)('$name, $state: axe finds nothing against WCAG 2.2 AA', async ({ show }) => {
  const { page } = await show(stage);
  expect(await barriers(page)).toEqual([]);
});

test('a button without a name and a text too pale would be found', async () => {
  const { page } = await stage.fresh();
  await page.goto(stage.url);
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(() => {
    const pale = document.createElement('p');
    pale.textContent = 'Nesten usynlig';
    pale.style.color = '#ddd';
    document.querySelector('main')?.append(document.createElement('button'), pale);
  });
  const found = (await barriers(page)).join('\n');
  expect(found).toMatch(/^button-name/m);
  expect(found).toMatch(/^color-contrast/m);
});

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG_AA).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
