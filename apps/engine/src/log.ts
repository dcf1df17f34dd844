import type { LogLevel } from '@kith/config';
import { destination, type Logger, pino } from 'pino';

/** Injection token of the one logger: JSON lines on standard output. What is logged is chosen field by field, never a request or an error whole. */
export const Log = Symbol('Log');

/** Written as it happens, so that the last line before a crash is there. */
export const logger = (level: LogLevel): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 1, sync: true }));
