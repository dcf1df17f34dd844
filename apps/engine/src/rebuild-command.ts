import { openMasterKey } from '@kith/adapters';
import { type Config, ConfigInvalid } from '@kith/config';
import type { RebuildProgress } from '@kith/read-models';
import { configurationOf, logIn } from './command-line';
import { placesOf } from './parts/places';
import { rebuildPlaces } from './parts/rebuild-places';
import { whyNotStarted } from './why-not-started';

/**
 * Builds all read models anew from the log, beside the ones that serve, and then puts them in their place. An engine on the
 * same data goes on serving, and uses the new ones within a second or two. @returns the exit code: 0 done, 1 failed, 2 wrong configuration
 */
export async function rebuildCommand(argv: readonly string[]): Promise<number> {
  const config = configurationOf(argv, (given) => {
    if (given.eventStore === 'memory')
      throw new ConfigInvalid(['KITH_EVENT_STORE: a log in memory ends with its engine; there is nothing to rebuild from here, ask the engine over HTTP']);
    logIn(given);
  });
  if (typeof config === 'number') return config;
  try {
    await rebuildIn(config);
    return 0;
  } catch (error) {
    process.stderr.write(`${whyNotStarted(error, config).replace('kith cannot start', 'the read models were not rebuilt')}\n`);
    return 1;
  }
}

async function rebuildIn(config: Config): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error('it was interrupted; what serves is as it was')));
  const began = Date.now();
  const { position } = await rebuildPlaces(placesOf(config, openMasterKey(config.data, config.masterKey).key), {
    onProgress: shown(),
    signal: interrupted.signal,
  });
  process.stdout.write(`read models rebuilt up to position ${position} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/** One line that is written over on a terminal; one every ten seconds elsewhere. */
function shown(): (progress: RebuildProgress) => void {
  const terminal = process.stderr.isTTY;
  let next = 0;
  return ({ done, total, events, share, perSecond, secondsLeft }) => {
    const ended = done === total;
    if (Date.now() < next && !ended) return;
    next = Date.now() + (terminal ? 200 : 10_000);
    const left = Number.isFinite(secondsLeft) ? `, ${Math.ceil(secondsLeft)} s left` : '';
    process.stderr.write(
      `${terminal ? '\r\u001b[K' : ''}${events} events, ${Math.floor(share * 100)} %, ${Math.round(perSecond)}/s${left}${!terminal || ended ? '\n' : ''}`,
    );
  };
}
