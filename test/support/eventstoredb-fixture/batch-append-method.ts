import { AllStreamPosition, type UUID } from '@eventstore/db-client/generated/shared_pb';
import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import { type Answer, type Answering, serveAppend } from './appending';
import { batchStatus } from './batch-status';
import { noteName, requiresLeader } from './call-headers';
import type { Expected } from './log';
import type { Node } from './node';
import { proposedEvent, streamName, uuidText } from './proposals';
import type { ProposedEvent } from './records';

/** The method of clients that know it: many appends over one call, answered by correlation id in any order. */
export function batchAppendMethod(node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    noteName(node, call.metadata);
    new BatchCall(node, call);
  };
}

/** An append of which not all parts have come in. */
interface Batch {
  readonly correlation: UUID | undefined;
  readonly options: BatchAppendReq.Options;
  readonly events: ProposedEvent[];
  refused: boolean;
}

class BatchCall {
  readonly #pending = new Map<string, Batch>();
  #open = 0;
  #ended = false;

  constructor(
    private readonly node: Node,
    private readonly call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  ) {
    call.on('data', (message: BatchAppendReq) => this.#take(message));
    call.on('error', () => undefined);
    call.on('end', () => {
      this.#ended = true;
      this.#endIfDone();
    });
  }

  #take(message: BatchAppendReq): void {
    const correlation = message.getCorrelationId();
    const key = uuidText(correlation);
    const options = message.getOptions();
    // Only the first part has options; parts that begin with none are dropped, as the server does.
    if (options !== undefined && !this.#pending.has(key)) this.#pending.set(key, { correlation, options, events: [], refused: false });
    const batch = this.#pending.get(key);
    if (batch === undefined) return;
    try {
      for (const proposed of message.getProposedMessagesList()) batch.events.push(proposedEvent(proposed));
    } catch {
      batch.refused = true;
    }
    if (!message.getIsFinal()) return;
    this.#pending.delete(key);
    this.#append(batch);
  }

  #append(batch: Batch): void {
    const { node, call } = this;
    const { options, events } = batch;
    const stream = streamName(options.getStreamIdentifier());
    const expected = batchExpectation(options);
    node.appends.batch += 1;
    if (batch.refused || stream === '') {
      this.#respond(batch, new BatchAppendResp().setError(batchStatus.badRequest()));
      return;
    }
    const answering: Answering = {
      answer: (answer) => this.#respond(batch, batchResponse(node, stream, expected, answer)),
      fail: (failure) => void call.emit('error', failure),
      drop: (all) => (all ? node.connections.dropAll() : node.connections.drop(call.getPeer())),
      end: () => call.end(),
    };
    const deadline = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
    this.#open += 1;
    void serveAppend(node, { stream, expected, events, deadline, requiresLeader: requiresLeader(call.metadata) }, answering).finally(() => {
      this.#open -= 1;
      this.#endIfDone();
    });
  }

  #respond({ correlation, options }: Batch, response: BatchAppendResp): void {
    response.setCorrelationId(correlation).setStreamIdentifier(options.getStreamIdentifier());
    if (!this.call.cancelled && this.call.writable) this.call.write(response);
  }

  #endIfDone(): void {
    if (this.#ended && this.#open === 0) this.call.end();
  }
}

function batchExpectation(options: BatchAppendReq.Options): Expected {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return -1;
  return options.hasStreamExists() ? 'exists' : 'any';
}

function batchResponse({ maxAppendBytes }: Node, stream: string, expected: Expected, answer: Answer): BatchAppendResp {
  const response = new BatchAppendResp();
  switch (answer.kind) {
    case 'stored': {
      const position = new AllStreamPosition().setCommitPosition(String(answer.position)).setPreparePosition(String(answer.position));
      return response.setSuccess(new BatchAppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position));
    }
    case 'wrong-revision':
      return response.setError(batchStatus.wrongExpectedVersion(expected, answer.current));
    case 'deleted':
      return response.setError(batchStatus.streamDeleted(stream));
    case 'timeout':
      return response.setError(batchStatus.timeout());
    case 'too-large':
      return response.setError(batchStatus.tooLarge(maxAppendBytes));
    case 'not-ready':
      return response.setError(batchStatus.notReady());
    case 'no-leader':
      return response.setError(batchStatus.noLeader());
    case 'access-denied':
      return response.setError(batchStatus.accessDenied());
  }
}
