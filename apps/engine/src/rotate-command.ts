import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, ConfigInvalid } from '@kith/config';
import { configurationOf } from './command-line';
import { ownFlags } from './own-flags';
import { type MasterKeyRotated, rotateMasterKey } from './parts/rotate-places';
import { stoppedBy } from './stopped-by';
import { whyNotKept } from './why-not-kept';

const usage = `kith keys rotate-master [--new-key <file>] [--json] [settings]
  Wraps every key of the vault by another master key, while no engine uses it. What is cut off changes nothing, or all:
  the same command goes on.
  --new-key  a file for the new master key, which is made when it is missing. Needed where KITH_MASTER_KEY gives the old one; else
             the data folder (master.key) keeps the new one, unless this is given
docs/how-to/rotate-the-master-key.md tells the rest.
`;

/** Gives the vault another master key. @returns the exit code: 0 done, 1 failed, and the old one still opens the vault unless it says otherwise, 2 wrong use or configuration */
export async function rotateCommand(argv: readonly string[]): Promise<number> {
  const { texts, switches, settings, incomplete } = ownFlags(argv, ['new-key'], ['json', 'help']);
  if (switches.help) return say(0, usage);
  if (incomplete.length > 0) return say(2, `${incomplete.join(', ')} lacks a value\n\n${usage}`);
  const newKey = texts['new-key'].at(-1);
  const config = configurationOf(settings, (given) => rotatable(given, newKey));
  if (typeof config === 'number') return config;
  try {
    const rotated = await rotateMasterKey(config, newKey && resolve(newKey), { onProgress: shown(), signal: stoppedBy('SIGINT', 'SIGTERM') });
    return say(0, switches.json ? `${JSON.stringify(rotated)}\n` : report(rotated, config));
  } catch (error) {
    return say(1, `the master key was not replaced: ${whyNotKept(error, config)}\nthe same command again goes on where this ended\n`);
  }
}

/** @throws ConfigInvalid */
function rotatable({ data, keyVault, masterKey }: Config, newKey: string | undefined): void {
  if (keyVault === 'memory') throw new ConfigInvalid(['KITH_KEY_VAULT: keys in memory end with their engine']);
  if (keyVault === 'sqlite' && !existsSync(join(data, 'keys.sqlite'))) throw new ConfigInvalid([`KITH_DATA: there is no key vault in ${data}`]);
  if (masterKey === undefined) {
    if (!existsSync(join(data, 'master.key'))) throw new ConfigInvalid([`KITH_MASTER_KEY: it is not set, and there is no master.key in ${data}`]);
  } else if (newKey === undefined) throw new ConfigInvalid(['KITH_MASTER_KEY gives the old master key: say with --new-key which file is to hold the new one']);
}

function report({ keys, destroyed, tenantSecrets, wasRotated, newKey, kept }: MasterKeyRotated, { masterKey }: Config): string {
  const next = kept
    ? `The data folder keeps the new one (${newKey}): put a copy of it where the copy of the old one is.`
    : `The new one is in ${newKey}. Before an engine starts, give it with KITH_MASTER_KEY, or KITH_MASTER_KEY_FILE${masterKey === undefined ? '' : ', in the place of the old one'}; then remove the file.`;
  return `${wasRotated ? 'the vault has the new master key already; what an earlier run had left to do is done: ' : ''}${keys} keys (${destroyed} of them destroyed) and the secrets of ${tenantSecrets} tenants are wrapped by the new master key
nothing in the vault is opened by the old one any more
${next}
Backups of the vault that are older need the old one: keep it as long as you keep them.
`;
}

/** One line that is written over on a terminal; none elsewhere. */
function shown(): (done: number, of: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, of) => process.stderr.write(`\r\u001b[K${done} of ${of} keys${done >= of ? '\n' : ''}`);
}

function say(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
