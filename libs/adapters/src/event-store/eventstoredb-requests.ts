import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { streamIdentifier } from './eventstoredb-batches';

/** An event as the server has it: its position is the server's, its stream has the prefix. */
export interface ServerEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly type: string;
  readonly id: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Which events of all streams the server is to send; it looks at one of the two only. */
export type Filter = { readonly streamPrefix: string } | { readonly types: string };
/** Events of the server's own begin with a dollar. */
export const noSystemEvents: Filter = { types: '^[^\\$]' };

/** How many events the server looks at before it takes a breath. */
const searchWindow = 1000;
const none = 2n ** 64n - 1n;

/** A stretch of one stream. */
export function streamRequest(stream: string, { from, count, backwards = false }: { from?: number; count: number; backwards?: boolean }): ReadReq {
  const options = optionsOf(backwards);
  const streamOptions = new ReadReq.Options.StreamOptions();
  streamOptions.setStreamIdentifier(streamIdentifier(stream));
  if (backwards) streamOptions.setEnd(new Empty());
  else if (from) streamOptions.setRevision(String(from));
  else streamOptions.setStart(new Empty());
  options.setStream(streamOptions);
  options.setCount(String(count));
  options.setNoFilter(new Empty());
  // The server then says where the stream ends: without a word of that the read was cut off.
  const control = new ReadReq.Options.ControlOption();
  control.setCompatibility(1);
  options.setControlOption(control);
  return requestOf(options);
}

/** A stretch of all streams from a position on, that one included; 0n is the beginning. */
export function allRequest(from: bigint, count: number, filter: Filter): ReadReq {
  const options = optionsOf(false);
  const all = new ReadReq.Options.AllOptions();
  if (from > 0n) {
    const position = new ReadReq.Options.Position();
    position.setCommitPosition(String(from));
    position.setPreparePosition(String(from));
    all.setPosition(position);
  } else all.setStart(new Empty());
  options.setAll(all);
  options.setCount(String(count));
  options.setFilter(filterOf(filter));
  return requestOf(options);
}

/** The last event of all streams. */
export function lastRequest(filter: Filter): ReadReq {
  const options = optionsOf(true);
  const all = new ReadReq.Options.AllOptions();
  all.setEnd(new Empty());
  options.setAll(all);
  options.setCount('1');
  options.setFilter(filterOf(filter));
  return requestOf(options);
}

/** What is committed from now on, for ever. */
export function liveRequest(filter: Filter): ReadReq {
  const options = optionsOf(false);
  const all = new ReadReq.Options.AllOptions();
  all.setEnd(new Empty());
  options.setAll(all);
  options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  options.setFilter(filterOf(filter));
  return requestOf(options);
}

/** Whether an answer says that a stream ends, or that there is none. */
export const isEndOfStream = (message: ReadResp): boolean => message.hasLastStreamPosition() || message.hasStreamNotFound();

/** The event of an answer; none in those that tell of something else. @throws Error on servers older than 22.6 */
export function eventOf(message: ReadResp): ServerEvent | undefined {
  const event = message.getEvent()?.getEvent();
  if (!event) return undefined;
  const position = BigInt(event.getCommitPosition());
  if (position === none) throw new Error('the server does not say where the events of a stream lie among all events: EventStoreDB 22.6 or newer is needed');
  const metadata = event.getMetadataMap();
  return {
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    revision: Number(event.getStreamRevision()),
    position,
    type: metadata.get('type') ?? '',
    id: event.getId()?.getString() ?? '',
    isJson: metadata.get('content-type') === 'application/json',
    data: event.getData_asU8(),
    metadata: event.getCustomMetadata_asU8(),
  };
}

function optionsOf(backwards: boolean): ReadReq.Options {
  const options = new ReadReq.Options();
  const uuids = new ReadReq.Options.UUIDOption();
  uuids.setString(new Empty());
  options.setUuidOption(uuids);
  options.setReadDirection(backwards ? 1 : 0);
  options.setResolveLinks(false);
  return options;
}

function filterOf(filter: Filter): ReadReq.Options.FilterOptions {
  const options = new ReadReq.Options.FilterOptions();
  const expression = new ReadReq.Options.FilterOptions.Expression();
  if ('streamPrefix' in filter) {
    expression.addPrefix(filter.streamPrefix);
    options.setStreamIdentifier(expression);
  } else {
    expression.setRegex(filter.types);
    options.setEventType(expression);
  }
  options.setMax(searchWindow);
  options.setCheckpointintervalmultiplier(1000);
  return options;
}

function requestOf(options: ReadReq.Options): ReadReq {
  const request = new ReadReq();
  request.setOptions(options);
  return request;
}
