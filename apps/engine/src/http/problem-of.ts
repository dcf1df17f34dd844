import {
  AccessLogUnavailable,
  AfterTheMoment,
  AppendOutcomeUnknown,
  DeliveriesUnavailable,
  EventStoreUnavailable,
  HeldPointsBehind,
  ImportFilesUnavailable,
  InvalidAppend,
  KeyVaultUnavailable,
  PastIsReadOnly,
  PositionUnknown,
} from '@kith/application';
import { Refusal } from '@kith/domain';
import { BadCursor, BadReportSpan, ReadModelsBehind, ReadModelsUnavailable, UnknownPlace } from '@kith/read-models';
import { HttpException } from '@nestjs/common';
import { type HttpCode, HttpProblem, invalid, type Problem, problem } from './problems';

/** What Fastify and Nest refuse by themselves; they know statuses only. */
const codesByStatus: Readonly<Record<number, HttpCode>> = {
  400: 'request-malformed',
  404: 'route-not-found',
  413: 'body-too-large',
  414: 'path-too-long',
  415: 'media-type-unsupported',
};

/** What is thrown while a place of data cannot be used, and may be usable in a moment. */
const away = [EventStoreUnavailable, KeyVaultUnavailable, DeliveriesUnavailable, ReadModelsUnavailable, ImportFilesUnavailable];

/** The one table from everything that can be thrown to what is answered. Undefined for what is a bug. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof HttpProblem) return error.problem;
  if (error instanceof BadCursor) return invalid({ parameter: 'cursor', detail: 'The cursor must be the nextCursor of a page of this list.' }).problem;
  if (error instanceof UnknownPlace) return invalid({ parameter: 'after', detail: 'The parameter must be the id of a line of this export.' }).problem;
  if (error instanceof BadReportSpan) return invalid({ parameter: error.part, detail: error.message }).problem;
  if (error instanceof PositionUnknown) return problem('position-unknown');
  if (error instanceof AfterTheMoment) return problem('position-after-moment', `What is shown ends at position ${error.upTo}.`);
  if (error instanceof PastIsReadOnly) return problem('replay-is-read-only');
  if (error instanceof ReadModelsBehind) return problem('read-models-behind', undefined, { projections: error.projections });
  if (error instanceof HeldPointsBehind) return problem('read-models-behind');
  if (error instanceof AccessLogUnavailable) return problem('access-log-unavailable');
  if (away.some((kind) => error instanceof kind)) return problem('storage-unavailable');
  if (error instanceof AppendOutcomeUnknown)
    return problem('outcome-unknown', 'The storage did not answer in time: send the same request again, with the same Idempotency-Key, to find out.');
  if (error instanceof InvalidAppend) return problem('body-too-large', 'What the request would store is larger than one event can be.');
  const status = error instanceof HttpException ? error.getStatus() : undefined;
  const code = status === undefined ? undefined : codesByStatus[status];
  return code && problem(code);
}

/** Status, code and holder as they are; the field at fault in the same form as every other error. */
function refused({ code, message, details }: Refusal): Problem {
  const { pointer, parameter, ...members } = details;
  const at = pointer === undefined ? (parameter === undefined ? undefined : { parameter }) : { pointer };
  return problem(code, message, { ...members, ...(at && { errors: [{ ...at, detail: message }] }) });
}

/** The problem with every pointer moved under `prefix`, for an item of an array. */
export function under(prefix: string, { errors, ...rest }: Problem): Problem {
  return errors
    ? ({ ...rest, errors: errors.map((e) => (e.pointer === undefined ? e : { ...e, pointer: prefix + e.pointer })) } as Problem)
    : (rest as Problem);
}

/** Seconds after which a 503 is worth trying again. */
export const retryAfter = ({ code }: Problem): string =>
  code === 'storage-unavailable' || code === 'access-log-unavailable' || code === 'stopping' ? '5' : '1';
