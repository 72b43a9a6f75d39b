import type { Locator, Page } from 'playwright-core';
import { nb } from '../../src/i18n/nb.ts';
import { finishForm, typeGoal, writeEntry } from '../browser/case-work.ts';
import { PASSPHRASE, signIn, untilInstalled } from '../browser/tablet.ts';
import { shown } from './people-shown.ts';
import type { Stage, Tablet } from './stage.ts';

/** Brings a tablet to what is to be shown. */
type Show = (stage: Stage) => Promise<Tablet>;

/** Every screen is shown in the same four states, and in what else it has to show. */
export interface Screen {
  name: string;
  full: Show;
  empty: Show;
  offline: Show;
  error: Show;
  also?: Record<string, Show>;
}

const ADVISER = 'Ingrid Moen';
const TEACHER = 'Jonas Berg';
const LEADER = 'Kari Lunde';

const language = nb.codes.area.language;
const planOf = (id: string) => `/personer/${id}`;
const logOf = (id: string) => `/personer/${id}/logg`;

export const screens: Screen[] = [
  {
    name: 'unlock',
    empty: atDoor(async () => undefined),
    offline: atDoor(async ({ page, middlebox }) => {
      await untilInstalled(page);
      middlebox.become('dead');
      await page.reload();
      await page.getByText(nb.door.offline).waitFor();
    }),
    full: locked(async () => undefined),
    error: locked(async ({ page }) => {
      await page.getByLabel(nb.door.passphrase, { exact: true }).fill('noe helt annet');
      await page.getByRole('button', { name: nb.door.unlock, exact: true }).click();
      await page.getByText(nb.door.wrongPassphrase).waitFor();
    }),
    also: {
      provider: atDoor(async ({ page }) => {
        await page.getByRole('button', { name: nb.door.signIn, exact: true }).click();
        await page.getByRole('button', { name: ADVISER }).waitFor();
      }),
    },
  },
  {
    name: 'passphrase',
    empty: signedIn(async () => undefined),
    full: signedIn((tablet) => choose(tablet.page, PASSPHRASE, PASSPHRASE)),
    offline: signedIn(async ({ page, middlebox }) => {
      middlebox.become('dead');
      await choose(page, PASSPHRASE, PASSPHRASE);
      await page.getByRole('button', { name: nb.door.choose }).click();
      await page.getByText(nb.door.chooseOffline).waitFor();
    }),
    error: signedIn(async ({ page }) => {
      await choose(page, PASSPHRASE, 'fire andre ord her');
      await page.getByRole('button', { name: nb.door.choose }).click();
      await page.getByText(nb.door.notAlike).waitFor();
    }),
  },
  {
    name: 'people',
    full: at('/personer'),
    empty: at('/personer', (tablet) => search(tablet.page, 'ingen heter dette')),
    offline: at('/personer', offline),
    error: refusing('/pull', '/personer', untilUnreachable),
    also: {
      everyone: at('/personer', async ({ page }) => page.getByRole('button', { name: nb.people.unit }).click()),
      'right-to-left': at('/personer', (tablet) => search(tablet.page, shown.rightToLeft.name)),
      teacher: at('/personer', async () => undefined, TEACHER),
      leader: at('/personer', async () => undefined, LEADER),
      menu: at('/personer', ({ page }) => page.getByRole('button', { name: nb.app.menuFor(ADVISER) }).click()),
      dark: at('/personer', ({ page }) => page.emulateMedia({ colorScheme: 'dark' })),
    },
  },
  {
    name: 'plan',
    full: at(planOf(shown.full.id)),
    empty: at(planOf(shown.empty.id)),
    offline: at(planOf(shown.full.id), async (tablet) => {
      await offline(tablet);
      await typeGoal(tablet.page, language, 'Snakke med barnehagen uten tolk');
      await finishForm(tablet.page);
    }),
    error: at(planOf(shown.full.id), async ({ page }) => {
      await fillDisk(page);
      await typeGoal(page, language, 'Ta norskprøven på B1');
      await finishForm(page);
      await page.getByText(nb.failure.full).first().waitFor();
    }),
    also: {
      'right-to-left': at(planOf(shown.rightToLeft.id)),
      teacher: at(planOf(shown.full.id), async () => undefined, TEACHER),
      dark: at(planOf(shown.full.id), ({ page }) => page.emulateMedia({ colorScheme: 'dark' })),
    },
  },
  {
    name: 'measure',
    full: at(planOf(shown.full.id), openMeasure),
    empty: at(planOf(shown.full.id), ({ page }) =>
      page.getByRole('button', { name: nb.plan.newMeasureIn(language) }).click(),
    ),
    offline: at(planOf(shown.full.id), async (tablet) => {
      await openMeasure(tablet);
      await offline(tablet);
      await tablet.page.getByRole('textbox', { name: nb.plan.titleOfMeasure }).fill('Norsk på kveldstid');
      await tablet.page.keyboard.press('Tab');
      await tablet.page.getByRole('status').filter({ hasText: nb.saving.onDevice }).waitFor();
    }),
    error: at(planOf(shown.full.id), async (tablet) => {
      await openMeasure(tablet);
      await tablet.page.getByRole('textbox', { name: nb.plan.hoursPerWeek }).fill('mange');
      await tablet.page.keyboard.press('Tab');
      await tablet.page.getByText(nb.plan.hoursWrong).waitFor();
    }),
  },
  {
    name: 'log',
    full: at(logOf(shown.full.id)),
    empty: at(logOf(shown.empty.id)),
    offline: at(logOf(shown.full.id), async (tablet) => {
      await offline(tablet);
      await writeEntry(tablet.page, language, 'Snakket om språkkafeen. Hun vil bli med hver tirsdag.');
    }),
    error: at(logOf(shown.full.id), async ({ page }) => {
      await fillDisk(page);
      await page.getByLabel(nb.log.write).fill('Ringte om plass i barnehagen.');
      await page.getByRole('button', { name: nb.log.done, exact: true }).click();
      await page.getByText(nb.failure.full).first().waitFor();
    }),
    also: { 'right-to-left': at(logOf(shown.rightToLeft.id)) },
  },
  {
    name: 'sending',
    empty: at('/sending', async ({ page }) => page.getByText(nb.sending.allReceived).waitFor()),
    offline: at('/sending', offline),
    full: at(logOf(shown.full.id), async (tablet) => {
      await offline(tablet);
      await writeEntry(tablet.page, nb.log.wholePlan, 'Hjemmebesøk. Alt er på plass til vinteren.');
      await writeEntry(tablet.page, nb.log.wholePlan, 'Avtalte ny samtale på fredag.');
      await toSending(tablet.page);
    }),
    error: refusing('/send', logOf(shown.full.id), async (tablet) => {
      await writeEntry(tablet.page, nb.codes.area.transport, 'Bussen går tjue over sju. Det rekker hun.');
      await toSending(tablet.page);
      await untilUnreachable(tablet);
    }),
  },
];

type Act = (tablet: Tablet) => Promise<unknown>;

function at(path: string, act: Act = async () => undefined, name = ADVISER): Show {
  return async (stage) => {
    const tablet = await rested(stage, name);
    await tablet.openAt(path);
    await act(tablet);
    return tablet;
  };
}

/** As `at`, where the municipality answers one path with an error. */
function refusing(refused: string, path: string, act: Act): Show {
  return async (stage) => {
    const tablet = await rested(stage, ADVISER);
    tablet.middlebox.become('error', refused);
    await tablet.openAt(path);
    await act(tablet);
    return tablet;
  };
}

async function rested(stage: Stage, name: string): Promise<Tablet> {
  const tablet = await stage.tabletOf(name);
  tablet.middlebox.become('through');
  await tablet.context.setOffline(false);
  await tablet.page.emulateMedia({ colorScheme: 'light' });
  return tablet;
}

function atDoor(act: Act): Show {
  return async (stage) => {
    const tablet = await stage.fresh();
    await tablet.page.goto(stage.url);
    await tablet.page.getByRole('heading', { name: nb.door.signInTitle }).waitFor();
    await act(tablet);
    return tablet;
  };
}

function signedIn(act: Act): Show {
  return async (stage) => {
    const tablet = await stage.fresh();
    await signIn(tablet.page, stage.url, ADVISER);
    await act(tablet);
    return tablet;
  };
}

function locked(act: Act): Show {
  return async (stage) => {
    const tablet = await rested(stage, ADVISER);
    await tablet.page.goto(stage.url);
    await tablet.page.getByLabel(nb.door.passphrase, { exact: true }).waitFor();
    await act(tablet);
    return tablet;
  };
}

async function choose(page: Page, once: string, again: string): Promise<void> {
  await page.getByLabel(nb.door.passphrase, { exact: true }).fill(once);
  await page.getByLabel(nb.door.again, { exact: true }).fill(again);
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: nb.app.search }).fill(words);
}

async function offline({ context, page }: Tablet): Promise<void> {
  await context.setOffline(true);
  await pillSaying(page, nb.sync.offline).waitFor();
}

async function untilUnreachable({ page }: Tablet): Promise<void> {
  await pillSaying(page, nb.sync.unreachable).waitFor();
}

/** The pill leads to the sending page, and its name begins with what has happened. */
function pillSaying(page: Page, word: string): Locator {
  return page.getByRole('link', { name: new RegExp(`^${word}.*${nb.sync.opens}`) });
}

async function toSending(page: Page): Promise<void> {
  await page.getByRole('link', { name: nb.sync.opens }).click();
  await page.getByRole('heading', { name: nb.sending.title }).waitFor();
}

async function openMeasure({ page }: Tablet): Promise<void> {
  await page.locator('a[href*="/tiltak/"]').first().click();
  await page.getByRole('textbox', { name: nb.plan.titleOfMeasure }).waitFor();
}

/** From here on the device has no room for anything more. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = IDBObjectStore.prototype.put;
  });
}
