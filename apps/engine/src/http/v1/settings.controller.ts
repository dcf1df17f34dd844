import { EventStore, type SettingsAnswer, SettingsHistory, SettingsReader, type SettingsVersion } from '@kith/application';
import { ChangeSettings, type Settings } from '@kith/domain';
import { byPosition } from '@kith/read-models';
import { Body, Controller, Get, Inject, Patch, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readers, Roles } from '../access';
import { callerOf, commandContext, header } from '../command-context';
import { Idempotent, Problems } from '../openapi';
import { invalid } from '../problems';
import { limitOf, parameters, position } from '../queries';
import { RecentSettings } from '../recent-settings';
import { validated } from '../validated';
import { Writes } from '../writes';
import { ChangeSettingsDto, ChannelAnswer, SettingsAnswerDto } from './settings.dto';
import { SettingsHistoryAnswer, type SettingsVersionAnswer } from './settings-history.dto';
import { settingsChangesOf } from './wire';

/** Versions never change their place, so a page stays the same while changes are added. */
const changes = byPosition('settings history');

@ApiTags('settings')
@ApiExtraModels(ChannelAnswer)
@Controller('v1/settings')
export class SettingsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(SettingsHistory) private readonly history: SettingsHistory,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(RecentSettings) private readonly recent: RecentSettings,
  ) {}

  @ApiOperation({
    summary: 'Read the settings',
    description:
      'As every command sees them from now on; or as they were: by `version`, or in effect `at` a position of the log. `ETag` is the version that is shown.',
  })
  @ApiQuery({
    name: 'version',
    required: false,
    description: 'As this version left them; 0 is the defaults.',
    schema: { type: 'integer', minimum: 0 },
    example: 1,
  })
  @ApiQuery({ name: 'at', required: false, description: 'In effect at this position of the log.', schema: { type: 'string' }, example: '1041' })
  @ApiOkResponse({ type: SettingsAnswerDto })
  @Problems('request-invalid', 'position-unknown')
  @Readers('narrowed')
  @Get()
  async find(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Settings> {
    const { version, at } = parameters(request, 'version', 'at');
    const { tenant } = callerOf(request);
    if (version !== undefined && at !== undefined) throw invalid({ parameter: 'at', detail: 'Ask for a version or for a position, not for both.' });
    const settings =
      version !== undefined ? await this.ofVersion(tenant, version) : at !== undefined ? await this.ofPosition(tenant, at) : await this.settings.of(tenant);
    void reply.header('etag', `"${settings.version}"`);
    return settings;
  }

  @ApiOperation({
    summary: 'List the changes of the settings',
    description: 'The latest first, each with who made it and the position of the log from which on it holds.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.', schema: { type: 'string' } })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } })
  @ApiOkResponse({ type: SettingsHistoryAnswer })
  @Problems('request-invalid')
  @Roles('admin', 'auditor')
  @Get('history')
  async listVersions(@Req() request: FastifyRequest): Promise<SettingsHistoryAnswer> {
    const { cursor, limit } = parameters(request, 'cursor', 'limit');
    const [before] = changes.placeOf(cursor);
    const most = limitOf(limit);
    const versions = await this.history.versions(callerOf(request).tenant, { before, limit: most + 1 });
    const { items, nextCursor } = changes.pageOf(versions, most, ({ version }) => [version], versionAnswer);
    return { items: [...items], nextCursor };
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
    const context = commandContext(request, 'conditional');
    const command = new ChangeSettings(context, settingsChangesOf(body), seenVersion(request));
    const { settings } = await this.writes.take<SettingsAnswer>(reply, command);
    await this.recent.read(context.tenant);
    void reply.header('etag', `"${settings.version}"`);
    return settings;
  }

  private async ofVersion(tenant: string, version: string): Promise<Settings> {
    const found = /^\d{1,9}$/.test(version) ? await this.history.atVersion(tenant, Number(version)) : undefined;
    return found ?? unknown('version', 'The settings never had this version: `GET /v1/settings/history` lists those they had.');
  }

  private async ofPosition(tenant: string, at: string): Promise<Settings> {
    const place = position(at, { parameter: 'at' });
    await this.store.assertKnows(place);
    // What will be in effect at a place that the log has not reached, nobody knows.
    if (place > (await this.store.head())) return unknown('at', 'The log has not come to this position yet.');
    return this.history.atPosition(tenant, place);
  }
}

function unknown(parameter: string, detail: string): never {
  throw invalid({ parameter, detail });
}

const versionAnswer = ({ position, changes, actor, ...version }: SettingsVersion): SettingsVersionAnswer => ({
  ...version,
  actor: { kind: actor.kind, id: actor.id },
  changes: changes as SettingsVersionAnswer['changes'],
  position: position.toString(),
});

/** The version that the caller saw; undefined when any will do. */
function seenVersion(request: FastifyRequest): number | undefined {
  const given = header(request, 'if-match');
  if (given === undefined || given === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) throw invalid({ header: 'If-Match', detail: 'The header must be the ETag of the settings as they were read.' });
  return Number(version);
}
