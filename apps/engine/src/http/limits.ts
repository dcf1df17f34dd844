import { refuse } from '@kith/domain';
import { IsOfOrganizations } from '@kith/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sight } from './access';
import { HttpProblem } from './problems';
import { type Queries, uuidOf } from './queries';

/** What is not there for a key that may not see it. */
const missing = { 'end-user': 'end-user-not-found', organization: 'organization-not-found', ticket: 'ticket-not-found' } as const satisfies Partial<
  Record<Sight, string>
>;

/**
 * Holds agents to their organizations: what is of others is not there for them. A route that does not say what it shows of whom is
 * closed to them, so that one which nobody thought of shows nothing.
 */
export function limits(queries: Queries) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    if (request.caller?.organizations === undefined) done();
    else
      check(queries, request, request.caller.tenant, request.caller.organizations).then(
        () => done(),
        (error: Error) => done(error),
      );
  };
}

async function check(queries: Queries, request: FastifyRequest, tenant: string, organizationIds: readonly string[]): Promise<void> {
  const { sight } = request.route;
  if (sight === undefined) throw new HttpProblem('not-allowed', 'This key is limited to some organizations, and this is not about one of them.');
  if (sight === 'narrowed') return;
  const { id = '' } = request.params as { readonly id?: string };
  const named = sight === 'ticket' ? id : uuidOf(id);
  if (named === undefined || !(await queries.ask(request, new IsOfOrganizations(tenant, { kind: sight, id: named }, organizationIds)))) refuse(missing[sight]);
}
