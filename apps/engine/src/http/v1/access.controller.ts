import { type IssuedKey, Keys, Tenants } from '@kith/application';
import { type CommandContext, type Role, refuse } from '@kith/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf, commandContext } from '../command-context';
import { instant } from '../fields';
import { Idempotent, Problems } from '../openapi';
import { HttpProblem } from '../problems';
import { parameters, tellPosition } from '../queries';
import { validated } from '../validated';
import { CreatedTenantAnswer, CreateKeyDto, CreateTenantDto, IssuedKeyAnswer } from './access.dto';

@ApiTags('tenants and keys')
@Controller('v1')
export class AccessController {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @ApiOperation({
    summary: 'Make an API key',
    description: 'The key is shown in the answer, and again only to a retry under the same idempotency key. An operator may make keys for any tenant.',
  })
  @ApiCreatedResponse({ type: IssuedKeyAnswer })
  @Idempotent()
  @Problems('request-invalid', 'tenant-not-found')
  @Roles('admin')
  @Post('keys')
  async issue(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: CreateKeyDto): Promise<IssuedKeyAnswer> {
    parameters(request);
    const context = commandContext(request);
    const { role, tenant } = callerOf(request);
    const wanted = body.tenant ?? tenant;
    if (wanted !== tenant && role !== 'operator') throw new HttpProblem('not-allowed', 'Only an operator makes keys for another tenant.');
    if (wanted !== tenant && !(await this.tenants.exists(wanted))) refuse('tenant-not-found');
    const expiresAt = body.expiresAt == null ? undefined : instant(body.expiresAt);
    return this.made(reply, { ...context, tenant: wanted }, body.role, body.clientName, expiresAt);
  }

  @ApiOperation({ summary: 'Revoke an API key', description: 'It lets nobody in any more, within a second.' })
  @ApiParam({ name: 'keyId', example: '4f1c2a9be07d3356' })
  @ApiNoContentResponse({ description: 'Revoked, now or before.' })
  @Idempotent()
  @Problems('key-not-found')
  @Roles('admin')
  @Delete('keys/:keyId')
  @HttpCode(204)
  async revoke(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('keyId') keyId: string): Promise<void> {
    parameters(request);
    const context = commandContext(request);
    if (!/^[a-z0-9]{8,32}$/.test(keyId)) refuse('key-not-found');
    tellPosition(reply, (await this.keys.revoke(context, keyId)).position);
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
    await this.tenants.create(context);
    return { tenant, adminKey: await this.made(reply, context, 'admin', 'admin', undefined) };
  }

  private async made(reply: FastifyReply, context: CommandContext, role: Role, clientName: string, expiresAt: string | undefined): Promise<IssuedKeyAnswer> {
    const { keyId, key, position }: IssuedKey = await this.keys.issue(context, { role, clientName, ...(expiresAt !== undefined && { expiresAt }) });
    tellPosition(reply, position);
    void reply.header('cache-control', 'no-store');
    return { keyId, key, role, clientName, expiresAt: expiresAt ?? null };
  }
}
