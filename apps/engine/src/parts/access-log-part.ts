import { type AccessLog, AccessLogUnavailable, AccessNotes, Clock, forgetOldNotes, SettingsReader } from '@kith/application';
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { whereabouts } from '../http/problem.filter';

/** How often old notes are removed, in milliseconds. */
const forgetEveryMs = 60 * 60 * 1_000;

/** Notes on their way to the log; whoever runs the engine is told when they do not arrive. */
export function accessNotes(accessLog: AccessLog, log: Logger): AccessNotes {
  return new AccessNotes(accessLog, {
    onTrouble: (error) => {
      if (error) log.warn(told(error), 'the log of accesses cannot be written: notes are kept and tried again, and once too many wait nothing is shown');
      else log.info('the log of accesses can be written again');
    },
  });
}

/** Removes old notes now and every hour, on as many processes as there are: none has to be the one. @returns how to end it, with what waits written */
export function keepAccessLog(app: INestApplicationContext, accessLog: AccessLog, log: Logger): () => Promise<void> {
  const [notes, settings, clock] = [app.get(AccessNotes), app.get(SettingsReader), app.get(Clock)];
  const stopping = new AbortController();
  const forget = async () => {
    try {
      const gone = await forgetOldNotes(accessLog, (tenant) => settings.of(tenant), clock.now(), stopping.signal);
      if (gone > 0) log.info({ gone }, 'old notes of who read what were removed');
    } catch (error) {
      log.warn(told(error), 'old notes of who read what could not be removed: it is tried again in an hour');
    }
  };
  let forgetting = forget();
  const timer = setInterval(() => {
    forgetting = forgetting.then(forget);
  }, forgetEveryMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await forgetting;
    const lost = await notes.close();
    if (lost > 0) log.error({ lost }, 'notes of who read what could not be written, and are lost');
  };
}

/** Words of its own, or only where it happened: messages of unforeseen errors can quote what was being stored. */
const told = (error: unknown): object =>
  error instanceof AccessLogUnavailable ? { error: error.message } : { error: whereabouts(error).name, at: whereabouts(error).at };
