import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runningEmbedded } from '../../server/embedded/embedded.ts';
import { databaseUrl } from '../../server/open-database.ts';
import { nb } from '../../src/i18n/nb.ts';
import { type AppServer, startAppServer } from './app-server.ts';
import { openPerson, pill, untilSent, writeEntry } from './case-work.ts';
import { type Middlebox, type Mood, startMiddlebox } from './middlebox.ts';
import { openProfile, type Profile } from './profile.ts';
import { choosePassphrase, signIn } from './tablet.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import { partsOfBlocks } from './vault-rows.ts';

let folders: TemporaryFolder[];
let server: AppServer;
let middlebox: Middlebox;
let tablet: Profile;
let database: pg.Client;

beforeAll(async () => {
  folders = await Promise.all([temporaryFolder(), temporaryFolder()]);
  server = await startAppServer({ data: folder(0) });
  middlebox = await startMiddlebox();
  tablet = await openProfile(folder(1), { proxy: middlebox.port });
  await signIn(tablet.page, server.url, 'Ingrid Moen');
  await choosePassphrase(tablet.page);
  await untilSent(tablet.page);
  await openPerson(tablet.page, 'Selam T.');
  database = new pg.Client({ connectionString: databaseUrl(runningEmbedded(folder(0))?.url ?? '') });
  await database.connect();
});

afterAll(async () => {
  await database?.end();
  await tablet?.close();
  await middlebox?.close();
  await server?.stop();
  for (const each of folders ?? []) await each.remove();
});

const folder = (index: number) => (folders[index] as TemporaryFolder).path;

/** How many lines of the log hold these words. */
async function received(words: string): Promise<number> {
  const query = 'select count(*)::int as count from fotfeste.change_log where position($1::bytea in payload) > 0';
  const { rows } = await database.query(query, [Buffer.from(words)]);
  return rows[0].count;
}

async function sendNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: new RegExp(nb.sync.opens) }).click();
  await page.getByRole('button', { name: nb.sending.sendNow }).click();
}

describe('what stands between the tablet and the municipality', () => {
  test.each<[Mood, string]>([
    ['portal', nb.sync.unreachable],
    ['error', nb.sync.unreachable],
    ['cut', nb.sync.unreachable],
    ['dead', nb.sync.unreachable],
    ['signedOut', nb.sync.signIn],
  ])('[R5] %s: nothing is lost, nothing doubled, and it is said as "%s"', async (mood, words) => {
    const { page } = tablet;
    const entry = `Avtale om praksis, ${mood}`;
    middlebox.become(mood, mood === 'signedOut' ? '/pull' : '/'); // sending needs no session
    await writeEntry(page, 'Språk', entry);
    await page.locator('.ff-sync').filter({ hasText: words }).waitFor();
    expect(await pill(page)).toMatch(/1 venter|Logg inn/);

    middlebox.become('through');
    await sendNow(page);
    await untilSent(page);
    await expect.poll(() => received(entry), { timeout: 30_000 }).toBe(1);
    await page.goBack();
    expect(await page.getByRole('listitem').filter({ hasText: entry }).count()).toBe(1);
  });
});

describe('another person signs in in the same browser', () => {
  test('[R8] nothing of theirs lands in this vault, and what is written here is still sent as its author', async () => {
    const { page, context } = tablet;
    const entry = 'Skrevet mens en annen var logget inn';
    const other = await context.newPage();
    await other.goto(`${server.url}/auth/login?to=/`);
    await other.getByRole('button', { name: 'Siri Haugen' }).click();
    await other.getByRole('heading', { name: nb.door.chooseTitle }).waitFor();

    await sendNow(page);
    await page.getByText(nb.sending.why.otherPerson).waitFor();
    const before = (await partsOfBlocks(page)).length;

    await page.goBack();
    await writeEntry(page, 'Språk', entry);
    await sendNow(page);
    await page.locator('.ff-sync').filter({ hasText: nb.sync.signIn }).waitFor();
    await expect.poll(() => received(entry), { timeout: 30_000 }).toBe(1);
    expect((await partsOfBlocks(page)).length).toBe(before);
    await other.close();
  });
});
