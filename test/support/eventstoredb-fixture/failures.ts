import { Metadata, status } from '@grpc/grpc-js';

/** An error that ends a call, with the trailers that clients make their error classes from. */
export interface CallFailure {
  readonly code: status;
  readonly details: string;
  readonly metadata?: Metadata;
}

/** Where the leader of a cluster listens. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** The failures of a real server's RpcExceptions, name for name. */
export const failures = {
  notReady: (): CallFailure => ({ code: status.UNAVAILABLE, details: 'Server Is Not Ready' }),
  unavailable: (): CallFailure => ({ code: status.UNAVAILABLE, details: 'Connection dropped' }),
  timeout: (): CallFailure => ({ code: status.ABORTED, details: 'Operation timed out: Prepare phase timeout.' }),
  notLeader: (leader?: Endpoint): CallFailure =>
    leader
      ? failure(status.NOT_FOUND, 'Leader info available', {
          exception: 'not-leader',
          'leader-endpoint-host': leader.host,
          'leader-endpoint-port': String(leader.port),
        })
      : { code: status.UNKNOWN, details: 'No leader info available in response' },
  streamDeleted: (stream: string): CallFailure =>
    failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream }),
  wrongExpectedVersion: (operation: string, stream: string, expected: number, actual: number): CallFailure =>
    failure(
      status.FAILED_PRECONDITION,
      `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
      { exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': String(expected), 'actual-version': String(actual) },
    ),
  accessDenied: (): CallFailure => failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  tooLarge: (most: number): CallFailure =>
    failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(most),
    }),
  metadataMissing: (property: string): CallFailure =>
    failure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  /** A read of $all that starts within a record; subscriptions get another code for it. */
  invalidReadPosition: (): CallFailure => ({ code: status.UNKNOWN, details: 'Unexpected ReadAllResult: InvalidPosition' }),
  invalidSubscriptionPosition: (): CallFailure => ({ code: status.INVALID_ARGUMENT, details: 'Trying to read from an invalid position.' }),
  invalidArgument: (details: string): CallFailure => ({ code: status.INVALID_ARGUMENT, details }),
};

function failure(code: status, details: string, trailers: Readonly<Record<string, string>>): CallFailure {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}
