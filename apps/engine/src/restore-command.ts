import { resolve } from 'node:path';
import type { Config } from '@kith/config';
import { configurationOf, embedded } from './command-line';
import { ownFlags } from './own-flags';
import { checkBackup, type Restored, type RestoreWanted, type RestoringProgress, restoreTo } from './parts/restore-places';
import { shownBytes, sizeOf } from './shown-bytes';
import { shownProgress } from './shown-progress';
import { stoppedBy } from './stopped-by';
import { whyNotKept } from './why-not-kept';

const usage = `kith restore --from <backup> (--erasures-from <place> … | --no-erasures) [--vault-from <folder>] [--master-key-from <file>]
             [--accept-findings] [--dry-run] [--json] [settings]
  Puts a backup into an empty data folder (--data, KITH_DATA), and verifies it before it says that it is done.
  --erasures-from    tells who was erased since, so that they are erased again: a data folder or a backup with a newer log, or a file
                     with {"tenant": …, "endUserId": …} a line. Can be given several times
  --no-erasures      nobody was erased since the backup, or nobody can tell who was
  --vault-from       where the keys are when they lie apart from the log: of the same backup, of a newer one, or of a data folder
  --master-key-from  a file with the master key, which the data folder is to keep; not needed with KITH_MASTER_KEY
  --accept-findings  restores a log in which something is wrong as it is
  --dry-run          reads and compares the whole backup, and writes nothing
docs/how-to/back-up.md tells the rest.
`;

const textFlags = ['from', 'vault-from', 'erasures-from', 'master-key-from'] as const;
const switchFlags = ['no-erasures', 'accept-findings', 'dry-run', 'json', 'help'] as const;

/** Restores a backup. @returns the exit code: 0 done and verified, 1 failed and nothing was left, 2 wrong use or configuration */
export async function restoreCommand(argv: readonly string[]): Promise<number> {
  const { texts, switches, settings, incomplete } = ownFlags(argv, textFlags, switchFlags);
  if (switches.help) return say(0, usage);
  const from = texts.from.at(-1);
  if (incomplete.length > 0 || from === undefined) return say(2, incomplete.length > 0 ? `${incomplete.join(', ')} lacks a value\n\n${usage}` : usage);
  if (!switches['dry-run'] && texts['erasures-from'].length > 0 === switches['no-erasures']) return say(2, `${whoWasErased}\n\n${usage}`);
  const config = configurationOf(settings, embedded);
  if (typeof config === 'number') return config;
  const wanted: RestoreWanted = {
    from: resolve(from),
    vaultFrom: absolute(texts['vault-from'].at(-1)),
    masterKeyFrom: absolute(texts['master-key-from'].at(-1)),
    erasuresFrom: texts['erasures-from'].map((place) => resolve(place)),
    acceptFindings: switches['accept-findings'],
  };
  try {
    return say(0, switches['dry-run'] ? await checked(wanted, config, switches.json) : await restored(wanted, config, switches.json));
  } catch (error) {
    return say(1, `${switches['dry-run'] ? 'the backup cannot be restored' : 'nothing was restored'}: ${whyNotKept(error, config)}\n`);
  }
}

const whoWasErased = `A backup holds everybody who was erased since it was taken. Say who, with --erasures-from; or that nobody was, with --no-erasures.`;

const absolute = (path: string | undefined): string | undefined => path && resolve(path);

async function checked(wanted: RestoreWanted, { data }: Config, json: boolean): Promise<string> {
  const { log, vault } = await checkBackup(wanted, { signal: stoppedBy('SIGINT', 'SIGTERM') });
  const { takenAt, position, readModels, files } = log.manifest;
  const bytes = [...files, ...(vault.manifest?.files ?? [])].reduce((sum, file) => sum + file.bytes, 0);
  if (json) return `${JSON.stringify({ dryRun: true, takenAt, position, readModels, bytes, data })}\n`;
  return `the backup is whole: position ${position}, as of ${takenAt}, ${sizeOf(bytes)}${readModels ? ' with read models' : ''}; it would be restored to ${data}\n`;
}

async function restored(wanted: RestoreWanted, config: Config, json: boolean): Promise<string> {
  const began = Date.now();
  const done = await restoreTo(config, wanted, { onProgress: shown(), signal: stoppedBy('SIGINT', 'SIGTERM') });
  const seconds = (Date.now() - began) / 1000;
  const { data } = config;
  if (json) return `${JSON.stringify({ ...done, log: { ...done.log, position: done.log.position.toString() }, data, seconds })}\n`;
  return report(done, data, seconds);
}

function report({ takenAt, position, readModels, erased, log, explained }: Restored, data: string, seconds: number): string {
  const others = log.found - explained;
  return `restored to ${data} in ${seconds.toFixed(1)} s, as of ${takenAt}
the log: ${log.events} events in ${log.streams} streams, verified: ${others === 0 ? 'all is well' : `${others} findings, which were accepted`}
${explained > 0 ? `${explained} keys are destroyed for people whose erasure an engine ends when it starts\n` : ''}erased again: ${erased.again} profiles (${erased.before} were erased before, ${erased.unknown} are not in this backup)
${readModels ? 'the read models came along' : 'read models are made from the log when an engine starts'}
Whoever has read beyond position ${position} goes back to it: what comes now has the numbers of what was lost.
`;
}

function shown(): (progress: RestoringProgress) => void {
  const [copying, verifying] = [shownBytes(), shownProgress()];
  return (progress) => (progress.phase === 'copying' ? copying(progress) : verifying(progress));
}

function say(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
