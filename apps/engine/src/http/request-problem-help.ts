import type { ProblemCode } from './problems';

/** Why a problem comes about, and what to do about it: a sentence or two each, for the page of the problem. */
export interface ProblemHelp {
  readonly cause: string;
  readonly remedy: string;
}

/** Of what is wrong with a request whatever it asks for, or with the engine that it came to. */
export const requestProblemHelp = {
  'request-malformed': {
    cause: 'The body is empty, no JSON, no UTF-8 or of the wrong shape, or the path holds bytes that cannot be decoded.',
    remedy: 'Check how the client builds the request; sending it again unchanged never helps.',
  },
  'request-invalid': {
    cause: 'Fields, parameters or headers are missing, unknown or not of their form.',
    remedy: 'Correct each place that `errors` names: a JSON pointer into the body, a parameter or a header.',
  },
  unauthenticated: {
    cause: 'The API key is missing, misspelt, expired or revoked.',
    remedy: 'Send a valid key as `Authorization: Bearer kith_…`; an admin of the tenant can make a new one.',
  },
  'not-allowed': {
    cause: 'Each route is open to certain roles, and the role of this API key is not among them.',
    remedy: 'Use a key with one of the roles that `detail` names.',
  },
  'route-not-found': {
    cause: 'The path or the method is not one that this version of Kith serves.',
    remedy: 'Compare the request with `/docs`.',
  },
  'contact-point-unknown': {
    cause: 'Nobody holds this contact point, now or at the moment asked for.',
    remedy: 'Nothing is wrong: it is free. Send `Kith-After` when it was attached a moment ago.',
  },
  'membership-sweep-not-found': {
    cause: 'No work among members has this id: it begins a moment after the change of domains or settings that it follows.',
    remedy: 'List it with `GET /v1/membership-sweeps`, and take an id from there.',
  },
  'projection-not-found': {
    cause: 'Projections have fixed names, and this is none of them.',
    remedy: 'Take a name from `GET /v1/operations/projections`.',
  },
  'problem-not-found': {
    cause: 'Problem codes are fixed, and this is none of them.',
    remedy: 'Take a code from `/problems`.',
  },
  'position-unknown': {
    cause: 'The log was moved to another store since this position was given, and every event has a new position there.',
    remedy:
      'Forget positions and pages from before the move. To go on in the feed of events, read it from the beginning (`after=0`) and leave out the `id`s that are known.',
  },
  'rate-limited': {
    cause: 'Each API key may send so many requests a second, and this one has sent more.',
    remedy: 'Wait for the time in `Retry-After`. Send many interactions or commands as one stream instead of one request each.',
  },
  'rebuild-in-progress': {
    cause: 'A rebuild was started before and has not ended.',
    remedy: 'Follow it with `GET /v1/operations/projections`; start another one after it has ended.',
  },
  'line-too-long': {
    cause: 'A line of an NDJSON stream has more bytes than any item can have; often the line ends were lost.',
    remedy: 'Send one JSON object a line, each ended by a line feed. The other lines of the stream were handled.',
  },
  'body-too-large': {
    cause: 'Bodies are bounded, and so is what one event can hold.',
    remedy: 'Send less at once: fewer items in an array, or a stream of lines.',
  },
  'path-too-long': {
    cause: 'A part of the path has more characters than any id or address can have.',
    remedy: 'Check how the client builds the path; long addresses are looked up with `POST /v1/contact-points/lookup`.',
  },
  'media-type-unsupported': {
    cause: 'The Content-Type of the body is not one that this route takes.',
    remedy: 'Send JSON as `application/json`; the routes for streams also take `application/x-ndjson`.',
  },
  'position-after-moment': {
    cause: 'The engine was started on a replay, and the request names a position that the log reached only after the moment which that replay shows.',
    remedy: 'Ask without `Kith-After`, or ask the engine that serves the present. `Kith-As-Of` in every answer is the last position that is shown.',
  },
  'replay-is-read-only': {
    cause: 'The engine was started on a replay of a past moment: it answers questions and appends nothing.',
    remedy: 'Send the request to the engine that serves the present.',
  },
  'read-models-behind': {
    cause: 'The request carried `Kith-After`, and the read models did not reach that position in time.',
    remedy: 'Try again after the time in `Retry-After`, or ask without `Kith-After`. If it stays so, see `/health/ready`.',
  },
  'access-log-unavailable': {
    cause:
      'The tenant has it noted who reads personal data, and so many notes wait to be written that no more can wait; or the notes themselves cannot be read.',
    remedy: 'Send the same request again after the time in `Retry-After`; who runs the engine finds the reason in its log.',
  },
  'storage-unavailable': {
    cause: 'The disk is full or the storage does not answer. Nothing of the request was stored.',
    remedy: 'Send the same request again after the time in `Retry-After`; who runs the engine finds the reason in its log.',
  },
  'outcome-unknown': {
    cause: 'The storage took the write and did not answer in time, so nobody knows yet whether it is stored.',
    remedy: 'Send the same request again with the same idempotency key: it is carried out at most once, and answered.',
  },
  overloaded: {
    cause: 'More requests are waiting than can be answered in time; this one was refused before anything of it was done.',
    remedy: 'Send it again after the time in `Retry-After`, with growing pauses.',
  },
  stopping: {
    cause: 'The engine was told to stop and lets nobody in any more.',
    remedy: 'Send the request again after the time in `Retry-After`, to another instance or when this one is back.',
  },
  'internal-error': {
    cause: 'The engine met an error that it did not foresee.',
    remedy: 'Tell who runs the engine: its log says where. Retry a write only with its idempotency key.',
  },
} satisfies Partial<Record<ProblemCode, ProblemHelp>>;
