import { Keys, Tenants, type WantedKey } from '@kith/application';
import { type CommandContext, refuse, tenantPattern } from '@kith/domain';
import { ListApiKeys, type ListedTenant, type ListPage, ListTenants } from '@kith/read-models';
import { applyDecorators, Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf, commandContext } from '../command-context';
import { instant } from '../fields';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { HttpProblem, invalid } from '../problems';
import { limitOf, parameters, Queries, tellPosition } from '../queries';
import { validated } from '../validated';
import { CreatedTenantAnswer, CreateKeyDto, CreateTenantDto, IssuedKeyAnswer, KeysAnswer, TenantsAnswer } from './access.dto';

@ApiTags('tenants and keys')
@Controller('v1')
export class AccessController {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Tenants) private readonly tenants: Tenants,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(Queries) private readonly queries: Queries,
  ) {}

  @ApiOperation({
    summary: 'List the API keys',
    description: 'The latest first, those that were revoked or have expired among them. An operator may list those of any tenant.',
  })
  @ApiQuery({ name: 'tenant', required: false, description: "For operators: whose keys; the caller's own when absent.", example: 'acme' })
  @Paged()
  @ApiOkResponse({ type: KeysAnswer })
  @Problems('request-invalid', 'tenant-not-found')
  @Roles('admin')
  @Get('keys')
  async listKeys(@Req() request: FastifyRequest): Promise<KeysAnswer> {
    const { tenant, cursor, limit } = parameters(request, 'tenant', 'cursor', 'limit');
    const whose = await this.tenantNamed(request, tenant, 'Only an operator lists the keys of another tenant.');
    return whole(await this.queries.ask(request, new ListApiKeys(whose, { cursor, limit: limitOf(limit) })));
  }

  @ApiOperation({
    summary: 'Make an API key',
    description: 'The key is shown in the answer, and again only to a retry under the same idempotency key. An operator may make keys for any tenant.',
  })
  @ApiCreatedResponse({ type: IssuedKeyAnswer })
  @Idempotent()
  @Problems('request-invalid', 'key-expiry-passed', 'tenant-not-found')
  @Roles('admin')
  @Post('keys')
  async issue(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: CreateKeyDto): Promise<IssuedKeyAnswer> {
    parameters(request);
    const context = commandContext(request);
    const wanted = await this.tenantNamed(request, body.tenant ?? undefined, 'Only an operator makes keys for another tenant.');
    const expiresAt = body.expiresAt == null ? undefined : instant(body.expiresAt);
    const own = { ...context, tenant: wanted };
    const organizations = body.organizations?.map((id) => id.toLowerCase());
    if (organizations && body.role !== 'agent')
      throw invalid({ pointer: '/organizations', detail: 'Only a key with the role agent is limited to organizations.' });
    const limits = { ...(expiresAt !== undefined && { expiresAt }), ...(organizations && { organizations }) };
    return this.inProgress.once(own, () => this.made(reply, own, { role: body.role, clientName: body.clientName, ...limits }));
  }

  @ApiOperation({
    summary: 'Revoke an API key',
    description:
      'When this is answered, the key lets nobody in any more, and what it was let in for before and still lasts is ended. An operator may revoke keys of any tenant. The last key that manages a tenant is taken from an operator only: make another admin key first.',
  })
  @ApiParam({ name: 'keyId', example: '4f1c2a9be07d3356' })
  @ApiNoContentResponse({ description: 'Revoked, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'key-not-found', 'last-admin-key')
  @Roles('admin')
  @Delete('keys/:keyId')
  @HttpCode(204)
  async revoke(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('keyId') keyId: string): Promise<void> {
    parameters(request);
    const context = commandContext(request);
    const byOperator = callerOf(request).role === 'operator';
    const found = /^[a-z0-9]{8,32}$/.test(keyId) ? await this.keys.find(keyId) : undefined;
    if (!found || (found.tenant !== context.tenant && !byOperator)) return refuse('key-not-found');
    if (found.role === 'operator' && !byOperator) throw new HttpProblem('not-allowed', 'Only an operator revokes the key of an operator.');
    const own = { ...context, tenant: found.tenant };
    const { position } = await this.inProgress.once(own, () => this.keys.revoke(own, keyId, { evenTheLast: byOperator }));
    tellPosition(reply, position);
  }

  @ApiOperation({ summary: 'List the tenants', description: 'Every company that uses this engine, the latest first.' })
  @Paged()
  @ApiOkResponse({ type: TenantsAnswer })
  @Problems('request-invalid')
  @Roles('operator')
  @Get('tenants')
  async listTenants(@Req() request: FastifyRequest): Promise<TenantsAnswer> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const { items, nextCursor } = await this.queries.ask(request, new ListTenants({ cursor, limit: limitOf(limit) }));
    return { items: items.map(({ name, createdAt }: ListedTenant) => ({ tenant: name, createdAt })), nextCursor };
  }

  @ApiOperation({
    summary: 'Make a tenant',
    description: 'With its first admin key, which is shown here, and again only to a retry under the same idempotency key.',
  })
  @ApiCreatedResponse({ type: CreatedTenantAnswer })
  @Idempotent()
  @Problems('request-invalid', 'tenant-exists')
  @Roles('operator')
  @Post('tenants')
  async createTenant(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) { tenant }: CreateTenantDto,
  ): Promise<CreatedTenantAnswer> {
    parameters(request);
    const context = { ...commandContext(request), tenant };
    return this.inProgress.once(context, async () => {
      await this.tenants.create(context);
      return { tenant, adminKey: await this.made(reply, context, { role: 'admin', clientName: 'admin' }) };
    });
  }

  /** The tenant that is named, for an operator; the caller's own when none is. @throws HttpProblem `not-allowed`; Refusal `tenant-not-found` */
  private async tenantNamed(request: FastifyRequest, named: string | undefined, refusal: string): Promise<string> {
    const { role, tenant } = callerOf(request);
    if (named === undefined || named === tenant) return tenant;
    if (role !== 'operator') throw new HttpProblem('not-allowed', refusal);
    return tenantPattern.test(named) && (await this.tenants.exists(named)) ? named : refuse('tenant-not-found');
  }

  private async made(reply: FastifyReply, context: CommandContext, wanted: WantedKey): Promise<IssuedKeyAnswer> {
    const { keyId, key, position } = await this.keys.issue(context, wanted);
    tellPosition(reply, position);
    void reply.header('cache-control', 'no-store');
    const { role, clientName, expiresAt = null, organizations = null } = wanted;
    return { keyId, key, role, clientName, expiresAt, organizations: organizations && [...organizations] };
  }
}

/** Query parameters and header of a list in pages. */
function Paged() {
  return applyDecorators(
    ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' }),
    ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } }),
    ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' }),
  );
}

const whole = <Item>({ items, nextCursor }: ListPage<Item>) => ({ items: [...items], nextCursor });
