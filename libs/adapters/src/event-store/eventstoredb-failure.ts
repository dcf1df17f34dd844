/**
 * What became of a call: `unreachable` never left this process; `passing` may have been carried out, and may succeed later;
 * `unready` the server said that it cannot at the moment; `denied` it will not; `no-such-place` is a position where no event begins;
 * `closed` this store is.
 */
export type FailureKind = 'unreachable' | 'passing' | 'unready' | 'denied' | 'no-such-place' | 'closed';

/** A call that did not end well, in words that hold nothing of what was to be stored. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

/** gRPC's status codes (grpc.github.io/grpc/core/md_doc_statuscodes.html). */
const code = { cancelled: 1, unknown: 2, invalidArgument: 3, notFound: 5, permissionDenied: 7, unauthenticated: 16, unavailable: 14 };
/** What the client and gRPC say when there was no connection to send anything over. */
const neverSent = /No connection established|Name resolution failed|Failed to discover|Channel closed before call started|Channel has been shut down/;
/** What servers say of a position between two records: in words since 24.10, as an unexpected result before. */
const noSuchPlace = /ReadAllResult|invalid position/i;

/** Reads the errors that gRPC and the client throw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code: status, details, message, metadata } = Object(error) as { code?: unknown; details?: unknown; message?: unknown; metadata?: MetadataLike };
  const words = typeof details === 'string' && details !== '' ? details : String(message ?? error);
  const exception = metadata?.get?.('exception')?.[0]?.toString();
  if (exception === 'not-leader') return new Failure('passing', 'the server is no longer the leader');
  if (exception === 'access-denied' || status === code.permissionDenied || status === code.unauthenticated)
    return new Failure('denied', 'the server refuses these credentials');
  if (neverSent.test(words)) return new Failure('unreachable', 'no server can be reached');
  if ((status === code.unknown || status === code.invalidArgument) && noSuchPlace.test(words)) return new Failure('no-such-place', 'no event begins there');
  if (/not ready|too busy|no leader info/i.test(words)) return new Failure('unready', 'the server is not ready');
  return new Failure('passing', typeof status === 'number' ? `the call ended with gRPC status ${status}` : 'the connection was lost');
}

interface MetadataLike {
  get?(key: string): readonly (string | Buffer)[];
}
