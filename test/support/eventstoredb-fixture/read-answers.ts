import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { FixtureLog } from './log';
import type { LogRecord } from './records';

/** A read's answer as it goes over the wire. */
export type ReadAnswer = ReadResp | Buffer;

/** The answer that holds an event; made once and kept, because thousands are read per second. */
export function eventAnswer(record: LogRecord): Buffer {
  record.wire ??= serialized(new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded(record)).setCommitPosition(String(record.position))));
  return record.wire;
}

/** The event that a link points at, with the link; the link alone when its target is gone. */
export function resolvedAnswer(log: FixtureLog, record: LogRecord): Buffer {
  if (record.type !== '$>') return eventAnswer(record);
  const [revision = '', ...name] = Buffer.from(record.data).toString('utf8').split('@');
  const stream = log.stream(name.join('@'));
  const target = Array.isArray(stream) ? (stream as readonly LogRecord[]).find((event) => event.revision === Number(revision)) : undefined;
  const event = new ReadResp.ReadEvent().setLink(recorded(record)).setCommitPosition(String(record.position));
  if (target !== undefined) event.setEvent(recorded(target));
  return serialized(new ReadResp().setEvent(event));
}

/** Says that a stream is not there. */
export function notFoundAnswer(stream: string): ReadResp {
  return new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream))));
}

/** Ends a read of a stream, for clients that ask for it: where the stream ends. */
export function lastRevisionAnswer(revision: number): ReadResp {
  return new ReadResp().setLastStreamPosition(String(revision));
}

/** Tells a filtered subscription how far the server has looked. */
export function checkpointAnswer({ position }: LogRecord): ReadResp {
  return new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)));
}

/** What goes over the wire for an answer. */
export function serialized(answer: ReadAnswer): Buffer {
  return Buffer.isBuffer(answer) ? answer : Buffer.from(answer.serializeBinary());
}

function recorded(record: LogRecord): ReadResp.ReadEvent.RecordedEvent {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(record.id))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(record.stream)))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.position))
    .setPreparePosition(String(record.position))
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  event
    .getMetadataMap()
    .set('type', record.type)
    .set('created', record.ticks)
    .set('content-type', record.isJson ? 'application/json' : 'application/octet-stream');
  return event;
}
