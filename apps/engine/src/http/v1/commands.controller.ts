import { refusalCodes } from '@kith/domain';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiExtension, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Writers } from '../access';
import { callerOf, commandContext } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { parameters, tellPosition } from '../queries';
import { ItemStreams } from '../stream/item-streams';
import { isLines, ndjson, TakesLines } from '../stream/ndjson';
import { StoppedAnswer } from '../stream/stopped.dto';
import { CommandBatch } from './command-batch';
import { commandKinds } from './command-kinds';
import { CommandAnswer } from './commands.dto';

const answer = { $ref: getSchemaPath(CommandAnswer) };
const oneCommand = {
  type: 'object',
  required: ['type'],
  oneOf: commandKinds.map(({ described }) => ({ $ref: getSchemaPath(described) })),
  discriminator: { propertyName: 'type', mapping: Object.fromEntries(commandKinds.map(({ type, described }) => [type, getSchemaPath(described)])) },
};
const endUserId = '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11';
const tagging = { type: 'TagEndUser', data: { endUserId, tags: ['vip'] } };
const attaching = { type: 'AttachContactPoint', data: { endUserId, channel: 'email', value: 'lea@example.org' }, idempotencyKey: 'crm-4711' };
const tagged = { type: 'TagEndUser', outcome: 'done', status: 200, position: '1041', result: { id: endUserId, canonicalId: endUserId } };

@ApiTags('commands')
@ApiExtraModels(CommandAnswer, StoppedAnswer, ...commandKinds.flatMap(({ described, data }) => [described, data]))
@Controller('v1/commands')
export class CommandsController {
  constructor(
    @Inject(CommandBatch) private readonly batch: CommandBatch,
    @Inject(ItemStreams) private readonly streams: ItemStreams,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
  ) {}

  @ApiOperation({
    summary: 'Send commands',
    description:
      'One command, an array of up to 1,000, or NDJSON of any length with one command a line. Arrays and streams are answered 200 with one answer for each command, in their order; a command that is refused says so in its place and changes nothing. Commands that touch the same end user, contact point, interaction, organization or ticket are done in their order, all others side by side.\n\nA stream is answered while it is sent. When the storage fails, the key ends or the engine stops, no further command is begun; the last line is then `{ "outcome": "stopped", "problem": … }`, and what has no answer can be sent again.\n\nOne command is answered as the route for such a command answers, with 200 in place of 204.',
  })
  @ApiConsumes('application/json', ndjson)
  @ApiBody({
    schema: { oneOf: [oneCommand, { type: 'array', maxItems: 1000, items: oneCommand }] },
    examples: { one: { summary: 'One command', value: tagging }, many: { summary: 'Several', value: [tagging, attaching] } },
  })
  @ApiExtension('x-line', { schema: oneCommand, example: attaching })
  @ApiCreatedResponse({ type: CommandAnswer, description: 'One command, which made something.' })
  @ApiOkResponse({
    description: 'One command, or the answers of all.',
    content: {
      'application/json': { schema: { oneOf: [answer, { type: 'array', items: answer }] }, example: [tagged] },
      [ndjson]: { schema: { oneOf: [answer, { $ref: getSchemaPath(StoppedAnswer) }] }, example: tagged },
    },
  })
  @Idempotent()
  @Problems(
    'access-log-unavailable',
    'request-invalid',
    ...(Object.keys(refusalCodes) as (keyof typeof refusalCodes)[]).filter((code) => code !== 'command-in-progress'),
  )
  @TakesLines()
  @Writers()
  @Post()
  async send(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown): Promise<object | undefined> {
    parameters(request);
    const context = commandContext(request);
    const caller = callerOf(request);
    if (isLines(request)) return this.streams.answer(request, reply, context, await this.batch.of(context, caller));
    if (!Array.isArray(body)) {
      const one = await this.batch.one(context, caller, body);
      tellPosition(reply, one.position === null ? null : BigInt(one.position));
      void reply.code(one.status === 204 ? 200 : one.status);
      return one;
    }
    const { answers, position } = await this.inProgress.once(context, () => this.batch.all(context, caller, body));
    tellPosition(reply, position);
    void reply.code(200);
    return answers;
  }
}
