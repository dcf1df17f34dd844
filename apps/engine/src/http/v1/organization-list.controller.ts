import { emailDomain, refuse } from '@kith/domain';
import {
  FindOrganization,
  type ListedOrganization,
  ListOrganizations,
  type ListPage,
  type OrganizationFilter,
  type ShownOrganization,
  searchedOrganization,
} from '@kith/read-models';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { callerOf } from '../command-context';
import { Narrowing } from '../narrowing';
import { Problems } from '../openapi';
import { invalid } from '../problems';
import { limitOf, parameters, Queries } from '../queries';
import { oneOf, text } from './list-parameters';
import { OrganizationAnswer, OrganizationsAnswer } from './organization-answers.dto';
import { etagHeader, OrganizationId, organizationIdOf } from './organization-ids';

const statuses = ['active', 'deleted'] as const;

@ApiTags('organizations')
@Controller('v1/organizations')
export class OrganizationListController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(Narrowing) private readonly narrowing: Narrowing,
  ) {}

  @ApiOperation({
    summary: 'Find and list organizations',
    description:
      'Those that meet all conditions given, by name; several that were merged are shown once. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.',
  })
  @ApiQuery({
    name: 'query',
    required: false,
    description: 'A part of the name. Case and accents do not matter.',
    schema: { type: 'string', minLength: 1, maxLength: 200, example: 'acm' },
  })
  @ApiQuery({ name: 'tag', required: false, description: 'It has this tag.', schema: { type: 'string', minLength: 1, maxLength: 64, example: 'gold' } })
  @ApiQuery({
    name: 'externalId',
    required: false,
    description: 'Another system calls it so.',
    schema: { type: 'string', minLength: 1, maxLength: 200, example: 'crm-2041' },
  })
  @ApiQuery({
    name: 'domain',
    required: false,
    description: 'It claims exactly this domain.',
    schema: { type: 'string', minLength: 1, maxLength: 253, example: 'acme.example' },
  })
  @ApiQuery({ name: 'status', required: false, description: 'Active ones when absent.', schema: { type: 'string', enum: [...statuses] } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: OrganizationsAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Readers('narrowed')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<ListedOrganization>> {
    const given = parameters(request, 'query', 'tag', 'externalId', 'domain', 'status', 'cursor', 'limit');
    const filter: OrganizationFilter = {
      query: text('query', given.query, 200),
      tag: text('tag', given.tag, 64),
      externalId: text('externalId', given.externalId, 200),
      domain: domainIn(text('domain', given.domain, 253)),
      status: oneOf('status', given.status, statuses),
    };
    const theirs = await this.narrowing.organizations(request);
    if (theirs) return this.theirs(request, theirs, given);
    return this.queries.ask(request, new ListOrganizations(callerOf(request).tenant, filter, { cursor: given.cursor, limit: limitOf(given.limit) }));
  }

  @ApiOperation({
    summary: 'Read an organization',
    description: 'With all that were merged into it, under whatever id of its cluster it is asked for.',
  })
  @OrganizationId()
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: OrganizationAnswer, headers: { ETag: etagHeader }, description: '`ETag` is for `If-Match`; who joins and leaves does not change it.' })
  @Problems('organization-not-found', 'read-models-behind')
  @Readers('organization')
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<ShownOrganization> {
    parameters(request);
    const query = new FindOrganization(callerOf(request).tenant, organizationIdOf(id));
    const { organization, etag } = (await this.queries.ask(request, query)) ?? refuse('organization-not-found');
    void reply.header('etag', `"${etag}"`);
    return organization;
  }

  /** All that a limited key sees, by name: they are few. */
  private async theirs(
    request: FastifyRequest,
    ids: ReadonlySet<string>,
    given: Readonly<Record<string, string | undefined>>,
  ): Promise<ListPage<ListedOrganization>> {
    const { limit: _, ...conditions } = given;
    const [condition] = Object.keys(conditions);
    if (condition !== undefined)
      throw invalid({ parameter: condition, detail: 'A key that is limited to organizations lists all that it sees: send no conditions.' });
    const { tenant } = callerOf(request);
    const found = await Promise.all([...ids].map((id) => this.queries.ask(request, new FindOrganization(tenant, id))));
    const items = found.flatMap((one) => (one && one.organization.status !== 'deleted' ? [listed(one.organization)] : []));
    return { items: items.sort(byName), nextCursor: null };
  }
}

/** A domain as claims have it, however it is written; what is none is claimed by nobody. */
const domainIn = (given: string | undefined): string | undefined => given && (emailDomain(given) ?? given);

/** As all other lists have them. */
function byName(one: ListedOrganization, other: ListedOrganization): number {
  const [name, otherName] = [searchedOrganization(one.name), searchedOrganization(other.name)];
  return name === otherName ? (one.id < other.id ? -1 : 1) : name < otherName ? -1 : 1;
}

const listed = ({ id, canonicalId, status, name, externalId, tags, domains, memberCount, createdAt, updatedAt }: ShownOrganization): ListedOrganization => ({
  id,
  canonicalId,
  status,
  name,
  externalId,
  tags,
  domains: [...new Set(domains.map(({ domain }) => domain))],
  memberCount,
  createdAt,
  updatedAt,
});
