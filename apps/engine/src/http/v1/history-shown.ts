import type { FastifyRequest } from 'fastify';
import { uuidOf } from '../queries';
import type { Shown } from '../shows';
import type { HistoryAnswer } from './history.dto';

/** Fields of contact points, tickets and interactions whose values are ids of end users. */
const people: ReadonlySet<string> = new Set(['holders', 'requesterId', 'endUserId', 'candidates']);

/** Whose facts a page of a history has: of an end user, the one that was asked for, too. */
export function historyShown({ items }: HistoryAnswer, { params, route }: Pick<FastifyRequest, 'params' | 'route'>): Shown {
  const { id } = params as { readonly id?: string };
  const asked = route.url?.startsWith('/v1/end-users/') ? [uuidOf(id ?? '')] : [];
  const told = items.flatMap(({ of, changes }) => [
    ...(of.kind === 'end-user' ? [of.id] : []),
    ...changes.flatMap(({ field, before, after }) => (people.has(field) ? [before, after].flat().filter((one) => typeof one === 'string') : [])),
  ]);
  return { endUserIds: [...asked, ...told], count: items.length };
}
