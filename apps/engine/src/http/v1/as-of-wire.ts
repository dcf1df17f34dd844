import type { AsOf, Caller, PastHolders } from '@kith/application';
import type { PointKey } from '@kith/read-models';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { HttpProblem, invalid } from '../problems';
import { position } from '../queries';
import type { AsOfAnswer, PastHoldersAnswer } from './contact-points.dto';
import { time } from './list-parameters';

/** A question about the past, as it is asked and as it is told again. */
export interface PastQuestion {
  readonly asOf: AsOf;
  readonly by: AsOfAnswer;
}

/** Who may ask what was known. */
const auditors: readonly string[] = ['admin', 'operator', 'auditor'];

/** The query parameters of a question about the past. */
export const AsOfParameters = () =>
  applyDecorators(
    ApiQuery({
      name: 'asOf',
      required: false,
      description: 'Business time, RFC 3339: who held it then? Not for keys that are limited to organizations.',
      example: '2026-03-03T10:00:00Z',
    }),
    ApiQuery({
      name: 'knownAt',
      required: false,
      description:
        'RFC 3339: as we knew it then, by what was in the log. With `asOf`: who held it at that time, as we knew it at this one. Only for admins and auditors.',
      example: '2026-03-05T10:00:00Z',
    }),
    ApiQuery({
      name: 'asOfPosition',
      required: false,
      description: 'As the log was at this position, in the place of `knownAt`. Only for admins and auditors.',
      schema: { type: 'string' },
      example: '1041',
    }),
  );

/**
 * The question about the past that a request asks; undefined for one about now.
 * @throws HttpProblem 400 that names the parameter at fault, 403 for who may not ask it
 */
export function asOfIn(
  { role, organizations }: Pick<Caller, 'role' | 'organizations'>,
  given: { readonly asOf?: string; readonly knownAt?: string; readonly asOfPosition?: string },
): PastQuestion | undefined {
  if (Object.keys(given).length === 0) return undefined;
  if (organizations !== undefined) throw new HttpProblem('not-allowed', 'Keys that are limited to organizations ask who it is now, not who it was.');
  const isOfLog = given.knownAt !== undefined || given.asOfPosition !== undefined;
  if (isOfLog && !auditors.includes(role)) throw new HttpProblem('not-allowed', 'Only keys of role admin or auditor ask what was known at a time.');
  const [occurredBy, recordedBy] = [time('asOf', given.asOf), time('knownAt', given.knownAt)];
  const place = given.asOfPosition === undefined ? undefined : position(given.asOfPosition, { parameter: 'asOfPosition' });
  if (place !== undefined && recordedBy !== undefined)
    throw invalid({ parameter: 'asOfPosition', detail: 'Both say what was in the log: ask with knownAt or with asOfPosition, not with both.' });
  return {
    asOf: { ...(occurredBy !== undefined && { occurredBy }), ...(recordedBy !== undefined && { recordedBy }), ...(place !== undefined && { position: place }) },
    by: { asOf: occurredBy ?? null, knownAt: recordedBy ?? null, asOfPosition: place?.toString() ?? null },
  };
}

export const pastAnswer = ({ channel, scope, key }: PointKey, by: AsOfAnswer, { shared, holders, restsOn }: PastHolders): PastHoldersAnswer => ({
  channel,
  scope,
  key,
  shared,
  holders: [...holders],
  by,
  restsOn: restsOn.map((fact) => ({ ...fact, position: fact.position.toString() })),
});
