import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../test/browser/chromium.ts';

/** Renders every icon the manifest and Apple ask for from `public/app-icon.svg`. Run by hand when the mark changes. */

const SOURCE = 'public/app-icon.svg';
const FOLDER = 'public/icons';

interface Icon {
  name: string;
  size: number;
  /** How the square is finished: as it is, with round corners on nothing, or the mark alone in one colour. */
  shape: 'full' | 'round' | 'mark';
}

const icons: Icon[] = [
  { name: 'icon-192', size: 192, shape: 'round' },
  { name: 'icon-512', size: 512, shape: 'round' },
  { name: 'maskable-192', size: 192, shape: 'full' },
  { name: 'maskable-512', size: 512, shape: 'full' },
  { name: 'monochrome-512', size: 512, shape: 'mark' },
  { name: 'apple-touch-icon', size: 180, shape: 'full' },
];

function shaped(svg: string, shape: Icon['shape']): string {
  if (shape === 'round') return svg.replace('<rect ', '<rect rx="112" ');
  if (shape === 'mark') return svg.replace(/<rect [^>]*>/, '').replace(/fill="#\w+"/g, 'fill="#000"');
  return svg;
}

async function render(page: Page, svg: string, { size, shape }: Icon): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:100vw}</style>${shaped(svg, shape)}`);
  return page.screenshot({ omitBackground: true });
}

const { path, env } = await findChromium();
const browser = await chromium.launch({ executablePath: path, env, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const svg = await readFile(SOURCE, 'utf8');
await mkdir(FOLDER, { recursive: true });
for (const icon of icons) await writeFile(`${FOLDER}/${icon.name}.png`, await render(page, svg, icon));
await browser.close();
