import { type AppServer, startAppServer } from '../browser/app-server.ts';
import { type Middlebox, startMiddlebox } from '../browser/middlebox.ts';
import { openProfile, type Profile } from '../browser/profile.ts';
import { choosePassphrase, signIn, unlock } from '../browser/tablet.ts';
import { copyOfData, type TemporaryFolder, temporaryFolder } from '../browser/temporary-folder.ts';

/** The real server with demo data, and tablets by whom they belong to. */
export interface Stage {
  url: string;
  /** A tablet that holds no vault. There is one such tablet at a time. */
  fresh(): Promise<Tablet>;
  /** The tablet of a staff member, with a vault since the first time it was asked for. */
  tabletOf(name: string): Promise<Tablet>;
  strike(): Promise<void>;
}

export interface Tablet extends Profile {
  url: string;
  middlebox: Middlebox;
  /** Opens a path of the app and unlocks. Whatever was done to the page before is undone. */
  openAt(path: string): Promise<void>;
}

/** Sets it anew, or on a copy of a data folder that has been filled already. */
export async function setStage(filled?: string): Promise<Stage> {
  const data = filled ? await copyOfData(filled) : await temporaryFolder();
  const folders: TemporaryFolder[] = [data];
  const owned = new Map<string, Tablet>();
  let visitor: Tablet | null = null;
  const folder = async () => {
    const made = await temporaryFolder();
    folders.push(made);
    return made.path;
  };
  const server: AppServer = await startAppServer({ data: data.path });
  const open = async () => openTablet(server.url, await folder());
  return {
    url: server.url,
    fresh: async () => {
      await visitor?.close();
      visitor = await open();
      return visitor;
    },
    tabletOf: async (name) => {
      const found = owned.get(name);
      if (found) return found;
      const tablet = await open();
      try {
        await signIn(tablet.page, server.url, name);
        await choosePassphrase(tablet.page);
      } catch (error) {
        await tablet.close();
        throw error;
      }
      owned.set(name, tablet);
      return tablet;
    },
    strike: async () => {
      await visitor?.close();
      for (const tablet of owned.values()) await tablet.close();
      await server.stop();
      for (const made of folders) await made.remove();
    },
  };
}

async function openTablet(url: string, folder: string): Promise<Tablet> {
  const middlebox = await startMiddlebox();
  const profile = await openProfile(folder, { proxy: middlebox.port });
  return {
    ...profile,
    url,
    middlebox,
    close: async () => {
      await profile.close();
      await middlebox.close();
    },
    openAt: async (path) => {
      await profile.page.goto(`${url}${path}`);
      await unlock(profile.page);
    },
  };
}
