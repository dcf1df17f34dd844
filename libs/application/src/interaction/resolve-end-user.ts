import { type EndUser, membersOf, type Resolution, ResolveEndUser, streamOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { type IdentifiedPoint, usableIn } from '../contact-point/contact-points';
import { Suggestions } from '../duplicates/suggestions';
import { Creations } from '../end-user/creations';
import { EventStore } from '../event-store';
import { Identifiers, type TenantIdentifiers } from '../identifiers';
import { NewIds } from '../ids';
import { Memberships } from '../membership/memberships';
import { Clusters } from '../merging/clusters';
import { before, type StepContext } from '../run';
import { SettingsReader } from '../settings/settings';
import { answered, type ResolutionAnswer } from './answer';
import { Resolver } from './resolver';

@CommandHandler(ResolveEndUser)
export class ResolveEndUserHandler implements ICommandHandler<ResolveEndUser, ResolutionAnswer> {
  constructor(
    @Inject(Resolver) private readonly resolver: Resolver,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(NewIds) private readonly newIds: NewIds,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  async execute({ context, points, create, profile }: ResolveEndUser): Promise<ResolutionAnswer> {
    const ids = await this.identifiers.of(context.tenant);
    const step = asked(ids, context, ['ResolveEndUser', points, create, profile], () => this.newIds.next());
    if (create && step.payloadMac !== undefined) {
      const earlier = await this.earlier(points, profile, ids, step);
      if (earlier) return earlier;
    }
    const resolved = await this.resolver.resolve({ points, write: create, profile, step });
    const { tenant } = context;
    const organizationId = resolved.canonical ? await this.organizationOf(tenant, resolved.canonicalId ?? '', resolved.canonical) : null;
    const likely = await this.suggestions.ofCreated(tenant, { ...resolved, organizationId }, profile, resolved.points);
    return answered({ ...resolved, organizationId, interactionId: null }, resolved.points, likely);
  }

  private organizationOf(tenant: string, canonicalId: string, canonical: EndUser): Promise<string | null> {
    return this.memberships.defaultOrganizationOf(tenant, { canonicalId, members: membersOf(canonicalId, canonical) }, canonical);
  }

  /**
   * What this command did when it was asked before, read from the traces it left: the end user it created and the points
   * it attached, whoever holds them by now.
   */
  private async earlier(
    given: ResolveEndUser['points'],
    profile: ResolveEndUser['profile'],
    ids: TenantIdentifiers,
    step: StepContext,
  ): Promise<ResolutionAnswer | undefined> {
    const settings = await this.settings.of(step.tenant);
    const points = usableIn(settings, ids, given);
    const createdId = ids.endUser(step.commandId, 0);
    const created = await this.creations.endUser(step.tenant, createdId);
    const birth = before(created, step);
    const attached: { point: IdentifiedPoint; endUserId: string; position: bigint }[] = [];
    for (const point of points) {
      const trace = before(await this.creations.point(step.tenant, point.digest), step);
      if (!trace) continue;
      const [event] = await this.store.readStream(streamOf.contactPoint(step.tenant, point.digest), { from: trace.revision, limit: 1 });
      if (typeof event?.data.endUserId === 'string') attached.push({ point, endUserId: event.data.endUserId, position: trace.position });
    }
    // A claim without a profile is a creation cut off half way: resolving again finishes it.
    const endUserId = birth ? createdId : attached.find((a) => a.endUserId !== createdId)?.endUserId;
    if (endUserId === undefined) return undefined;
    const position = [birth?.position ?? 0n, ...attached.map((a) => a.position)].reduce((a, b) => (a > b ? a : b));
    const { canonical } = await this.clusters.placeOf(step.tenant, endUserId);
    const resolution: Resolution = {
      policy: 'resolve/1',
      settingsVersion: settings.version,
      why: attached.map(({ point: { channel, digest } }) => ({ rule: 'attached', channel, pointId: digest, endUserId })),
      attached: attached.map(({ point }) => point.digest),
      candidates: [],
      possibleDuplicates: [],
    };
    const suspended = canonical.loaded.state.status === 'suspended';
    const outcome = birth ? 'created' : 'matched';
    const organizationId = await this.organizationOf(step.tenant, canonical.id, canonical.loaded.state);
    const likely = await this.suggestions.ofCreated(step.tenant, { outcome, endUserId, resolution, organizationId }, profile, points);
    const who = { endUserId, canonicalId: canonical.id, organizationId, suspended };
    return answered({ ...who, outcome, interactionId: null, resolution, position }, points, likely);
  }
}
