import { randomUUID } from 'node:crypto';
import { Empty, StreamIdentifier, UUID, WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb';
import { BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { BatchCall, Connection } from './eventstoredb-connection';
import { Failure } from './eventstoredb-failure';

/** An append as the server takes it; `stream` with its prefix. */
export interface BatchAppend {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly { type: string; eventId: string; data: string; metadata: string }[];
}

/** What the server says about an append. */
export type BatchReply =
  /** Without a position where the server does not say. */
  { readonly kind: 'stored'; readonly position?: bigint } | { readonly kind: 'elsewhere'; readonly actual: number } | { readonly kind: 'too-large' };

/** What a revision or position is where there is none: all bits set. */
const none = 2n ** 64n - 1n;

/** The appends of a store, over one call as long as it lasts. */
export class Batches {
  private opening: Promise<BatchLine> | undefined;

  constructor(private readonly connection: Connection) {}

  /** Sends an append once. @throws Failure, also when there is no answer within so many milliseconds */
  async send(append: BatchAppend, withinMs: number): Promise<BatchReply> {
    const ends = Date.now() + withinMs;
    this.opening ??= this.open();
    const line = await inTime(this.opening, withinMs, () => new Failure('unreachable', 'no server can be reached'));
    return line.ask(append, ends - Date.now());
  }

  private open(): Promise<BatchLine> {
    const forget = () => {
      if (this.opening === opening) this.opening = undefined;
    };
    const opening = BatchLine.open(this.connection, forget);
    opening.catch(forget);
    return opening;
  }
}

/** One call, and who waits for which answer over it. */
class BatchLine {
  private readonly waiting = new Map<string, { resolve(reply: BatchReply): void; reject(failure: Failure): void }>();
  private lost: Failure | undefined;
  private call: BatchCall;
  private awaited: (change: number) => void;

  static async open(connection: Connection, onLost: () => void): Promise<BatchLine> {
    const line = new BatchLine();
    const { call, heard, awaited } = await connection.batch((failure) => {
      onLost();
      line.lose(failure);
    });
    line.call = call;
    line.awaited = awaited;
    call.on('data', (response: BatchAppendResp) => {
      heard();
      line.answer(response);
    });
    return line;
  }

  async ask(append: BatchAppend, withinMs: number): Promise<BatchReply> {
    if (this.lost || withinMs <= 0) throw new Failure('unreachable', 'the connection was lost before the append was sent');
    const id = randomUUID();
    const answered = new Promise<BatchReply>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.awaited(1);
    try {
      this.call.write(requestOf(id, append));
      return await inTime(answered, withinMs, () => new Failure('passing', 'the server does not answer'));
    } finally {
      this.awaited(-1);
      this.waiting.delete(id);
    }
  }

  /** An answer that nobody waits for, a second one to the same append for example, is no news. */
  private answer(response: BatchAppendResp): void {
    const waiting = this.waiting.get(uuidOf(response.getCorrelationId()));
    if (!waiting) return;
    const error = response.getError();
    if (!error) {
      const position = response.getSuccess()?.getPosition()?.getCommitPosition();
      waiting.resolve({ kind: 'stored', ...(position && BigInt(position) !== none && { position: BigInt(position) }) });
      return;
    }
    const details = error.getDetails();
    const wrong = details?.unpack(WrongExpectedVersion.deserializeBinary, 'event_store.client.WrongExpectedVersion');
    if (wrong) waiting.resolve({ kind: 'elsewhere', actual: wrong.hasCurrentStreamRevision() ? revisionOf(wrong.getCurrentStreamRevision()) : -1 });
    else if (details?.getTypeName() === 'event_store.client.MaximumAppendSizeExceeded') waiting.resolve({ kind: 'too-large' });
    else waiting.reject(refusal(details?.getTypeName(), error.getMessage()));
  }

  private lose(failure: Failure): void {
    this.lost = failure;
    // That the server is not ready ended the call; what it had taken before may be stored all the same.
    const told = failure.kind === 'unready' ? new Failure('passing', failure.message) : failure;
    for (const { reject } of this.waiting.values()) reject(told);
  }
}

function refusal(type: string | undefined, message: string): Failure {
  if (type === 'event_store.client.AccessDenied') return new Failure('denied', 'the server refuses these credentials');
  if (type === 'event_store.client.StreamDeleted') return new Failure('denied', 'the stream was deleted on the server');
  if (/not ready|busy|no leader info/i.test(message)) return new Failure('unready', 'the server is not ready');
  return new Failure('passing', type === 'event_store.client.Timeout' ? 'the server ran out of time' : 'the server could not say what became of it');
}

function requestOf(id: string, { stream, expected, events }: BatchAppend): BatchAppendReq {
  const options = new BatchAppendReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  // Never "any": the server would store a repeat again after a restart. No deadline: the clocks of two machines may differ.
  if (expected < 0) options.setNoStream(new Empty());
  else options.setStreamPosition(String(expected));
  const request = new BatchAppendReq();
  request.setCorrelationId(uuid(id));
  request.setOptions(options);
  request.setIsFinal(true);
  for (const { type, eventId, data, metadata } of events) {
    const message = new BatchAppendReq.ProposedMessage();
    message.setId(uuid(eventId));
    message.getMetadataMap().set('type', type).set('content-type', 'application/json');
    message.setData(Buffer.from(data));
    message.setCustomMetadata(Buffer.from(metadata));
    request.addProposedMessages(message);
  }
  return request;
}

export function streamIdentifier(stream: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

function uuid(text: string): UUID {
  const value = new UUID();
  value.setString(text);
  return value;
}

/** Servers may answer with the two halves of an id instead of its text. */
function uuidOf(value: UUID | undefined): string {
  const halves = value?.getStructured();
  if (!halves) return value?.getString() ?? '';
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()].map((half) =>
    BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'),
  );
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** -1 for none, which some servers write as all bits set. */
function revisionOf(text: string): number {
  const revision = BigInt(text);
  return revision > BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(revision);
}

/** The outcome, or the failure when there is none within so many milliseconds. */
export async function inTime<T>(outcome: Promise<T>, withinMs: number, failure: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // A turn of the event loop first: the answer may lie there, and this process be the one that was slow.
    timer = setTimeout(() => setImmediate(() => reject(failure())), withinMs);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
    // One that comes later is nobody's.
    outcome.catch(() => undefined);
    late.catch(() => undefined);
  }
}
