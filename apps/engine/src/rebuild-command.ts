import { openMasterKey } from '@kith/adapters';
import { type Config, ConfigInvalid } from '@kith/config';
import { configurationOf, logIn } from './command-line';
import { placesOf } from './parts/places';
import { rebuildPlaces } from './parts/rebuild-places';
import { asksForMoment, replayCommand } from './replay-command';
import { shownProgress } from './shown-progress';
import { whyNotStarted } from './why-not-started';

/**
 * Builds all read models anew from the log, beside the ones that serve, and then puts them in their place. An engine on the
 * same data goes on serving, and uses the new ones within a second or two. @returns the exit code: 0 done, 1 failed, 2 wrong configuration
 */
export async function rebuildCommand(argv: readonly string[]): Promise<number> {
  if (asksForMoment(argv)) return replayCommand(argv);
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
    onProgress: shownProgress(),
    signal: interrupted.signal,
  });
  process.stdout.write(`read models rebuilt up to position ${position} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}
