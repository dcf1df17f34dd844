import {
  AccessDenied,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  StreamIdentifier,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { status as code } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { Expected } from './log';

interface Serializable {
  serializeBinary(): Uint8Array;
}

/** The errors within a batch's answer: google.rpc.Status with a detail, name for name those of the server's Status class. */
export const batchStatus = {
  /** Revisions are unsigned, so no stream is told apart by a field of its own. */
  wrongExpectedVersion(expected: Expected, current: number): Status {
    const detail = new WrongExpectedVersion();
    if (current < 0) detail.setCurrentNoStream(new Empty());
    else detail.setCurrentStreamRevision(String(current));
    if (expected === 'any') detail.setExpectedAny(new Empty());
    else if (expected === 'exists') detail.setExpectedStreamExists(new Empty());
    else if (expected < 0) detail.setExpectedNoStream(new Empty());
    else detail.setExpectedStreamPosition(String(expected));
    return status(code.ALREADY_EXISTS, 'WrongExpectedVersion', detail, 'event_store.client.WrongExpectedVersion');
  },
  streamDeleted(stream: string): Status {
    const detail = new StreamDeleted().setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)));
    return status(code.NOT_FOUND, 'StreamDeleted', detail, 'event_store.client.StreamDeleted');
  },
  tooLarge(most: number): Status {
    return status(
      code.INVALID_ARGUMENT,
      'MaximumAppendSizeExceeded',
      new MaximumAppendSizeExceeded().setMaxappendsize(most),
      'event_store.client.MaximumAppendSizeExceeded',
    );
  },
  timeout: (): Status => status(code.DEADLINE_EXCEEDED, 'Timeout', new Timeout(), 'event_store.client.Timeout'),
  accessDenied: (): Status => status(code.PERMISSION_DENIED, 'AccessDenied', new AccessDenied(), 'event_store.client.AccessDenied'),
  /** The server says these in the message alone, without a code: clients can only show it. */
  notReady: (): Status => status(code.OK, 'Server Is Not Ready', new Empty(), 'google.protobuf.Empty'),
  noLeader: (): Status => status(code.OK, 'No leader info available in response', new Empty(), 'google.protobuf.Empty'),
  badRequest: (): Status => status(code.INVALID_ARGUMENT, 'BadRequest', new Empty(), 'event_store.client.BadRequest'),
};

function status(number: code, message: string, detail: Serializable, name: string): Status {
  const details = new Any();
  details.pack(detail.serializeBinary(), name);
  // Both enumerations are google.rpc.Code.
  return new Status()
    .setCode(number as number)
    .setMessage(message)
    .setDetails(details);
}
