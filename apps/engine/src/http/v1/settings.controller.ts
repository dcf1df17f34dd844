import { type SettingsAnswer, SettingsReader } from '@kith/application';
import { ChangeSettings, type Settings, type SettingsChanges } from '@kith/domain';
import { Body, Controller, Get, Inject, Patch, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Roles } from '../access';
import { callerOf, commandContext, header } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { Idempotent, Problems } from '../openapi';
import { invalid } from '../problems';
import { parameters, tellPosition } from '../queries';
import { RecentSettings } from '../recent-settings';
import { validated } from '../validated';
import { ChangeSettingsDto, ChannelAnswer, SettingsAnswerDto } from './settings.dto';

@ApiTags('settings')
@ApiExtraModels(ChannelAnswer)
@Controller('v1/settings')
export class SettingsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(RecentSettings) private readonly recent: RecentSettings,
  ) {}

  @ApiOperation({ summary: 'Read the settings', description: 'As every command sees them from now on. `ETag` is their version.' })
  @ApiOkResponse({ type: SettingsAnswerDto })
  @Problems()
  @Readers()
  @Get()
  async find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Settings> {
    parameters(request);
    const settings = await this.settings.of(callerOf(request).tenant);
    void reply.header('etag', `"${settings.version}"`);
    return settings;
  }

  @ApiOperation({
    summary: 'Change settings',
    description: 'What is named is replaced, of the channels only those named. The settings are checked as a whole.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: '`ETag` of what the caller saw: refused when the settings have changed since.' })
  @ApiOkResponse({ type: SettingsAnswerDto })
  @Idempotent()
  @Problems('request-invalid', 'settings-invalid', 'state-changed')
  @Roles('admin')
  @Patch()
  async change(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body(validated) body: ChangeSettingsDto): Promise<Settings> {
    parameters(request);
    const context = commandContext(request);
    const command = new ChangeSettings(context, changesOf(body), seenVersion(request));
    const { settings, position } = await this.inProgress.once(context, () => this.commands.execute<ChangeSettings, SettingsAnswer>(command));
    await this.recent.read(context.tenant);
    tellPosition(reply, position);
    void reply.header('etag', `"${settings.version}"`);
    return settings;
  }
}

function changesOf({ defaultRegion, channels, siblings, blocklist }: ChangeSettingsDto): SettingsChanges {
  return {
    ...(defaultRegion !== undefined && { defaultRegion }),
    ...(channels && { channels }),
    ...(siblings && { siblings: siblings as [string, string][] }),
    ...(blocklist && { blocklist: blocklist.map(({ channel, value }) => ({ channel: channel ?? null, value })) }),
  };
}

/** The version that the caller saw; undefined when any will do. */
function seenVersion(request: FastifyRequest): number | undefined {
  const given = header(request, 'if-match');
  if (given === undefined || given === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) throw invalid({ header: 'If-Match', detail: 'The header must be the ETag of the settings as they were read.' });
  return Number(version);
}
