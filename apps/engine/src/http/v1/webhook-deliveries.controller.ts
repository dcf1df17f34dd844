import { Deliveries, WebhookOperations, WebhookRegistry } from '@kith/application';
import { refuse } from '@kith/domain';
import { KeysetList } from '@kith/read-models';
import { applyDecorators, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RunningParts } from '../../parts/running-parts';
import { Roles } from '../access';
import { callerOf, commandContext } from '../command-context';
import { noFields } from '../empty-body';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { limitOf, parameters } from '../queries';
import { DeadLettersAnswer, DeliveriesAnswer, ReplayedAnswer, TestedAnswer } from './webhook-deliveries.dto';
import { deadLetterAnswer, deliveryAnswer, testedAnswer } from './webhook-wire';
import { existingWebhook, webhookIdOf } from './webhooks.controller';

const triesOf = (id: string) => new KeysetList<readonly [no: number]>(`deliveries of ${id}`, [Number.MAX_SAFE_INTEGER]);
const deadLettersOf = (id: string) => new KeysetList<readonly [position: number]>(`dead letters of ${id}`, [0]);

const WebhookId = () => ApiParam({ name: 'id', description: 'Id of the webhook.', example: '5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11' });
const Paged = () =>
  applyDecorators(
    ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.', schema: { type: 'string' } }),
    ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 when absent.', schema: { type: 'integer', minimum: 1, maximum: 200 } }),
  );

@ApiTags('webhooks')
@Controller('v1/webhooks/:id')
export class WebhookDeliveriesController {
  constructor(
    @Inject(WebhookRegistry) private readonly registry: WebhookRegistry,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(WebhookOperations) private readonly operations: WebhookOperations,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(RunningParts) private readonly parts: RunningParts,
  ) {}

  @ApiOperation({ summary: 'List the deliveries of a webhook', description: 'Each try, the latest first: the last 1,000 are kept.' })
  @WebhookId()
  @Paged()
  @ApiOkResponse({ type: DeliveriesAnswer })
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Get('deliveries')
  async listDeliveries(@Req() request: FastifyRequest, @Param('id') id: string): Promise<DeliveriesAnswer> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const webhook = await existingWebhook(this.registry, callerOf(request).tenant, id);
    const tries = triesOf(webhook.id);
    const [before] = tries.placeOf(cursor);
    const { attempts, next } = await this.deliveries.attempts(webhook.id, { before, limit: limitOf(limit) });
    return { items: attempts.map(deliveryAnswer), nextCursor: next === null ? null : tries.cursorAt([next]) };
  }

  @ApiOperation({ summary: 'List the dead letters of a webhook', description: 'Events that were given up after the last try, in the order of the log.' })
  @WebhookId()
  @Paged()
  @ApiOkResponse({ type: DeadLettersAnswer })
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Get('dead-letters')
  async listDeadLetters(@Req() request: FastifyRequest, @Param('id') id: string): Promise<DeadLettersAnswer> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const webhook = await existingWebhook(this.registry, callerOf(request).tenant, id);
    const most = limitOf(limit);
    const letters = deadLettersOf(webhook.id);
    const [after] = letters.placeOf(cursor);
    const found = await this.deliveries.deadLetters(webhook.id, { after: BigInt(after), limit: most + 1 });
    const { items, nextCursor } = letters.pageOf(found, most, ({ position }) => [Number(position)], deadLetterAnswer);
    return { items: [...items], nextCursor };
  }

  @ApiOperation({ summary: 'Replay all dead letters of a webhook', description: 'Each is delivered again, marked with the attribute `kithreplay`.' })
  @WebhookId()
  @ApiOkResponse({ type: ReplayedAnswer })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Post('dead-letters/replay')
  @HttpCode(200)
  async replayAll(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ReplayedAnswer> {
    return this.replayed(request, id, 'all');
  }

  @ApiOperation({ summary: 'Replay a dead letter of a webhook', description: 'It is delivered again, marked with the attribute `kithreplay`.' })
  @WebhookId()
  @ApiParam({ name: 'position', description: 'Of the event, as the list of dead letters shows it.', example: '1041' })
  @ApiOkResponse({ type: ReplayedAnswer })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found', 'delivery-not-found')
  @Roles('admin')
  @Post('dead-letters/:position/replay')
  @HttpCode(200)
  async replay(@Req() request: FastifyRequest, @Param('id') id: string, @Param('position') position: string): Promise<ReplayedAnswer> {
    return this.replayed(request, id, /^[1-9]\d{0,17}$/.test(position) ? BigInt(position) : refuse('delivery-not-found'));
  }

  @ApiOperation({
    summary: 'Test a webhook',
    description: 'Sends a message of the type `kith.webhook.test` at once, also while the webhook is paused, and tells what the receiver answered.',
  })
  @WebhookId()
  @ApiOkResponse({ type: TestedAnswer, description: 'The message was sent, or could not be: the answer says which.' })
  @Idempotent()
  @Problems('request-invalid', 'webhook-not-found')
  @Roles('admin')
  @Post('test')
  @HttpCode(200)
  async test(@Req() request: FastifyRequest, @Param('id') id: string): Promise<TestedAnswer> {
    parameters(request);
    noFields(request);
    const context = commandContext(request);
    return testedAnswer(await this.inProgress.once(context, () => this.operations.test(context, webhookIdOf(id))));
  }

  private async replayed(request: FastifyRequest, id: string, which: bigint | 'all'): Promise<ReplayedAnswer> {
    parameters(request);
    noFields(request);
    const context = commandContext(request);
    const webhookId = webhookIdOf(id);
    const replayed = await this.inProgress.once(context, () => this.operations.replay(context, webhookId, which));
    this.parts.webhooks?.look(webhookId);
    return { replayed };
  }
}
