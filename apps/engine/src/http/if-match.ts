import { type CommandContext, refuse } from '@kith/domain';
import { FindEndUser, FindOrganization } from '@kith/read-models';
import { applyDecorators, Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { commandContext, header } from './command-context';
import { invalid } from './problems';

/** One entity tag (RFC 9110, 8.8.3) and the comma before it, or the start. */
const entityTags = /(?:^|,)[ \t]*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(?=,|$)/g;
/** The inside of an entity tag: canonical id, or the digest of a ticket, and position of what was shown. */
const shownAt = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})\.(0|[1-9]\d{0,17})$/;

const conditions = {
  'end user': {
    description:
      '`ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.',
    example: '"01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"',
  },
  organization: {
    description:
      '`ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.',
    example: '"01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"',
  },
  ticket: {
    description:
      '`ETag` of the ticket as the caller saw it: refused with `state-changed` when it was changed since. `*` matches whatever is there, weak tags match nothing.',
    example: `"${'5f1dbb2fbf0b1c5d'.repeat(4)}.1041"`,
  },
};

/** Describes the header that makes a write conditional. Its 412 is `state-changed`. */
export const IfMatch = (noun: keyof typeof conditions = 'end user') => applyDecorators(ApiHeader({ name: 'If-Match', required: false, ...conditions[noun] }));

/** What callers saw of an end user, an organization or a ticket, as they say with `If-Match`. */
@Injectable()
export class Conditions {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /**
   * The context of a write on an end user that is conditional on what the caller saw of it.
   * @throws HttpProblem 400 when `If-Match` is no entity tag; Refusal `state-changed` when none of them can match
   */
  context(request: FastifyRequest, endUserId: string): Promise<CommandContext> {
    return this.onThat(request, endUserId, 'end user', async (tenant) => (await this.queries.execute(new FindEndUser(tenant, endUserId)))?.endUser.canonicalId);
  }

  /** Likewise of a write on an organization. */
  onOrganization(request: FastifyRequest, organizationId: string): Promise<CommandContext> {
    const canonicalOf = async (tenant: string) => (await this.queries.execute(new FindOrganization(tenant, organizationId)))?.organization.canonicalId;
    return this.onThat(request, organizationId, 'organization', canonicalOf);
  }

  /** Likewise of a write on a ticket, which stands for itself. */
  onTicket(request: FastifyRequest, ticketId: string): Promise<CommandContext> {
    return this.onThat(request, ticketId, 'ticket', () => Promise.resolve(undefined));
  }

  private async onThat(
    request: FastifyRequest,
    named: string,
    noun: keyof typeof conditions,
    canonicalOf: (tenant: string) => Promise<string | undefined>,
  ): Promise<CommandContext> {
    const context = commandContext(request, 'conditional');
    const given = header(request, 'if-match');
    if (given === undefined || given.trim() === '*') return context;
    const tags = shownTags(given, noun);
    // A tag names what stands for the cluster. Whose tags are all of others was merged, or is asked for with a tag of something else's.
    const canonicalId = tags.some(({ id }) => id === named) ? named : await canonicalOf(context.tenant);
    const [first, ...others] = tags.flatMap(({ id, position }) => (id === named || id === canonicalId ? [position] : []));
    if (first === undefined) return refuse('state-changed', `The ETag is none of this ${noun}: read it again.`);
    // The latest of the states that the caller would take: a change after it makes all of them stale.
    return { ...context, seenPosition: others.reduce((latest, one) => (one > latest ? one : latest), first) };
  }
}

/** Weak tags never match (RFC 9110, 13.1.1), and nobody was ever given a tag of another form. @throws HttpProblem 400 when there is none at all */
function shownTags(given: string, noun: string): readonly { readonly id: string; readonly position: bigint }[] {
  const tags = [...given.matchAll(entityTags)];
  if (tags.length === 0 || given.replaceAll(entityTags, '').trim() !== '')
    throw invalid({ header: 'If-Match', detail: `The header must be the ETag of the ${noun} as it was read, or *.` });
  return tags.flatMap(([, weak, inside = '']) => {
    const [, id, position] = (weak === undefined && shownAt.exec(inside)) || [];
    return id === undefined || position === undefined ? [] : [{ id, position: BigInt(position) }];
  });
}
