import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigInvalid } from '@kith/config';
import { RebuildInProgress } from '@kith/read-models';
import { configurationOf, logIn } from './command-line';
import { type VerifyProgress, verifyPlaces } from './parts/verify-places';
import { asJson, asText, isWell } from './verify-report';
import { whyNotStarted } from './why-not-started';

/**
 * Checks the log, and the read models against a rebuild, while engines go on serving; changes nothing of either.
 * With `--json` the result is one JSON object. @returns the exit code: 0 all is well, 1 something differs or could not be checked, 2 wrong configuration
 */
export async function verifyCommand(argv: readonly string[]): Promise<number> {
  const config = configurationOf(
    argv.filter((word) => word !== '--json'),
    (given) => {
      if (given.eventStore === 'memory')
        throw new ConfigInvalid(['KITH_EVENT_STORE: a log in memory ends with its engine; there is nothing to verify from here']);
      logIn(given);
      keysIn(given);
    },
  );
  if (typeof config === 'number') return config;
  try {
    const verified = await verifyIn(config);
    process.stdout.write(argv.includes('--json') ? asJson(verified) : asText(verified));
    return isWell(verified) ? 0 : 1;
  } catch (error) {
    const why =
      error instanceof RebuildInProgress ? 'kith cannot start: the read models are being rebuilt at the moment; try again when that has ended' : undefined;
    process.stderr.write(`${(why ?? whyNotStarted(error, config)).replace('kith cannot start', 'not everything could be verified')}\n`);
    return 1;
  }
}

/** Opening a vault that is not there would make one. @throws ConfigInvalid */
function keysIn({ data, keyVault }: Config): void {
  if (keyVault === 'sqlite' && !existsSync(join(data, 'keys.sqlite')))
    throw new ConfigInvalid([`KITH_DATA: there is no key vault in ${data}, and without it nobody can tell what opens`]);
}

async function verifyIn(config: Config) {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error('it was interrupted; nothing was changed')));
  return verifyPlaces(config, { onProgress: shown(), signal: interrupted.signal });
}

/** One line that is written over on a terminal; one every ten seconds, and at each change of phase, elsewhere. */
function shown(): (progress: VerifyProgress) => void {
  const terminal = process.stderr.isTTY;
  let [next, phase] = [0, ''];
  return (progress) => {
    if (Date.now() < next && progress.phase === phase) return;
    const newLine = terminal && phase !== '' && progress.phase !== phase ? '\n' : '';
    next = Date.now() + (terminal ? 200 : 10_000);
    ({ phase } = progress);
    process.stderr.write(`${newLine}${terminal ? '\r\u001b[K' : ''}${lineOf(progress)}${terminal ? '' : '\n'}`);
  };
}

function lineOf(progress: VerifyProgress): string {
  if (progress.phase === 'comparing') return `comparing: table ${progress.done + 1} of ${progress.of}, ${progress.table}`;
  const { phase, events, share, perSecond, secondsLeft } = progress;
  const left = Number.isFinite(secondsLeft) ? `, ${Math.ceil(secondsLeft)} s left` : '';
  return `${phase === 'log' ? 'reading the log' : 'rebuilding'}: ${events} events, ${Math.floor(share * 100)} %, ${Math.round(perSecond)}/s${left}`;
}
