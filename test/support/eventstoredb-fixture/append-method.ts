import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { type AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { type Answer, type Answering, type Append, serveAppend } from './appending';
import { noteName, requiresLeader } from './call-headers';
import { type CallFailure, failures } from './failures';
import type { Expected } from './log';
import type { Node } from './node';
import { InvalidProposal, proposedEvent, streamName } from './proposals';
import type { ProposedEvent } from './records';

/** The method that takes one append: options first, then an event a message. */
export function appendMethod(node: Node): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    noteName(node, call.metadata);
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    let refused: CallFailure | undefined;
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed === undefined || refused !== undefined) return;
      try {
        events.push(proposedEvent(proposed));
      } catch (error) {
        refused = error instanceof InvalidProposal ? failures.metadataMissing(error.property) : failures.invalidArgument(String(error));
      }
    });
    call.on('end', () => {
      node.appends.unary += 1;
      if (refused !== undefined) return callback(refused);
      if (options === undefined) return callback(failures.invalidArgument('an append without options'));
      const expected = unaryExpectation(options);
      const stream = streamName(options.getStreamIdentifier());
      const answering: Answering = {
        answer: (answer) => {
          const response = unaryResponse(node, stream, expected, answer);
          if (response instanceof AppendResp) callback(null, response);
          else callback(response);
        },
        fail: (failure) => callback(failure),
        drop: (all) => (all ? node.connections.dropAll() : node.connections.drop(call.getPeer())),
        end: () => callback(failures.unavailable()),
      };
      // gRPC itself ends the call at its deadline; the server's own time limit decides whether it is still stored.
      const append: Append = { stream, expected, events, deadline: Number(call.getDeadline()), requiresLeader: requiresLeader(call.metadata) };
      void serveAppend(node, append, answering);
    });
  };
}

function unaryExpectation(options: AppendReq.Options): Expected {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return -1;
  return options.hasStreamExists() ? 'exists' : 'any';
}

function unaryResponse({ maxAppendBytes }: Node, stream: string, expected: Expected, answer: Answer): AppendResp | CallFailure {
  switch (answer.kind) {
    case 'stored': {
      const position = new AppendResp.Position().setCommitPosition(String(answer.position)).setPreparePosition(String(answer.position));
      return new AppendResp().setSuccess(new AppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position));
    }
    case 'wrong-revision':
      return new AppendResp().setWrongExpectedVersion(unaryWrongVersion(expected, answer.current));
    case 'deleted':
      return failures.streamDeleted(stream);
    case 'timeout':
      return failures.timeout();
    case 'too-large':
      return failures.tooLarge(maxAppendBytes);
    case 'not-ready':
      return failures.notReady();
    case 'no-leader':
      return failures.notLeader();
    case 'access-denied':
      return failures.accessDenied();
  }
}

function unaryWrongVersion(expected: Expected, current: number): AppendResp.WrongExpectedVersion {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') return wrong.setExpectedAny(new Empty());
  if (expected === 'exists') return wrong.setExpectedStreamExists(new Empty());
  return expected < 0 ? wrong.setExpectedNoStream(new Empty()) : wrong.setExpectedRevision(String(expected));
}
