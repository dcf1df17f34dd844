import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CopiedKeys, copyKeys, DataFolderInUse, KeyVaultNotEmpty, KeyVaultUnusable, openDataFolder, openMasterKey } from '@kith/adapters';
import { KeyVaultUnavailable } from '@kith/application';
import { type Config, ConfigInvalid, loadConfig } from '@kith/config';
import { whereabouts } from '../http/problem.filter';

const usage = `npm run keys:copy -- --from <data folder> --to <postgres://… | configured>
  Copies the key vault of a data folder into an empty one in PostgreSQL: all or nothing. Each key is opened with the
  master key before, and read back after; nothing is wrapped anew, so the engines need the same KITH_MASTER_KEY.
  The master key is the configured one, else the one in the data folder (master.key).
  configured  what KITH_KEY_VAULT names, so that the password need not stand in the command
  Stop every engine on the data folder before. docs/how-to/move-to-eventstoredb.md tells the rest.
`;

/** Copies a key vault into PostgreSQL. @returns the exit code: 0 done, 1 failed and nothing was written, 2 wrong use */
export async function keysCopyCommand(argv: readonly string[]): Promise<number> {
  try {
    const asked = askedIn(argv);
    if (!asked) return say(process.stdout, 0, usage);
    return say(process.stdout, 0, report(await copyFrom(asked)));
  } catch (error) {
    if (error instanceof WrongUse || error instanceof ConfigInvalid) return say(process.stderr, 2, `${error.message}\n\n${usage}`);
    return say(process.stderr, 1, `the keys were not copied, and nothing was written: ${reason(error)}\n`);
  }
}

/** The arguments cannot be understood, or name what is not there. */
class WrongUse extends Error {}

interface Asked {
  readonly folder: string;
  readonly url: string;
  readonly config: Config;
}

/** Undefined when only help was asked for. */
function askedIn(argv: readonly string[]): Asked | undefined {
  const { values } = parsed(argv);
  if (values.help) return undefined;
  if (values.from === undefined || values.to === undefined) throw new WrongUse('--from and --to must both be given');
  const config = loadConfig({ argv: [] });
  const url = values.to === 'configured' ? config.keyVault : values.to;
  if (!/^postgres(?:ql)?:\/\//.test(url))
    throw new WrongUse(values.to === 'configured' ? 'KITH_KEY_VAULT names no PostgreSQL' : '--to must be postgres://…, or the word configured');
  const folder = resolve(values.from.replace(/^sqlite:/, ''));
  if (!existsSync(join(folder, 'keys.sqlite'))) throw new WrongUse(`there is no key vault in ${folder}`);
  return { folder, url, config };
}

function parsed(argv: readonly string[]) {
  const one = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { from: one, to: one, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
}

async function copyFrom({ folder, url, config }: Asked): Promise<CopiedKeys> {
  const held = openDataFolder(folder);
  try {
    return await copyKeys({ folder, masterKey: openMasterKey(folder, config.masterKey).key, to: { url, applicationName: 'kith-keys-copy' } });
  } finally {
    held.release();
  }
}

const report = ({
  keys,
  destroyed,
  tenantSecrets,
}: CopiedKeys): string => `${keys} keys copied (${destroyed} of them destroyed) and the secrets of ${tenantSecrets} tenants; all were opened, written and read back
Give every engine this KITH_KEY_VAULT and the same KITH_MASTER_KEY. Once they serve, remove the old vault (keys.sqlite)
and its backups when their time is over: a key that is destroyed from now on would live on there.
`;

function reason(error: unknown): string {
  const known = [DataFolderInUse, KeyVaultNotEmpty, KeyVaultUnusable, KeyVaultUnavailable].some((kind) => error instanceof kind);
  if (known) return (error as Error).message;
  const { name, at } = whereabouts(error);
  return `${name} (${at[0] ?? 'nowhere'})`;
}

function say(stream: NodeJS.WritableStream, code: number, text: string): number {
  stream.write(text);
  return code;
}
