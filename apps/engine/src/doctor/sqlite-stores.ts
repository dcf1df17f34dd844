import { createSecretKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { eventFileFormat, hasMasterKey, openMasterKey } from '@kith/adapters';
import type { Config } from '@kith/config';
import { type Finding, ok, problem, reasonOf } from './finding';
import { endOf, type LogEnd, lookedBack } from './log-end';
import { formatOf, lookInto } from './sqlite-look';

/** The layouts of the smaller files that this version knows. */
const knownFormat = 1;

/** The log in a data folder; undefined where there is none yet, or it cannot be read. */
export function logFindings(folder: string): { readonly findings: readonly Finding[]; readonly end: LogEnd | undefined } {
  const path = join(folder, 'events.sqlite');
  if (!existsSync(path)) return { findings: [ok('log', 'there is none yet; the first start makes it')], end: undefined };
  try {
    return lookInto(path, (database) => {
      const format = formatOf(database);
      if (format > eventFileFormat) return { findings: [newer('log', 'events.sqlite', format)], end: undefined };
      const end = endIn(database);
      return { findings: [ok('log', `events.sqlite can be read, format ${format}, up to position ${end.head}`)], end };
    });
  } catch (error) {
    return { findings: [unreadable('log', 'events.sqlite', error)], end: undefined };
  }
}

function endIn(database: DatabaseSync): LogEnd {
  const rows = database.prepare('SELECT position, data, metadata FROM event ORDER BY position DESC LIMIT ?').all(lookedBack).reverse();
  const events = rows.map(({ data, metadata }) => ({ data: JSON.parse(String(data)), metadata: JSON.parse(String(metadata)) }));
  return endOf(BigInt(Number(rows.at(-1)?.position ?? 0)), events);
}

/** The vault in a data folder: whether the master key opens it, and whether it has the keys that the end of the log needs. */
export function vaultFindings(config: Config, end: LogEnd | undefined): readonly Finding[] {
  const path = join(config.data, 'keys.sqlite');
  if (!existsSync(path)) {
    if (end === undefined || end.keyIds.length === 0) return [ok('key-vault', 'there is none yet; the first start makes it')];
    return [
      problem(
        'key-vault',
        `there is no keys.sqlite in ${config.data}, and without it nobody can read the personal data in the log`,
        'put back the vault that belongs to this log, from a backup',
      ),
    ];
  }
  try {
    const format = lookInto(path, formatOf);
    if (format > knownFormat) return [newer('key-vault', 'keys.sqlite', format)];
    return [masterKeyFinding(config, path), ageFinding(path, end)];
  } catch (error) {
    return [unreadable('key-vault', 'keys.sqlite', error)];
  }
}

function masterKeyFinding({ data, masterKey }: Config, vault: string): Finding {
  const from = masterKey === undefined ? join(data, 'master.key') : 'KITH_MASTER_KEY';
  const advice = 'give the master key that this vault was made with: KITH_MASTER_KEY, or master.key in the data folder. Without it all personal data is lost';
  if (masterKey === undefined && !existsSync(from)) return problem('master-key', `there is no master.key in ${data}, and KITH_MASTER_KEY is not set`, advice);
  try {
    const key = createSecretKey(openMasterKey(data, masterKey).key);
    if (!lookInto(vault, (database) => hasMasterKey(database, key))) return problem('master-key', `${from} does not open the vault`, advice);
  } catch (error) {
    return problem('master-key', reasonOf(error), advice);
  }
  if (masterKey === undefined) return ok('master-key', `${from} opens the vault; keep a copy of it apart`);
  return ok('master-key', `${from} opens the vault`);
}

function ageFinding(path: string, end: LogEnd | undefined): Finding {
  const wanted = end?.keyIds ?? [];
  const missing = lookInto(path, (database) => {
    const find = database.prepare('SELECT 1 FROM data_key WHERE id = ?');
    return wanted.filter((id) => find.get(id) === undefined);
  });
  return vaultAge(wanted.length, missing.length);
}

/** Whether the vault has the keys of the last events. */
export const vaultAge = (wanted: number, missing: number): Finding =>
  missing === 0
    ? ok('key-vault', wanted === 0 ? 'it can be read; the end of the log needs no key' : `it has all ${wanted} keys that the end of the log names`)
    : problem(
        'key-vault',
        `${missing} of ${wanted} keys that the end of the log names are not in it: it is older than the log, or another one`,
        'put back the vault that belongs to this log and is as new as it; kith verify tells what cannot be read',
      );

/** The other files of a data folder, which hold what is not in the log. */
export function smallerFiles(folder: string): readonly Finding[] {
  return ['deliveries.sqlite', 'access-log.sqlite', 'reactors.sqlite'].flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    try {
      const format = lookInto(path, formatOf);
      return format > knownFormat ? [newer('files', name, format)] : [ok('files', `${name} can be read`)];
    } catch (error) {
      return [unreadable('files', name, error)];
    }
  });
}

/** How far the read models of a data folder are, as their checkpoints say. */
export function readModelFindings(folder: string, head: bigint, serving: boolean): readonly Finding[] {
  const current = join(folder, 'read-models', 'current');
  if (!existsSync(current)) return [ok('read-models', 'there are none yet; the next start makes them from the log')];
  const name = readFileSync(current, 'utf8').trim();
  try {
    const rows = lookInto(join(folder, 'read-models', name), (database) => database.prepare('SELECT name, position FROM checkpoint').all());
    const behind = rows.filter(({ position }) => BigInt(Number(position)) < head);
    const ahead = rows.filter(({ position }) => BigInt(Number(position)) > head);
    if (ahead.length > 0)
      return [
        problem(
          'read-models',
          `${ahead.length} projections are ahead of the log, whose end was lost`,
          'restore a newer backup of the log; kith verify shows what is missing',
        ),
      ];
    if (behind.length === 0 || serving)
      return [ok('read-models', `${rows.length} projections, ${behind.length === 0 ? 'at the end of the log' : 'as the engine tells'}`)];
    return [ok('read-models', `${behind.length} of ${rows.length} projections are behind the log, and go on at the next start`)];
  } catch (error) {
    return [problem('read-models', `the file that serves cannot be read: ${reasonOf(error)}`, 'build them anew: kith rebuild')];
  }
}

const newer = (check: string, file: string, format: number): Finding =>
  problem(check, `${file} has format ${format}, which a later version wrote`, 'run the version that wrote it, or a newer one');

const unreadable = (check: string, file: string, error: unknown): Finding =>
  problem(check, `${file} cannot be read: ${reasonOf(error)}`, 'see who may read it, and whether the disk is well; else restore it from a backup');
