import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync } from 'node:fs';
import { getuid } from 'node:process';
import { Refusal } from '../refusal.ts';

/** How PostgreSQL's programs are started here: PostgreSQL refuses to run as root. */
export interface RunAs {
  /** Who PostgreSQL's folders are given to; null where we are not root. */
  owner: Account | null;
  /** For Node to change to before it starts a program. */
  ids: Account | Record<string, never>;
  /** A program that changes to the account instead of Node, where it could not otherwise enter the folders. */
  prefix: string[];
}

interface Account {
  uid: number;
  gid: number;
}

const ACCOUNT = 'postgres';

/** Capabilities of root that let the account enter folders that only root may, such as a clone under /root. */
const ENTER_FOLDERS = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];

/** Decides who PostgreSQL runs as, and proves that they can start `program` and enter `folder`. */
export function chooseRunAs(program: string, folder: string): RunAs {
  if (getuid?.() !== 0) return { owner: null, ids: {}, prefix: [] };
  const owner = findAccount() ?? makeAccount();
  if (canEnter(owner, program, folder)) return { owner, ids: owner, prefix: [] };
  const change = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...ENTER_FOLDERS];
  if (spawnSync('setpriv', [...change, program, '--version']).status === 0) {
    return { owner, ids: {}, prefix: ['setpriv', ...change] };
  }
  throw new Refusal(
    `Started by root, PostgreSQL runs as the system user ${ACCOUNT}, who cannot enter ${folder} or the folder of ${program}. ` +
      'Start as an ordinary user, or move both to a folder everyone may enter, such as /srv.',
  );
}

/** Gives the account a folder of its own. Does nothing where we are not root. */
export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.owner) chownSync(path, runAs.owner.uid, runAs.owner.gid);
}

function findAccount(): Account | null {
  const id = (flag: string) => Number.parseInt(spawnSync('id', [flag, ACCOUNT], { encoding: 'utf8' }).stdout, 10);
  const [uid, gid] = [id('-u'), id('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) ? null : { uid, gid };
}

function makeAccount(): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT], { stdio: 'ignore' });
  } catch {
    // what counts is whether it is there now
  }
  const made = findAccount();
  if (made) return made;
  throw new Refusal(
    `PostgreSQL does not run as root, and the system user ${ACCOUNT} could not be made. Start as an ordinary user, or run: useradd --system ${ACCOUNT}`,
  );
}

function canEnter(ids: Account, program: string, folder: string): boolean {
  const starts = spawnSync(program, ['--version'], { ...ids, cwd: '/' }).status === 0;
  return starts && existsSync(folder) && spawnSync('test', ['-x', folder], { ...ids, cwd: '/' }).status === 0;
}
