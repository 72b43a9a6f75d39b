import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const ORIENTATIONS = {
  landscape: { width: 1180, height: 820 },
  portrait: { width: 820, height: 1180 },
};

export interface Camera {
  /** Takes what the page shows, in both orientations, as `screen.state.orientation.png`. */
  take(page: Page, screen: string, state: string): Promise<void>;
  taken(): { screens: number; shots: number };
}

export async function openCamera(folder: string): Promise<Camera> {
  await mkdir(folder, { recursive: true });
  const screens = new Set<string>();
  let shots = 0;
  return {
    take: async (page, screen, state) => {
      for (const [orientation, size] of Object.entries(ORIENTATIONS)) {
        await page.setViewportSize(size);
        await atRest(page);
        await page.screenshot({ path: join(folder, `${screen}.${state}.${orientation}.png`), animations: 'disabled' });
        shots++;
      }
      screens.add(screen);
    },
    taken: () => ({ screens: screens.size, shots }),
  };
}

/** Fonts are there and two frames have been drawn. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
