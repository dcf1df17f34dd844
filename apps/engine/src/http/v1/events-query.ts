import type { FeedFilter } from '@kith/application';
import { eventCatalogue, type Role } from '@kith/domain';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../command-context';
import { HttpProblem, invalid } from '../problems';
import { parameters, position, uuidOf } from '../queries';

/** Who may see what customers are called, and what was written about them. */
export const seePersonal: readonly Role[] = ['admin', 'operator', 'auditor'];

/** What a request for events asks for. */
export interface EventsQuery {
  readonly tenant: string;
  readonly filter: FeedFilter;
  readonly personal: boolean;
  /** Undefined when it says nothing of where to begin. */
  readonly after: bigint | undefined;
  /** The most events; undefined for all. */
  readonly limit: number | undefined;
}

const filters = ['after', 'stream', 'type', 'actor', 'subject', 'personal'] as const;
/** A stream, or its category alone. */
const streamPattern = /^[A-Za-z]{1,40}(?:-[\x21-\x7e]{1,200})?$/;
const actorPattern = /^[\x21-\x7e]{1,128}$/;

/**
 * @param more parameters that this route takes, too
 * @throws HttpProblem 400 that names the parameter at fault, 403 for personal fields that the role may not see
 */
export function eventsQuery(request: FastifyRequest, ...more: readonly 'limit'[]): EventsQuery {
  const { type, ...once } = request.query as Readonly<Record<string, string | readonly string[]>>;
  const given = parameters({ query: once }, ...filters, ...more);
  const { tenant, role } = callerOf(request);
  const personal = flag(given.personal);
  if (personal && !seePersonal.includes(role))
    throw new HttpProblem(
      'not-allowed',
      `Personal fields are for keys with the role ${seePersonal.join(' or ')}; this one is ${role}: ask without personal=true.`,
    );
  const types = typesOf(type);
  return {
    tenant,
    personal,
    filter: {
      ...(types && { types }),
      ...(given.stream !== undefined && { streams: [matched(given.stream, streamPattern, 'stream', 'the name of a stream, or of a kind of streams')] }),
      ...(given.actor !== undefined && { actor: matched(given.actor, actorPattern, 'actor', 'the id of an actor') }),
      ...(given.subject !== undefined && { subject: subjectId(given.subject) }),
    },
    after: given.after === undefined ? undefined : position(given.after, { parameter: 'after' }),
    limit: given.limit === undefined ? undefined : Number(matched(given.limit, /^[1-9]\d{0,8}$/, 'limit', 'a whole number from 1 to 999999999')),
  };
}

/** Repeated, or separated by commas. */
function typesOf(given: string | readonly string[] | undefined): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const types = [given].flat().flatMap((text) => text.split(','));
  if (!types.every((type) => Object.hasOwn(eventCatalogue, type)))
    throw invalid({ parameter: 'type', detail: 'The parameter must be one or more types of events, such as EndUserCreated.' });
  return [...new Set(types)];
}

function flag(text = 'false'): boolean {
  if (text !== 'true' && text !== 'false') throw invalid({ parameter: 'personal', detail: 'The parameter must be true or false.' });
  return text === 'true';
}

function subjectId(text: string): string {
  const id = uuidOf(text);
  if (id === undefined) throw invalid({ parameter: 'subject', detail: 'The parameter must be the id of an end user.' });
  return id;
}

function matched(text: string, pattern: RegExp, parameter: string, what: string): string {
  if (!pattern.test(text)) throw invalid({ parameter, detail: `The parameter must be ${what}.` });
  return text;
}
