import { type RefusalCode, refusalCodes } from '@kith/domain';

/** What only the HTTP interface can refuse, beside the refusals of the domain. */
const httpCodes = {
  'request-malformed': 'The request cannot be read.',
  'request-invalid': 'Some fields of the request are not what this route takes.',
  unauthenticated: 'The request carries no API key that is valid here.',
  'not-allowed': 'The API key has a role that may not do this.',
  'route-not-found': 'Nothing is served under this path and method.',
  'contact-point-unknown': 'Nobody holds this contact point.',
  'duplicate-not-found': 'The two end users are not suggested as one person, or not any more.',
  'membership-sweep-not-found': 'No work among members has this id.',
  'projection-not-found': 'No projection has this name.',
  'problem-not-found': 'No problem has this code.',
  'position-unknown': 'The position is none of this log, but of the one that it was copied from.',
  'position-after-moment': 'The position comes after the past moment that this engine shows.',
  'replay-is-read-only': 'The engine shows a past moment and changes nothing.',
  'rate-limited': 'The API key has sent more requests than it may.',
  'rebuild-in-progress': 'The read models are being rebuilt already.',
  'line-too-long': 'A line of the stream is longer than any item can be.',
  'body-too-large': 'The body is larger than this route takes.',
  'path-too-long': 'A part of the path is longer than any value can be.',
  'media-type-unsupported': 'Bodies are JSON: send Content-Type: application/json.',
  'read-models-behind': 'The read models have not caught up with the position asked for.',
  'access-log-unavailable': 'The log of accesses cannot be written or read at the moment, and nothing is shown that cannot be noted.',
  'storage-unavailable': 'The storage cannot write or read at the moment; nothing was stored.',
  'outcome-unknown': 'The storage did not answer in time: the write may have been stored or not.',
  overloaded: 'The engine has more work than it can do in time.',
  stopping: 'The engine is stopping.',
  'internal-error': 'Something went wrong inside the engine.',
} as const satisfies Record<string, string>;

export type HttpCode = keyof typeof httpCodes;
export type ProblemCode = RefusalCode | HttpCode;

/** Status of every problem. 503 always comes with Retry-After, because trying again is what helps. */
const statuses: Readonly<Record<ProblemCode, number>> = {
  'already-merged': 409,
  'channel-unknown': 422,
  'command-in-progress': 409,
  'contact-point-blocked': 422,
  'contact-point-invalid': 422,
  'contact-point-limit-reached': 422,
  'contact-point-not-held': 404,
  'contact-point-quarantined': 422,
  'contact-point-taken': 409,
  'contact-point-still-shared': 409,
  'contact-point-unverified': 422,
  'declared-different': 409,
  'difference-not-found': 404,
  'end-user-deleted': 409,
  'end-user-erased': 409,
  'end-user-exists': 409,
  'end-user-merged': 409,
  'end-user-not-found': 404,
  'idempotency-key-reused': 422,
  'import-columns-unknown': 422,
  'import-file-unreadable': 422,
  'import-not-found': 404,
  'import-running': 409,
  'import-was-dry-run': 409,
  'interaction-already-assigned': 409,
  'interaction-not-found': 404,
  'key-expiry-passed': 422,
  'key-not-found': 404,
  'last-admin-key': 409,
  'merge-in-progress': 409,
  'merge-not-found': 404,
  'merge-undone': 409,
  'merge-with-itself': 422,
  'no-contact-point': 422,
  'profile-limit-reached': 422,
  'settings-invalid': 422,
  'state-changed': 412,
  'tenant-exists': 409,
  'tenant-not-found': 404,
  'not-a-member': 404,
  'organization-deleted': 409,
  'organization-domain-invalid': 422,
  'organization-domain-taken': 422,
  'organization-exists': 409,
  'organization-limit-reached': 422,
  'organization-merged': 409,
  'organization-name-invalid': 422,
  'organization-name-taken': 409,
  'organization-not-found': 404,
  'erasure-not-found': 404,
  'retention-run-not-found': 404,
  'organizations-already-merged': 409,
  'requester-ambiguous': 409,
  'routing-invalid': 422,
  'ticket-exists': 409,
  'ticket-not-found': 404,
  'webhook-limit-reached': 422,
  'webhook-not-found': 404,
  'webhook-target-refused': 422,
  'delivery-not-found': 404,
  'time-in-future': 422,
  'too-contested': 503,
  'request-malformed': 400,
  'request-invalid': 400,
  unauthenticated: 401,
  'not-allowed': 403,
  'route-not-found': 404,
  'contact-point-unknown': 404,
  'duplicate-not-found': 404,
  'membership-sweep-not-found': 404,
  'projection-not-found': 404,
  'problem-not-found': 404,
  'position-unknown': 410,
  'position-after-moment': 409,
  'replay-is-read-only': 403,
  'rate-limited': 429,
  'rebuild-in-progress': 409,
  'line-too-long': 413,
  'body-too-large': 413,
  'path-too-long': 414,
  'media-type-unsupported': 415,
  'read-models-behind': 503,
  'access-log-unavailable': 503,
  'storage-unavailable': 503,
  'outcome-unknown': 503,
  overloaded: 503,
  stopping: 503,
  'internal-error': 500,
};

const titles: Readonly<Record<ProblemCode, string>> = { ...refusalCodes, ...httpCodes };

/** Every code, with its status and its one-sentence meaning. */
export const problemCatalogue = (Object.keys(titles) as ProblemCode[]).map((code) => ({ code, status: statuses[code], title: titles[code] }));

/** A field, query parameter or header at fault. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
}

/** A problem as it is answered (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly [member: string]: unknown;
}

/** @param detail a sentence a person can act on; the code's meaning when absent */
export function problem(code: ProblemCode, detail: string = titles[code], members: Readonly<Record<string, unknown>> = {}): Problem {
  return { type: `/problems/${code}`, title: titles[code], status: statuses[code], code, detail, ...members };
}

/** Thrown inside the HTTP layer for what the domain knows nothing of. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly problem: Problem;

  constructor(
    code: HttpCode,
    detail?: string,
    members?: { readonly errors?: readonly FieldError[] },
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.problem = problem(code, detail, members);
  }
}

/** The most errors that one answer lists. */
const maxErrors = 20;

/** 400 that names what is wrong with each field. */
export function invalid(...errors: readonly FieldError[]): HttpProblem {
  const [first] = errors;
  const where = first?.pointer ?? first?.parameter ?? first?.header;
  return new HttpProblem('request-invalid', first && `${where || 'The body'}: ${first.detail}`, { errors: errors.slice(0, maxErrors) });
}
