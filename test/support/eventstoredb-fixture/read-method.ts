import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { noteName, requiresLeader } from './call-headers';
import { type CallFailure, failures } from './failures';
import type { Node } from './node';
import { streamName } from './proposals';
import { eventAnswer, lastRevisionAnswer, notFoundAnswer, type ReadAnswer, resolvedAnswer } from './read-answers';
import { end, type ReadCall, send, survive } from './read-call';
import { allStart, filterOf, inclusiveIndex, streamStart, whyNotRead } from './read-range';
import type { LogRecord } from './records';
import { subscribe } from './subscribing';

/** The method of all reads and subscriptions. */
export function readMethod(node: Node): handleServerStreamingCall<ReadReq, ReadAnswer> {
  return (call) => {
    noteName(node, call.metadata);
    call.on('error', () => undefined);
    void serve(node, call).catch((error: unknown) => end(call, failures.invalidArgument(String(error))));
  };
}

async function serve(node: Node, call: ReadCall): Promise<void> {
  const options = call.request.getOptions();
  if (options === undefined) return end(call, failures.invalidArgument('a read without options'));
  const target = options.hasSubscription() ? 'subscriptions' : 'reads';
  const struck = node.faults.strike(target);
  if (struck?.fault.kind === 'freeze' && node.standing() !== 'leader') await struck.lifted;
  const standing = node.standing();
  if (standing !== 'leader' && requiresLeader(call.metadata))
    return end(call, typeof standing === 'object' ? failures.notLeader(standing) : failures.notReady());
  const most = struck?.fault.kind === 'silent-end' && target === 'reads' ? (struck.fault.afterEvents ?? 0) : undefined;
  if (struck !== undefined && most === undefined && !(await survive(node, call, struck))) return;
  const refused = whyNotRead(node.log, options);
  if (refused !== undefined) return end(call, refused);
  if (options.hasSubscription()) return subscribe(node, call, options);
  const lagMs = struck?.fault.kind === 'stale' ? struck.fault.lagMs : standing === 'leader' ? 0 : node.followerLagMs;
  const known = knownAfter(node, lagMs);
  const failure = await read(node, call, options, Math.min(most ?? Number.POSITIVE_INFINITY, Number(options.getCount())), known);
  if (call.cancelled) return;
  if (failure === undefined) call.end();
  else end(call, failure);
}

async function read(node: Node, call: ReadCall, options: ReadReq.Options, count: number, known: number): Promise<CallFailure | undefined> {
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.getStream();
  if (stream === undefined) {
    await sendEvents(node, call, allEvents(node, options, backwards, known), count);
    return undefined;
  }
  const name = streamName(stream.getStreamIdentifier());
  const all = node.log.stream(name);
  if (all === 'deleted') return failures.streamDeleted(name);
  const records = known < node.log.records.length ? all?.filter(({ index }) => index < known) : all;
  if (records === undefined || (records.length === 0 && all?.length !== 0)) await send(call, notFoundAnswer(name));
  else {
    await sendEvents(node, call, streamEvents(records, streamStart(stream), backwards), count);
    // Servers say so to clients that ask for it, and so that nothing was cut off.
    const asked = (options.getControlOption()?.getCompatibility() ?? 0) >= 1;
    if (asked && count === Number(options.getCount())) await send(call, lastRevisionAnswer(records.at(-1)?.revision ?? 0));
  }
  return undefined;
}

/** How many events of the log a server knows that is so far behind; what is appended while it reads is known too when it is not. */
function knownAfter({ log: { records } }: Node, lagMs: number): number {
  if (lagMs === 0) return Number.POSITIVE_INFINITY;
  const youngest = (Date.now() - lagMs) * 10_000;
  let known = records.length;
  while (known > 0 && Number(records[known - 1]?.ticks) > youngest) known -= 1;
  return known;
}

function* allEvents(node: Node, options: ReadReq.Options, backwards: boolean, known: number): Generator<LogRecord> {
  const all = options.getAll();
  if (all === undefined) return;
  const { records } = node.log;
  const passes = filterOf(options);
  let index = inclusiveIndex(node.log, allStart(all));
  if (backwards) index = Math.min(index, known) - 1;
  for (let record = records[index]; record !== undefined && index < known; record = records[index]) {
    if (passes === undefined || passes(record)) yield record;
    index += backwards ? -1 : 1;
  }
}

function* streamEvents(records: readonly LogRecord[], start: 'start' | 'end' | number, backwards: boolean): Generator<LogRecord> {
  const first = records[0]?.revision ?? 0;
  if (backwards) {
    const last = start === 'end' ? records.length - 1 : start === 'start' ? 0 : Math.min(records.length - 1, start - first);
    for (let at = last; at >= 0; at -= 1) yield* records.slice(at, at + 1);
    return;
  }
  if (start === 'end') return;
  for (let at = start === 'start' ? 0 : Math.max(0, start - first); at < records.length; at += 1) yield* records.slice(at, at + 1);
}

async function sendEvents(node: Node, call: ReadCall, events: Iterable<LogRecord>, count: number): Promise<void> {
  const resolve = call.request.getOptions()?.getResolveLinks() ?? false;
  let sent = 0;
  for (const record of events) {
    if (sent >= count || call.cancelled) return;
    await send(call, resolve ? resolvedAnswer(node.log, record) : eventAnswer(record));
    sent += 1;
  }
}
