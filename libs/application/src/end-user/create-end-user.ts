import { CreateEndUser, type EndUserProfile, type Origin, refuse, type Settings } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { claimedOf, type IdentifiedPoint, identifyIn, usableIn } from '../contact-point/contact-points';
import { Quarantine } from '../contact-point/quarantine';
import { type PossibleDuplicate, Suggestions } from '../duplicates/suggestions';
import { Identifiers, type TenantIdentifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Clusters } from '../merging/clusters';
import { before, type StepContext } from '../run';
import { SettingsReader } from '../settings/settings';
import { Creations } from './creations';

export interface CreateEndUserAnswer {
  readonly endUserId: string;
  /** Itself; whoever stands for it by the time of a retry. */
  readonly canonicalId: string;
  /** Who may be the same person, as far as that is known at once. */
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  readonly position: bigint;
}

/** Ids that one idempotency key can burn; each takes a lost race. */
const maxAttempts = 100;

@CommandHandler(CreateEndUser)
export class CreateEndUserHandler implements ICommandHandler<CreateEndUser, CreateEndUserAnswer> {
  constructor(
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(NewIds) private readonly newIds: NewIds,
    @Inject(Quarantine) private readonly quarantine: Quarantine,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(Clusters) private readonly clusters: Clusters,
  ) {}

  async execute({ context, origin, profile, points: given }: CreateEndUser): Promise<CreateEndUserAnswer> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    const step = asked(ids, context, ['CreateEndUser', origin, profile, given], () => this.newIds.next());
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const endUserId = ids.endUser(step.commandId, attempt);
      const loaded = await this.creations.endUser(tenant, endUserId);
      const trace = before(loaded, step);
      if (loaded.state.status === 'abandoned') continue;
      const settings = await this.settings.of(tenant);
      const points = trace ? usableIn(settings, ids, given) : identified(settings, ids, given);
      const position = trace?.position ?? (await this.create(endUserId, { settings, ids }, points, origin, profile, step));
      const possibleDuplicates = await this.suggestions.of(tenant, { endUserId, name: profile.name, points: points.map(claimedOf) });
      const canonicalId = trace ? (await this.clusters.placeOf(tenant, endUserId, loaded)).canonical.id : endUserId;
      return { endUserId, canonicalId, possibleDuplicates, position };
    }
    return refuse('too-contested');
  }

  private async create(
    endUserId: string,
    { settings, ids }: { readonly settings: Settings; readonly ids: TenantIdentifiers },
    points: readonly IdentifiedPoint[],
    origin: Origin,
    profile: EndUserProfile,
    step: StepContext,
  ): Promise<bigint> {
    const { tenant } = step;
    const claims = points.map(claimedOf).sort((a, b) => (a.digest < b.digest ? -1 : 1));
    // One address shown to be theirs stands for its siblings, too.
    const verified = new Set(claims.filter((claim) => claim.verified).map(({ key }) => key));
    for (const { digest, channel, key } of claims) {
      const loaded = await this.creations.point(tenant, digest);
      before(loaded, step);
      const mine = loaded.state.holders.some((h) => h.endUserId === endUserId);
      if (mine || loaded.state.shared) continue;
      const { living, gone } = await this.creations.holders(tenant, digest, loaded.state);
      const [holder] = living.keys();
      if (holder !== undefined) taken(holder, points, digest);
      const rests = !verified.has(key) && (await this.quarantine.holds(tenant, settings, ids, { channel, key }, loaded, gone));
      if (rests) refuse('contact-point-quarantined', undefined, at(points, digest));
    }
    const own = { endUserId, creation: { origin, profile, points: claims }, key: await this.vault.lease(), step };
    const { endUser, position } = await this.creations.settle(
      (await this.begun(
        own.step.tenant,
        endUserId,
        claims.map((p) => p.digest),
      )) ?? own,
    );
    if (endUser.status === 'abandoned') taken(endUser.lostTo ?? '', points, '');
    if (position === undefined) throw new Error('an end user was created, but not by this command');
    return position;
  }

  /** The creation that an earlier try of the same command has begun. */
  private async begun(tenant: string, endUserId: string, digests: readonly string[]) {
    for (const digest of digests) {
      const underway = await this.creations.underway(tenant, digest, endUserId);
      if (underway) return underway;
    }
    return undefined;
  }
}

function taken(holderId: string, points: readonly IdentifiedPoint[], digest: string): never {
  return refuse('contact-point-taken', 'The contact point already belongs to another end user: use that one, or transfer the point.', {
    holderId,
    ...at(points, digest),
  });
}

/** Where in the request the point stands. */
function at(points: readonly IdentifiedPoint[], digest: string): { readonly pointer?: string } {
  const i = points.findIndex((p) => p.digest === digest);
  return i < 0 ? {} : { pointer: `/contactPoints/${i}` };
}

/** All given points, each with its identity, none twice, no more of a channel than the tenant allows. */
function identified(settings: Settings, ids: TenantIdentifiers, given: CreateEndUser['points']): IdentifiedPoint[] {
  const points = new Map<string, IdentifiedPoint>();
  const perChannel = new Map<string, number>();
  for (const [i, one] of given.entries()) {
    const pointer = `/contactPoints/${i}`;
    const point = identifyIn(settings, ids, one, pointer);
    if (!('digest' in point))
      return refuse(point.rule === 'blocked' ? 'contact-point-blocked' : 'contact-point-invalid', `The value makes no contact point: ${point.detail}.`, {
        pointer: `${pointer}/value`,
        reason: point.detail,
      });
    if (points.has(point.digest)) continue;
    const count = (perChannel.get(point.channel) ?? 0) + 1;
    if (count > point.rules.limit) refuse('contact-point-limit-reached', undefined, { pointer });
    perChannel.set(point.channel, count);
    points.set(point.digest, point);
  }
  return [...points.values()];
}
