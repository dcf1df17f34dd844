import {
  AttachPoint,
  type Choice,
  choose,
  contactPoint,
  type EndUser,
  type EndUserProfile,
  type GivenPoint,
  mayHold,
  membersOf,
  type Reason,
  Refusal,
  type Resolution,
  type ResolutionOutcome,
  reason,
  refuse,
  type Settings,
  siblingsOf,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { claimedOf, heldDomainsOf, type IdentifiedPoint, identifyIn, identityOf } from '../contact-point/contact-points';
import { Quarantine } from '../contact-point/quarantine';
import { Creations, type LivingHolder } from '../end-user/creations';
import { keyOf } from '../end-user/key-of';
import { HeldPoints } from '../held-points';
import { Identifiers, type TenantIdentifiers } from '../identifiers';
import { KeyVault } from '../key-vault';
import { MembershipsByDomain } from '../membership/memberships-by-domain';
import { Runner, type StepContext } from '../run';
import { SettingsReader } from '../settings/settings';
import { anchorOf, type Done, type Found, gainedBy, type Seen, takerOf, unverifiedHolder, winnerOf, withoutDeclared } from './seen-points';

/** What is to be resolved, and how far it may go. */
export interface ResolveRequest {
  readonly points: readonly GivenPoint[];
  /** False never writes: no end user is created, nothing is attached, nothing half done is finished. */
  readonly write: boolean;
  readonly profile: EndUserProfile;
  /** The channel that the contact came by, when there was one: its point is the anchor if it belongs to whoever is found. */
  readonly cameBy?: string;
  readonly step: StepContext;
  /** Called before anything is written; what it throws ends the resolution. */
  readonly beforeWriting?: () => Promise<void>;
}

/** Who it is, and the whole explanation. */
export interface Resolved {
  readonly outcome: ResolutionOutcome;
  /** The profile that it hangs on: who holds the point it came by, or was created for it. */
  readonly endUserId: string | null;
  readonly endUser: EndUser | undefined;
  /** Who stands for the profile, and how that one is. */
  readonly canonicalId: string | null;
  readonly canonical: EndUser | undefined;
  readonly suspended: boolean;
  /** Digest of the point it hangs on. */
  readonly anchor: string | null;
  readonly resolution: Resolution;
  /** The usable points that were given, strongest first. */
  readonly points: readonly IdentifiedPoint[];
  /** Those of them that became theirs by this contact, or verified as theirs; without leave to write, those that would. */
  readonly gained: readonly IdentifiedPoint[];
  /** Position of the last event that was appended on the way. */
  readonly position: bigint | undefined;
}

/** Rounds of looking again after a race for the first contact was lost; each loss means that somebody else made progress. */
const maxRounds = 30;

/** The protocol *resolve*: from contact points to the one end user behind them, created if there is none, with the reasons. */
@Injectable()
export class Resolver {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(Quarantine) private readonly quarantine: Quarantine,
    @Inject(MembershipsByDomain) private readonly byDomain: MembershipsByDomain,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Refusal that names the field for a value that cannot be an address, or `too-contested` */
  async resolve(request: ResolveRequest): Promise<Resolved> {
    const { step, write } = request;
    const [settings, ids] = [await this.settings.of(step.tenant), await this.identifiers.of(step.tenant)];
    const { points, unusable } = identifyAll(settings, ids, request.points);
    for (let round = 0; round < maxRounds; round++) {
      const seen: Seen[] = [];
      for (const point of points) seen.push(await this.look(request, settings, ids, point));
      const choice = choose(seen);
      const done: Done = { why: [...unusable, ...choice.why], met: [...choice.met], attached: [], position: undefined };
      const chosen = winnerOf(choice) ?? (await this.create(request, ids, choice.createFor, done));
      if (chosen === 'lost') continue;
      if (chosen === undefined) return nobody(request, settings, points, choice, done);
      const winner = chosen.endUserId;
      const suspended = chosen.canonical.status === 'suspended';
      if (suspended) done.why.push(reason('holder-suspended', (choice.winner?.by ?? choice.createFor) as Seen, winner));
      // Erased since it was looked at: then it is nobody.
      if (write && !(await this.attachRest(request, seen, choice, chosen, done))) continue;
      const gained = gainedBy(chosen.canonicalId, write, seen, choice, done);
      const found = write ? await this.joined(step, chosen, gained, done) : chosen;
      const { canonicalId, canonical } = found;
      const created = choice.createFor !== undefined || winner === ids.endUser(step.commandId, 0);
      const anchor = anchorOf(request.cameBy, seen, found, done.attached) ?? {
        pointId: choice.winner?.by.pointId ?? choice.createFor?.pointId ?? null,
        holder: found,
      };
      return {
        outcome: created ? 'created' : 'matched',
        endUserId: anchor.holder.endUserId,
        endUser: anchor.holder.own,
        canonicalId,
        canonical,
        suspended,
        anchor: anchor.pointId,
        resolution: explained(settings, withoutDeclared(done, found, seen, new Date(this.clock.now()).toISOString()), []),
        points,
        gained,
        position: done.position,
      };
    }
    return refuse('too-contested');
  }

  private async look({ step, write }: ResolveRequest, settings: Settings, ids: TenantIdentifiers, point: IdentifiedPoint): Promise<Seen> {
    const { tenant, commandId } = step;
    const { digest, channel, verified, rules } = point;
    const loaded = await this.creations.point(tenant, digest);
    const { state } = loaded;
    const { living, gone, erased } = await this.creations.holders(tenant, digest, state, write);
    const quarantined = living.size === 0 && (await this.quarantine.holds(tenant, settings, ids, point, loaded, gone));
    const sibling = living.size === 0 ? await this.siblingHolder(tenant, settings, ids, point, write) : undefined;
    const [siblingHolder] = sibling?.keys() ?? [];
    const unverifiedHolders = state.holders.filter((h) => !h.verified).map((h) => h.endUserId);
    const isKnownToCommand = loaded.commands.has(commandId);
    const about = { point, channel, pointId: digest, verified, verifiedOnly: rules.verifiedOnly, quarantined, shared: state.shared };
    const people = sibling ?? living;
    const canonical = Object.fromEntries([...people].map(([id, { canonicalId }]) => [id, canonicalId]));
    return {
      ...about,
      isKnownToCommand,
      unverifiedHolders,
      people,
      canonical,
      holders: [...living.keys()],
      gone,
      erased,
      ...(siblingHolder !== undefined && { siblingHolder }),
    };
  }

  /** The one who answers for a free point, as a map of one; undefined when there is nobody. */
  private async siblingHolder(
    tenant: string,
    settings: Settings,
    ids: TenantIdentifiers,
    { channel, key }: IdentifiedPoint,
    write: boolean,
  ): Promise<ReadonlyMap<string, LivingHolder> | undefined> {
    for (const sibling of siblingsOf(settings, channel)) {
      const digest = ids.contactPoint(sibling, '', key);
      const { state } = await this.creations.point(tenant, digest);
      if (state.holders.length === 0 || state.shared) continue;
      const { living } = await this.creations.holders(tenant, digest, state, write);
      if (living.size > 0) return living;
    }
    return undefined;
  }

  /**
   * A new end user for the strongest free point; `lost` when somebody else got the point first. The claim decides the race
   * before anything else is written, so a lost one leaves nothing behind.
   */
  private async create(
    { write, profile, step, beforeWriting }: ResolveRequest,
    ids: TenantIdentifiers,
    free: Seen | undefined,
    done: Done,
  ): Promise<Found | 'lost' | undefined> {
    if (!free || !write) return undefined;
    await beforeWriting?.();
    let attempt = 0;
    while ((await this.creations.endUser(step.tenant, ids.endUser(step.commandId, attempt))).state.status !== 'unknown') attempt++;
    const endUserId = ids.endUser(step.commandId, attempt);
    const creation = { origin: 'contacted', profile, points: [claimedOf(free.point)] } as const;
    const underway = { endUserId, creation, key: await this.vault.lease(), step };
    const claim = await this.creations.claim(underway, underway.key, creation.points[0]);
    if ('lostTo' in claim) return 'lost';
    const settled = await this.creations.settle({ ...underway, key: claim.key });
    if (!mayHold(settled.endUser)) return 'lost';
    done.why.push(reason('created-for', free, endUserId));
    done.attached.push(free.pointId);
    done.position = settled.position;
    return { endUserId, own: settled.endUser, canonicalId: endUserId, canonical: settled.endUser };
  }

  /** Whoever got e-mail addresses is a member of the organizations that claim their domains from here on. */
  private async joined(step: StepContext, found: Found, gained: readonly IdentifiedPoint[], done: Done): Promise<Found> {
    const { canonicalId, endUserId } = found;
    const held = heldDomainsOf(gained);
    const taken = held.length > 0 ? await this.byDomain.join(step, canonicalId, held) : undefined;
    if (!taken) return found;
    done.position = taken.position ?? done.position;
    return { ...found, canonical: taken.state, ...(endUserId === canonicalId && { own: taken.state }) };
  }

  /**
   * The other points go to whoever was found where the rules allow; one that was taken meanwhile stays with its holder.
   * @returns false when whoever was found is erased by now
   */
  private async attachRest({ step, beforeWriting }: ResolveRequest, seen: readonly Seen[], choice: Choice<Seen>, found: Found, done: Done): Promise<boolean> {
    const { canonicalId: winner, canonical } = found;
    const taker = takerOf(found);
    const toVerify = seen.filter((s) => s.verified && unverifiedHolder(s, winner) !== undefined);
    const toAttach = choice.free.filter((s) => s !== choice.createFor);
    if (toAttach.length + toVerify.length > 0) await beforeWriting?.();
    for (const one of [...toAttach, ...toVerify]) {
      const { point, gone, erased } = one;
      const attaching = toAttach.includes(one);
      if (attaching && (await this.held.count(step.tenant, winner, point.channel)) >= point.rules.limit) {
        done.why.push(reason('not-attached-limit', one, winner));
        continue;
      }
      try {
        const holderId = unverifiedHolder(one, winner) ?? taker.endUserId;
        const key = await keyOf(this.vault, one.people.get(holderId)?.own ?? taker.own);
        const attach = new AttachPoint(step.tenant, point.digest, holderId, identityOf(point), point.verified, undefined, gone, erased);
        const { position } = await this.runner.run(contactPoint, attach, step, key);
        done.position = position ?? done.position;
        if (!attaching) continue;
        done.why.push(reason('attached', one, winner));
        done.attached.push(point.digest);
      } catch (error) {
        if (error instanceof Refusal && error.code === 'end-user-erased') return false;
        if (!(error instanceof Refusal && error.code === 'contact-point-taken')) throw error;
        const { holderId } = error.details;
        done.why.push(reason('not-attached-taken', one, holderId));
        // Another profile of the same person can have been quicker.
        if (holderId !== undefined && !membersOf(winner, canonical).includes(holderId))
          done.met.push({ endUserIds: [winner, holderId], pointIds: [point.digest] });
      }
    }
    return true;
  }
}

/** Strongest first: by the priority of the channel, then verified ones, then as given. Blocked and unusable values are dropped, with the reason. */
function identifyAll(settings: Settings, ids: TenantIdentifiers, given: readonly GivenPoint[]): { points: IdentifiedPoint[]; unusable: Reason[] } {
  const points = new Map<string, IdentifiedPoint>();
  const unusable: Reason[] = [];
  for (const [i, one] of given.entries()) {
    const found = identifyIn(settings, ids, one, `/contactPoints/${i}`);
    if (!('digest' in found)) unusable.push({ rule: found.rule, channel: found.channel, pointId: null, detail: found.detail });
    else if (!points.get(found.digest)?.verified) points.set(found.digest, found);
  }
  const strength = (p: IdentifiedPoint) => p.rules.priority * 2 + (p.verified ? 1 : 0);
  return { points: [...points.values()].sort((a, b) => strength(b) - strength(a)), unusable };
}

function nobody(request: ResolveRequest, settings: Settings, points: readonly IdentifiedPoint[], { candidates, free }: Choice<Seen>, done: Done): Resolved {
  const { cameBy, write } = request;
  return {
    outcome: candidates.length > 0 ? 'ambiguous' : 'unidentified',
    endUserId: null,
    endUser: undefined,
    canonicalId: null,
    canonical: undefined,
    suspended: false,
    anchor: (points.find((p) => p.channel === cameBy) ?? points[0])?.digest ?? null,
    resolution: explained(settings, done, candidates),
    points,
    gained: write ? [] : free.map(({ point }) => point),
    position: undefined,
  };
}

const explained = ({ version }: Settings, { why, met, attached }: Done, candidates: readonly string[]): Resolution => ({
  policy: 'resolve/1',
  settingsVersion: version,
  why,
  attached,
  candidates,
  possibleDuplicates: met,
});
