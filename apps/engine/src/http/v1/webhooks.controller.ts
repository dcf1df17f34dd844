import {
  Deliveries,
  type RegisteredWebhook,
  type RotatedSecretAnswer as Rotated,
  type WebhookCommandAnswer,
  WebhookRegistry,
  type WebhookSecretAnswer,
} from '@kith/application';
import { ChangeWebhook, CreateWebhook, DeleteWebhook, PauseWebhook, ResumeWebhook, RotateWebhookSecret, refuse } from '@kith/domain';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../access';
import { callerOf, commandContext } from '../command-context';
import { noFields, validatedOrEmpty } from '../empty-body';
import { Idempotent, Problems } from '../openapi';
import { parameters, uuidOf } from '../queries';
import { validated } from '../validated';
import { Writes } from '../writes';
import { webhookAnswer } from './webhook-wire';
import { ChangeWebhookDto, CreatedWebhookAnswer, CreateWebhookDto, RotatedSecretAnswer, RotateSecretDto, WebhookAnswer, WebhooksAnswer } from './webhooks.dto';

/** A day. */
const keepPreviousForSeconds = 86_400;

/** Nobody has a webhook whose id is no UUID. */
export const webhookIdOf = (text: string): string => uuidOf(text) ?? refuse('webhook-not-found');

const WebhookId = () => ApiParam({ name: 'id', description: 'Id of the webhook.', example: '5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11' });

@ApiTags('webhooks')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(WebhookRegistry) private readonly registry: WebhookRegistry,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
  ) {}

  @ApiOperation({
    summary: 'Create a webhook',
    description:
      'Every event of the tenant is sent to its URL from then on, at least once and in order per end user: CloudEvents 1.0, signed as Standard Webhooks says. The secret is shown in the answer, and again only to a retry under the same idempotency key.',
  })
  @ApiCreatedResponse({ type: CreatedWebhookAnswer, description: 'Created. `Location` is its address.' })
  @Idempotent()
  @Problems('request-invalid', 'webhook-target-refused', 'webhook-limit-reached', 'position-unknown')
  @Roles('admin')
  @Post()
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(validated) { url, description, types, personalData, from }: CreateWebhookDto,
  ): Promise<CreatedWebhookAnswer> {
    parameters(request);
    const target = { url, ...(description != null && { description }), types: types ?? [], personalData: personalData ?? false };
    const begin = from == null || from === 'now' ? 'now' : BigInt(from);
    const { webhook, secret } = await this.writes.take<WebhookSecretAnswer>(reply, new CreateWebhook(commandContext(request), target, begin));
    void reply.header('location', `/v1/webhooks/${webhook.id}`);
    return { ...(await this.shown(webhook)), secret };
  }

  @ApiOperation({ summary: 'List the webhooks', description: 'The oldest first, each with how far its deliveries are.' })
  @ApiOkResponse({ type: WebhooksAnswer })
  @Problems('request-invalid')
  @Roles('admin')
  @Get()
  async list(@Req() request: FastifyRequest): Promise<WebhooksAnswer> {
    parameters(request);
    await this.registry.refresh();
    const items = await Promise.all(this.registry.list(callerOf(request).tenant).map((webhook) => this.shown(webhook)));
    return { items, nextCursor: null };
  }

  @ApiOperation({ summary: 'Read a webhook', description: 'And how far its deliveries are. Its secret is not shown.' })
  @WebhookId()
  @ApiOkResponse({ type: WebhookAnswer })
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Get(':id')
  async find(@Req() request: FastifyRequest, @Param('id') id: string): Promise<WebhookAnswer> {
    parameters(request);
    return this.shown(await existingWebhook(this.registry, callerOf(request).tenant, id));
  }

  @ApiOperation({
    summary: 'Change a webhook',
    description: 'A new URL holds for what is still to be delivered, too; types and personal data hold for events that were not read yet.',
  })
  @WebhookId()
  @ApiOkResponse({ type: WebhookAnswer })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found', 'webhook-target-refused')
  @Roles('admin')
  @Patch(':id')
  async change(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validated) { url, description, types, personalData }: ChangeWebhookDto,
  ): Promise<WebhookAnswer> {
    parameters(request);
    const changes = {
      ...(url !== undefined && { url }),
      ...(description !== undefined && { description }),
      ...(types !== undefined && { types }),
      ...(personalData !== undefined && { personalData }),
    };
    const command = new ChangeWebhook(commandContext(request), webhookIdOf(id), changes);
    return this.shown((await this.writes.take<WebhookCommandAnswer>(reply, command)).webhook);
  }

  @ApiOperation({ summary: 'Delete a webhook', description: 'Nothing is sent any more, and what was not delivered is forgotten.' })
  @WebhookId()
  @ApiNoContentResponse({ description: 'Deleted, now or before.' })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Delete(':id')
  @HttpCode(204)
  async delete(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<void> {
    parameters(request);
    await this.writes.take<WebhookCommandAnswer>(reply, new DeleteWebhook(commandContext(request), webhookIdOf(id)));
  }

  @ApiOperation({
    summary: 'Rotate the secret of a webhook',
    description: 'Messages are signed with the new secret and, for the time asked for, with the one before it as well.',
  })
  @WebhookId()
  @ApiOkResponse({ type: RotatedSecretAnswer })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotateSecret(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body(validatedOrEmpty) body: RotateSecretDto,
  ): Promise<RotatedSecretAnswer> {
    parameters(request);
    const command = new RotateWebhookSecret(commandContext(request), webhookIdOf(id), body.keepPreviousForSeconds ?? keepPreviousForSeconds);
    const { secret, previousUntil } = await this.writes.take<Rotated>(reply, command);
    return { secret, previousUntil };
  }

  @ApiOperation({ summary: 'Pause a webhook', description: 'Nothing is sent until it is resumed, and nothing is lost. Pausing what is paused succeeds.' })
  @WebhookId()
  @ApiOkResponse({ type: WebhookAnswer })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Post(':id/pause')
  @HttpCode(200)
  async pause(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<WebhookAnswer> {
    parameters(request);
    noFields(request);
    const command = new PauseWebhook(commandContext(request), webhookIdOf(id), 'asked');
    return this.shown((await this.writes.take<WebhookCommandAnswer>(reply, command)).webhook);
  }

  @ApiOperation({ summary: 'Resume a webhook', description: 'It goes on where it was paused; what waits for its next try is tried at once.' })
  @WebhookId()
  @ApiOkResponse({ type: WebhookAnswer })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Post(':id/resume')
  @HttpCode(200)
  async resume(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string): Promise<WebhookAnswer> {
    parameters(request);
    noFields(request);
    const command = new ResumeWebhook(commandContext(request), webhookIdOf(id));
    return this.shown((await this.writes.take<WebhookCommandAnswer>(reply, command)).webhook);
  }

  private async shown(webhook: RegisteredWebhook): Promise<WebhookAnswer> {
    return webhookAnswer(webhook, await this.deliveries.standing(webhook.id));
  }
}

/** @throws Refusal `webhook-not-found`, also for what was deleted and what is another tenant's */
export async function existingWebhook(registry: WebhookRegistry, tenant: string, id: string): Promise<RegisteredWebhook> {
  await registry.refresh();
  const found = registry.find(tenant, webhookIdOf(id));
  return found && found.status !== 'deleted' ? found : refuse('webhook-not-found');
}
