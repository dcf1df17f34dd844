import type { MergedAnswer, UnmergedAnswer } from '@kith/application';
import { refuse, UnmergeOrganizations } from '@kith/domain';
import { FindOrganization, ListOrganizationMerges, type ListPage, type ShownOrganization, type ShownOrganizationMerge } from '@kith/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Managers, Readers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { validatedOrEmpty } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters, Queries, uuidOf } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { AfterWrite } from './after-write';
import { organizationIdIn } from './list-parameters';
import { MergedOrganizationsAnswer, OrganizationMergesAnswer, UnmergedOrganizationsAnswer } from './organization-merges.dto';
import { organizationMergeOf } from './organization-wire';
import { MergeOrganizationsDto, UnmergeOrganizationsDto } from './organizations.dto';

/** The organizations of an answer as the read models show them. */
type WithShown<Answer, Names extends string> = Omit<Answer, Names> & { readonly [name in Names]: ShownOrganization | null };

type Listed = Omit<ShownOrganizationMerge, 'mergeId'> & { readonly id: string };

/** Organizations that are one, linked; and the links undone. */
@ApiTags('organizations')
@Controller('v1/organization-merges')
export class OrganizationMergesController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Queries) private readonly queries: Queries,
    @Inject(AfterWrite) private readonly after: AfterWrite,
  ) {}

  @ApiOperation({
    summary: 'Merge two organizations',
    description:
      'The merged one answers with the survivor from here on, under whatever id, with its members, tickets and domains. It is a link: nothing is copied or moved, so it can be undone exactly.\n\nThe answer comes when every read knows of it. Should that take more than 5 seconds, `complete` is false: it is done all the same.',
  })
  @ApiCreatedResponse({ type: MergedOrganizationsAnswer, description: 'Merged.' })
  @Idempotent()
  @Problems('request-invalid', 'merge-in-progress', 'merge-with-itself', 'organization-deleted', 'organization-not-found', 'organizations-already-merged')
  @Managers()
  @Post()
  async merge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) body: MergeOrganizationsDto,
  ): Promise<WithShown<MergedOrganizationsAnswer, 'survivor'>> {
    parameters(request);
    const { mergeId: id, survivorId, mergedId, position } = await this.writes.take<MergedAnswer>(reply, organizationMergeOf(commandContext(request), body));
    const complete = await this.after.organizationsLinked(position);
    const survivor = await this.shown(request, survivorId);
    return { id, survivorId, mergedId, status: 'completed', complete, survivor };
  }

  @ApiOperation({
    summary: 'Undo a merge of organizations',
    description:
      'The merged organization comes back as it was, with what was merged into it before; with `alone`, each of those comes back by itself, too. Undoing what is undone already succeeds. The body can be left out.',
  })
  @ApiParam({ name: 'id', description: 'Of the merge.', example: '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' })
  @ApiBody({ type: UnmergeOrganizationsDto, required: false })
  @ApiOkResponse({ type: UnmergedOrganizationsAnswer, description: 'Undone, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'merge-not-found', 'merge-in-progress', 'read-models-behind')
  @Managers()
  @Post(':id/unmerge')
  @HttpCode(200)
  async unmerge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) { alone, reason }: UnmergeOrganizationsDto,
  ): Promise<WithShown<UnmergedOrganizationsAnswer, 'survivor' | 'merged'>> {
    parameters(request);
    const mergeId = uuidOf(id) ?? refuse('merge-not-found');
    const command = new UnmergeOrganizations(commandContext(request), mergeId, alone ?? false, reason ?? undefined);
    const { survivorId, mergedId, members, further, position } = await this.writes.take<UnmergedAnswer>(reply, command);
    const complete = await this.after.organizationsLinked(position);
    const [survivor, merged] = await Promise.all([this.shown(request, survivorId), this.shown(request, mergedId)]);
    const others = further.map((one) => ({ id: one.mergeId, mergedId: one.mergedId }));
    return { id: mergeId, survivorId, mergedId, status: 'undone', members: [...members], further: others, complete, survivor, merged };
  }

  @ApiOperation({ summary: 'List merges of organizations', description: 'Those that stand and those that were undone, the latest first.' })
  @ApiQuery({ name: 'organizationId', required: false, description: 'On either side of it.', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before, of a list with the same conditions.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ type: OrganizationMergesAnswer })
  @Problems('request-invalid', 'read-models-behind')
  @Readers()
  @Get()
  async list(@Req() request: FastifyRequest): Promise<ListPage<Listed>> {
    const { organizationId, cursor, limit } = parameters(request, 'organizationId', 'cursor', 'limit');
    const filter = { organizationId: organizationIdIn('organizationId', organizationId) };
    const page = await this.queries.ask(request, new ListOrganizationMerges(callerOf(request).tenant, filter, { cursor, limit: limitOf(limit) }));
    return { ...page, items: page.items.map(({ mergeId: id, ...merge }) => ({ id, ...merge })) };
  }

  private async shown(request: FastifyRequest, organizationId: string): Promise<ShownOrganization | null> {
    return (await this.after.shown(new FindOrganization(callerOf(request).tenant, organizationId)))?.organization ?? null;
  }
}
