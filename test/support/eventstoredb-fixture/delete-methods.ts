import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb';
import { DeleteResp, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { failures } from './failures';
import type { Decision, Expected } from './log';
import type { Node } from './node';
import { streamName } from './proposals';

/** The method of a soft delete. */
export function deleteMethod({ log }: Node): handleUnaryCall<DeleteReq, DeleteResp> {
  return ({ request }, callback) => {
    const options = request.getOptions();
    const stream = streamName(options?.getStreamIdentifier());
    const expected = expectation(options);
    const outcome = deleted('Delete', stream, expected, log.softDelete(stream, expected));
    if (typeof outcome !== 'string') return callback(outcome);
    callback(null, new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(outcome).setPreparePosition(outcome)));
  };
}

/** The method that ends a stream for ever. */
export function tombstoneMethod({ log }: Node): handleUnaryCall<TombstoneReq, TombstoneResp> {
  return ({ request }, callback) => {
    const options = request.getOptions();
    const stream = streamName(options?.getStreamIdentifier());
    const expected = expectation(options);
    const outcome = deleted('Tombstone', stream, expected, log.tombstone(stream, expected));
    if (typeof outcome !== 'string') return callback(outcome);
    callback(null, new TombstoneResp().setPosition(new TombstoneResp.Position().setCommitPosition(outcome).setPreparePosition(outcome)));
  };
}

/** The position, or why not. */
function deleted(operation: string, stream: string, expected: Expected, decision: Decision): string | ReturnType<typeof failures.streamDeleted> {
  if (decision.kind === 'stored') return String(decision.position);
  if (decision.kind === 'deleted') return failures.streamDeleted(stream);
  // ANY is -2 and STREAM_EXISTS -4 on the server.
  const asked = expected === 'any' ? -2 : expected === 'exists' ? -4 : expected;
  return failures.wrongExpectedVersion(operation, stream, asked, decision.current);
}

function expectation(options: DeleteReq.Options | TombstoneReq.Options | undefined): Expected {
  if (options?.hasRevision()) return Number(options.getRevision());
  if (options?.hasNoStream()) return -1;
  return options?.hasStreamExists() ? 'exists' : 'any';
}
