import { readdirSync, readFileSync, type Stats, statfsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Finding, ok, problem, reasonOf, warning } from './finding';

/** Below the first an engine may stop at any moment, below the second it is time to act. Bytes. */
const [tooLittle, little] = [100 * 2 ** 20, 2 * 2 ** 30];

/** Filesystems by their magic number (linux/magic.h), as far as they are no place for the files of an engine. */
const elsewhere: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P, a share of another machine'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
]);
const passing: ReadonlyMap<number, string> = new Map([
  [0x01021994, 'memory (tmpfs), which a restart empties'],
  [0x858458f6, 'memory (ramfs), which a restart empties'],
  [0x794c7630, 'the layer of a container (overlay), which ends with it'],
]);

/** The process that says it holds the folder, while it lives; undefined when nobody does. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** How the data folder is. It may not exist yet, which is no fault. */
export function folderFindings(folder: string): readonly Finding[] {
  let stats: Stats;
  try {
    stats = statSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [ok('data-folder', `${folder} does not exist yet; the first start makes it`)];
    return [
      problem(
        'data-folder',
        `${folder} cannot be looked at: ${reasonOf(error)}`,
        'let the user who runs the engine enter it, or choose another folder with KITH_DATA',
      ),
    ];
  }
  if (!stats.isDirectory()) return [problem('data-folder', `${folder} is no folder`, 'choose a folder with KITH_DATA')];
  return [ok('data-folder', `${folder} is there`), permissions(folder, stats), space(folder), filesystem(folder)];
}

function permissions(folder: string, { mode, uid }: Stats): Finding {
  if (process.platform === 'win32') return ok('permissions', 'they are not looked at on Windows');
  const open = [...(mode & 0o077 ? ['.'] : []), ...namesIn(folder).filter((name) => statSync(join(folder, name)).mode & 0o077)];
  const foreign = [uid, ...namesIn(folder).map((name) => statSync(join(folder, name)).uid)].some((owner) => owner !== process.getuid?.());
  if (open.length > 0) return problem('permissions', `other users of this machine may open ${listed(open)}`, `take that from them: chmod -R go-rwx ${folder}`);
  if (foreign)
    return warning(
      'permissions',
      'some of it belongs to another user than this command',
      `run this and the engine as the same user, or give it the folder: chown -R <user> ${folder}`,
    );
  return ok('permissions', 'for this user alone');
}

const namesIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => !name.endsWith('-shm') && !name.endsWith('-wal'));
const listed = (names: readonly string[]): string => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;

function space(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const says = `${(free / 2 ** 30).toFixed(1)} GiB are free`;
  if (free < tooLittle) return problem('disk-space', says, 'make room: an engine whose disk is full refuses every write');
  return free < little
    ? warning('disk-space', says, 'make room before it is needed; a rebuild takes as much again as the read models')
    : ok('disk-space', says);
}

function filesystem(folder: string): Finding {
  // Read as signed on some machines.
  const type = statfsSync(folder).type >>> 0;
  const [share, fleeting] = [elsewhere.get(type), passing.get(type)];
  if (share !== undefined)
    return problem(
      'filesystem',
      `the folder lies on ${share}, where locks and syncs are not to be trusted`,
      'move it to a disk of this machine, or use EventStoreDB and PostgreSQL',
    );
  if (fleeting !== undefined) return warning('filesystem', `the folder lies in ${fleeting}`, 'for data that is to stay, name a folder on a disk or a volume');
  return ok('filesystem', 'no network share');
}

/** Who holds the folder, as the holder wrote it and as far as the process still lives. */
export function holderOf(folder: string): Holder | undefined {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
  return holder.host !== hostname() || lives(holder.pid) ? holder : undefined;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
