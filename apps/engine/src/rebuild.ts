import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openMasterKey, SqliteEventStore, SqliteKeyVault, SqliteReadDatabase } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import { type Config, ConfigInvalid, HelpRequested, loadConfig } from '@kith/config';
import { type RebuildProgress, rebuild } from '@kith/read-models';
import { whyNotStarted } from './why-not-started';

/**
 * Builds all read models anew from the log, beside the ones that serve, and then puts them in their place. An engine on the
 * same data goes on serving, and uses the new ones within a second or two. Exit codes: 0 done, 1 failed, 2 wrong configuration.
 */
async function main(): Promise<void> {
  const config = configuration();
  if (!config) return;
  try {
    await rebuildIn(config);
  } catch (error) {
    process.stderr.write(`${whyNotStarted(error, config).replace('kith cannot start', 'the read models were not rebuilt')}\n`);
    process.exitCode = 1;
  }
}

function configuration(): Config | undefined {
  try {
    const config = loadConfig();
    if (config.eventStore === 'memory') throw new ConfigInvalid(['KITH_EVENT_STORE: a log in memory ends with its engine; there is nothing to rebuild from']);
    if (!existsSync(join(config.data, 'events.sqlite'))) throw new ConfigInvalid([`KITH_DATA: there is no log in ${config.data}`]);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigInvalid || error instanceof HelpRequested)) throw error;
    const asked = error instanceof HelpRequested;
    (asked ? process.stdout : process.stderr).write(`${error.message}\n`);
    process.exitCode = asked ? 0 : 2;
    return undefined;
  }
}

async function rebuildIn({ data, masterKey }: Config): Promise<void> {
  const store = SqliteEventStore.openReadOnly(data);
  const vault = new SqliteKeyVault({ folder: data, masterKey: openMasterKey(data, masterKey).key });
  const database = await SqliteReadDatabase.open(data);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error('it was interrupted; what serves is as it was')));
  const began = Date.now();
  try {
    const { position } = await rebuild({
      store,
      personalData: new PersonalData(vault),
      database,
      clock: new SystemClock(),
      onProgress: shown(),
      signal: interrupted.signal,
    });
    process.stdout.write(`read models rebuilt up to position ${position} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  } finally {
    await database.close();
    await vault.close();
    await store.close();
  }
}

/** One line that is written over on a terminal; one every ten seconds elsewhere. */
function shown(): (progress: RebuildProgress) => void {
  const terminal = process.stderr.isTTY;
  let next = 0;
  return ({ done, total, perSecond, secondsLeft }) => {
    const ended = done === total;
    if (Date.now() < next && !ended) return;
    next = Date.now() + (terminal ? 200 : 10_000);
    const left = Number.isFinite(secondsLeft) ? `, ${Math.ceil(secondsLeft)} s left` : '';
    process.stderr.write(`${terminal ? '\r\u001b[K' : ''}${done} of ${total} events, ${Math.round(perSecond)}/s${left}${!terminal || ended ? '\n' : ''}`);
  };
}

void main();
