import { ContactPoints, EventStore, keyIn, PastLookups, usable } from '@kith/application';
import { type GivenPoint, Refusal, type Settings } from '@kith/domain';
import { FindHolders, type Holders, LookUpContactPoints, type PointKey } from '@kith/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readers } from '../access';
import { AccessNoting } from '../access-noting';
import { callerOf } from '../command-context';
import { Narrowing } from '../narrowing';
import { Problems } from '../openapi';
import { HttpProblem, invalid } from '../problems';
import { parameters, Queries } from '../queries';
import { RecentSettings } from '../recent-settings';
import { Shows } from '../shows';
import { validated } from '../validated';
import { AsOfParameters, asOfIn, type PastQuestion, pastAnswer } from './as-of-wire';
import { HoldersAnswer, LookUpAnswer, LookUpDto, PastHoldersAnswer } from './contact-points.dto';
import { inPath, namedInPath } from './point-in-path';

@ApiTags('contact points')
@ApiExtraModels(HoldersAnswer, PastHoldersAnswer)
@Controller('v1/contact-points')
export class ContactPointsController {
  constructor(
    @Inject(Queries) private readonly queries: Queries,
    @Inject(RecentSettings) private readonly settings: RecentSettings,
    @Inject(Narrowing) private readonly narrowing: Narrowing,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(PastLookups) private readonly past: PastLookups,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  @ApiOperation({
    summary: 'Who is behind this address?',
    description:
      'The holder of a contact point, now or in the past. A POST to `lookup` keeps the address out of URLs. The past is read from the log, waits for no read model, and says on which facts it rests; who held the contact point but was erased since is not in it.',
  })
  @ApiParam({ name: 'channel', example: 'phone' })
  @ApiParam({ name: 'value', description: 'As people write it, percent-encoded.', example: '+33612345678' })
  @ApiQuery({ name: 'scope', required: false, description: 'The page, provider or system that ids of this channel belong to.' })
  @AsOfParameters()
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answer must know of.' })
  @ApiOkResponse({ schema: { anyOf: [{ $ref: getSchemaPath(HoldersAnswer) }, { $ref: getSchemaPath(PastHoldersAnswer) }] } })
  @Problems('contact-point-unknown', 'channel-unknown', 'contact-point-invalid', 'contact-point-blocked', 'position-unknown', 'read-models-behind')
  @Shows<Holders | PastHoldersAnswer>('lookup', ({ holders }) => ({ endUserIds: idsOf(holders), count: holders.length }))
  @Readers('narrowed')
  @Get(':channel/:value')
  async find(@Req() request: FastifyRequest, @Param('channel') channel: string, @Param('value') value: string): Promise<Holders | PastHoldersAnswer> {
    const { scope, ...then } = parameters(request, 'scope', 'asOf', 'knownAt', 'asOfPosition');
    const { tenant } = callerOf(request);
    const given = scope === undefined ? { channel, value } : { channel, value, scope };
    const question = asOfIn(callerOf(request), then);
    if (question) return (await this.findPast(tenant, given, question)) ?? this.nobody(request, given);
    const settings = this.settingsFor(request, tenant);
    const { key } = named(settings instanceof Promise ? await settings : settings, given);
    const found = await this.queries.ask(request, new FindHolders(tenant, channel, scope ?? '', key));
    if (!found || !this.narrowing.isLimited(request)) return found ?? this.nobody(request, given);
    const [seen] = await this.narrowing.holders(request, [found]);
    return seen ?? this.nobody(request, given);
  }

  @ApiOperation({ summary: 'Who is behind these addresses?', description: 'Up to 1,000 contact points in one go; answers come in the order asked.' })
  @ApiHeader({ name: 'Kith-After', required: false, description: 'Position of a write that the answers must know of.' })
  @ApiOkResponse({ type: LookUpAnswer })
  @Problems('request-invalid', 'channel-unknown', 'contact-point-invalid', 'read-models-behind')
  @Shows<{ items: readonly (Holders | null)[] }>('lookup', ({ items }, { body }) => ({
    endUserIds: items.flatMap((found) => idsOf(found?.holders ?? [])),
    count: items.filter((found) => found !== null).length,
    nobody: (body as LookUpDto).contactPoints.filter((_, i) => items[i] === null),
  }))
  @Readers('narrowed')
  @Post('lookup')
  @HttpCode(200)
  async lookUp(@Req() request: FastifyRequest, @Body(validated) { contactPoints }: LookUpDto): Promise<{ items: readonly (Holders | null)[] }> {
    parameters(request);
    const { tenant } = callerOf(request);
    const settings = await this.settingsFor(request, tenant);
    const keys = contactPoints.map(({ channel, value, scope }, i) =>
      keyOf(settings, scope == null ? { channel, value } : { channel, value, scope }, `/contactPoints/${i}`),
    );
    const found = await this.queries.ask(
      request,
      new LookUpContactPoints(
        tenant,
        keys.filter((key) => key !== null),
      ),
    );
    let next = 0;
    const items = keys.map((key) => (key ? (found[next++] ?? null) : null));
    return { items: await this.narrowing.holders(request, items) };
  }

  /** It may have come to be blocked since. */
  private async findPast(tenant: string, given: GivenPoint, { asOf, by }: PastQuestion): Promise<PastHoldersAnswer | undefined> {
    if (asOf.position !== undefined) await this.reached(asOf.position);
    const { digest, channel, scope, key } = await inPath(this.points.identifyBlocked(tenant, given, ''));
    const found = await this.past.holders(tenant, digest, asOf);
    return found && pastAnswer({ channel, scope, key }, by, found);
  }

  /** That somebody looked is noted, too. */
  private async nobody(request: FastifyRequest, given: GivenPoint): Promise<never> {
    await this.access.note(request, { endUserIds: [], count: 0, nobody: [given] });
    throw new HttpProblem('contact-point-unknown');
  }

  /** What will be so at a place that the log has not come to, nobody knows. */
  private async reached(position: bigint): Promise<void> {
    if (position > (await this.store.head())) throw invalid({ parameter: 'asOfPosition', detail: 'The log has not come to this position yet.' });
  }

  /** Who waits for a position may wait for a change of the settings. */
  private settingsFor(request: FastifyRequest, tenant: string): Settings | Promise<Settings> {
    return request.headers['kith-after'] === undefined ? this.settings.of(tenant) : this.settings.read(tenant);
  }
}

/** A value that makes no contact point is nobody's: one of a thousand must not spoil the answers of the others. */
function keyOf(settings: Settings, given: GivenPoint, pointer: string): PointKey | null {
  try {
    const found = keyIn(settings, given, pointer);
    return 'key' in found ? found : null;
  } catch (error) {
    if (error instanceof Refusal && error.details.pointer === `${pointer}/value`) return null;
    throw error;
  }
}

/** The contact point that the path names. @throws Refusal that names the part of the path at fault */
function named(settings: Settings, given: GivenPoint): PointKey {
  try {
    return usable(keyIn(settings, given, ''), '');
  } catch (error) {
    throw namedInPath(error);
  }
}

const idsOf = (holders: readonly { readonly endUserId: string; readonly canonicalId: string }[]): readonly string[] =>
  holders.flatMap(({ endUserId, canonicalId }) => [endUserId, canonicalId]);
