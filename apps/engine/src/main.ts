import 'reflect-metadata';
import { type Config, ConfigInvalid, HelpRequested, loadConfig } from '@kith/config';
import type { Logger } from 'pino';
import { type Engine, startEngine } from './engine';
import { whereabouts } from './http/problem.filter';
import { logger } from './log';
import { whyNotStarted } from './why-not-started';

/** Exit codes: 0 stopped as asked, 1 could not start or go on, 2 wrong configuration. */
async function main(): Promise<void> {
  // What the engine writes is for its owner alone, wherever it is copied to later.
  process.umask(0o077);
  const config = configuration();
  if (!config) return;
  const log = logger(config.logLevel);
  let engine: Engine;
  try {
    engine = await startEngine(config, log, showAdminKey);
  } catch (error) {
    process.stderr.write(`${whyNotStarted(error, config)}\n`);
    // Threads that were started already would keep the process.
    process.exit(1);
  }
  stopOnSignals(engine, log);
  process.stdout.write(`kith listening on ${engine.url}\n`);
}

/** At once, not when all is ready: should the start fail after it, nobody could ever find the key out. */
function showAdminKey(key: string): void {
  process.stdout.write(`admin key of tenant default (shown once): ${key}\n`);
}

/** Undefined when there is nothing to start. */
function configuration(): Config | undefined {
  try {
    return loadConfig();
  } catch (error) {
    if (error instanceof HelpRequested) {
      process.stdout.write(`${error.message}\n`);
      return undefined;
    }
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

/** One Ctrl-C can arrive as several signals, from the terminal and from the programs in between. Milliseconds. */
const sameRequestMs = 1_000;

/** The first signal asks the engine to end what is under way, a later one does not wait for it. */
function stopOnSignals(engine: Engine, log: Logger): void {
  let asked: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked !== undefined) {
      if (performance.now() - asked > sameRequestMs) process.exit(1);
      return;
    }
    asked = performance.now();
    log.info({ signal }, 'stopping');
    engine.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: whereabouts(error).name, at: whereabouts(error).at }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

void main();
