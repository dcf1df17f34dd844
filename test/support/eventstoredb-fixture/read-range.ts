import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { CallFailure } from './failures';
import { failures } from './failures';
import type { FixtureLog } from './log';
import { streamName } from './proposals';
import type { LogRecord } from './records';

/** Events that the server looks at in one go; a filter without a window of its own counts its checkpoints by it. */
export const pageSize = 32;

/** The start of a position or revision in a request, before anything is known of the log. */
export type Start = 'start' | 'end' | { readonly commit: number; readonly prepare: number };

/** Where $all is to be read from. */
export function allStart(all: ReadReq.Options.AllOptions): Start {
  const position = all.getPosition();
  if (position !== undefined) return { commit: Number(position.getCommitPosition()), prepare: Number(position.getPreparePosition()) };
  return all.hasEnd() ? 'end' : 'start';
}

/** Where a stream is to be read from, as a revision. */
export function streamStart(stream: ReadReq.Options.StreamOptions): 'start' | 'end' | number {
  if (stream.hasRevision()) return Number(stream.getRevision());
  return stream.hasEnd() ? 'end' : 'start';
}

/** Number in $all of the first event for a forward read (inclusive), or after the last for a backward one (exclusive: it reads what lies before). */
export function inclusiveIndex(log: FixtureLog, start: Start): number {
  if (start === 'start') return 0;
  if (start === 'end') return log.records.length;
  const index = log.indexAt(start.commit);
  const at = log.records[index];
  // Positions compare by commit, then prepare; both are equal in the log.
  return at?.position === start.commit && start.prepare > start.commit ? index + 1 : index;
}

/** Number in $all of the first event for a subscription, which begins after the position. */
export function exclusiveIndex(log: FixtureLog, start: Start): number {
  if (start === 'start') return 0;
  if (start === 'end') return log.records.length;
  const index = log.indexAt(start.commit);
  const at = log.records[index];
  return at?.position === start.commit && start.prepare >= start.commit ? index + 1 : index;
}

/** The server's filter by stream name or event type, prefixes or a regular expression; undefined when all pass. */
export function filterOf(options: ReadReq.Options): ((record: LogRecord) => boolean) | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const byType = filter.getEventType();
  const expression = byType ?? filter.getStreamIdentifier();
  if (expression === undefined) return undefined;
  const subject = (record: LogRecord): string => (byType === undefined ? record.stream : record.type);
  const pattern = expression.getRegex();
  if (pattern !== '') {
    const regex = new RegExp(pattern, 'u');
    return (record) => regex.test(subject(record));
  }
  const prefixes = expression.getPrefixList();
  return (record) => prefixes.some((prefix) => subject(record).startsWith(prefix));
}

/** What the server refuses before it reads anything. */
export function whyNotRead(log: FixtureLog, options: ReadReq.Options): CallFailure | undefined {
  if (options.getUuidOption() === undefined) return failures.invalidArgument(' `uuidOption` is a required argument');
  const all = options.getAll();
  const stream = options.getStream();
  if (all === undefined && stream === undefined) return failures.invalidArgument("'None' is not a valid StreamOption");
  if (stream !== undefined && streamName(stream.getStreamIdentifier()) === '') return failures.invalidArgument('a stream without a name');
  if (options.hasSubscription() && options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS)
    return failures.invalidArgument('The combination of Subscription, Backwards is invalid.');
  const start = all && allStart(all);
  if (typeof start !== 'object' || log.isBoundary(start.commit)) return undefined;
  return options.hasSubscription() ? failures.invalidSubscriptionPosition() : failures.invalidReadPosition();
}
