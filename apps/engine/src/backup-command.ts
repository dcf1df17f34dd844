import { resolve } from 'node:path';
import type { Config } from '@kith/config';
import { configurationOf, embeddedIn } from './command-line';
import { ownFlags } from './own-flags';
import { type BackupWanted, backupOf, planOf } from './parts/backup-places';
import { shownBytes, sizeOf } from './shown-bytes';
import { stoppedBy } from './stopped-by';
import { whyNotKept } from './why-not-kept';

const usage = `kith backup --to <folder> [--vault-to <folder>] [--read-models] [--with-master-key] [--dry-run] [--json] [settings]
  Backs up a data folder, whether an engine uses it or not: the log, the keys, and what goes with them, of one moment.
  --to               a folder that does not exist yet; it has that name when it is complete
  --vault-to         another such folder for the keys, so that log and keys lie apart
  --read-models      takes the read models along; else the restored engine makes them anew
  --with-master-key  puts the master key beside the keys: whoever has both then reads everything
  --dry-run          says what would be copied, and copies nothing
docs/how-to/back-up.md tells what to keep where, and for how long.
`;

/** Backs up a data folder. @returns the exit code: 0 done, 1 failed and nothing is there, 2 wrong use or configuration */
export async function backupCommand(argv: readonly string[]): Promise<number> {
  const { texts, switches, settings, incomplete } = ownFlags(argv, ['to', 'vault-to'], ['read-models', 'with-master-key', 'dry-run', 'json', 'help']);
  if (switches.help) return say(0, usage);
  const [to, vaultTo] = [texts.to.at(-1), texts['vault-to'].at(-1)];
  if (incomplete.length > 0 || (to === undefined && !switches['dry-run']))
    return say(2, incomplete.length > 0 ? `${incomplete.join(', ')} lacks a value\n\n${usage}` : usage);
  const config = configurationOf(settings, embeddedIn);
  if (typeof config === 'number') return config;
  const wanted = { readModels: switches['read-models'], masterKey: switches['with-master-key'], vaultTo: vaultTo && resolve(vaultTo) };
  try {
    return say(
      0,
      to === undefined || switches['dry-run'] ? plan(config, wanted, switches.json) : await backedUp(config, { ...wanted, to: resolve(to) }, switches.json),
    );
  } catch (error) {
    return say(1, `there is no backup: ${whyNotKept(error, config)}\n`);
  }
}

function plan(config: Config, wanted: Pick<BackupWanted, 'readModels'>, json: boolean): string {
  const { position, files } = planOf(config, wanted);
  if (json) return `${JSON.stringify({ dryRun: true, position, files })}\n`;
  return `up to position ${position} these would be copied from ${config.data}:\n${files.map(({ name, bytes }) => `  ${name}: ${sizeOf(bytes)}\n`).join('')}`;
}

async function backedUp(config: Config, wanted: BackupWanted, json: boolean): Promise<string> {
  const began = Date.now();
  const taken = await backupOf(config, wanted, { onProgress: shownBytes(), signal: stoppedBy('SIGINT', 'SIGTERM') });
  const seconds = (Date.now() - began) / 1000;
  if (json) return `${JSON.stringify({ ...taken, seconds })}\n`;
  return `backed up to position ${taken.position}, as of ${taken.takenAt}: ${sizeOf(taken.bytes)} in ${seconds.toFixed(1)} s
the log is in ${taken.log}
the keys are in ${taken.vault}: keep them apart from the log, and not for longer than erased people may come back
${taken.masterKey ? 'the master key lies beside the keys: who has this and the log reads everything' : 'the master key is not in it; without it nobody can read the backup, so keep a copy of it elsewhere'}
`;
}

function say(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
