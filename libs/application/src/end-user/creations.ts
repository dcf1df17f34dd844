import {
  AbandonEndUser,
  AttachPoint,
  type ClaimedPoint,
  CompleteEndUser,
  type ContactPoint,
  type Creation,
  contactPoint,
  type EndUser,
  endUser,
  isErasedWhole,
  isThere,
  linksOf,
  mayHold,
  Refusal,
  ReleasePoint,
  refuse,
  streamOf,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { identityOf } from '../contact-point/contact-points';
import { EventStore } from '../event-store';
import { type DataKey, KeyVault } from '../key-vault';
import { Clusters } from '../merging/clusters';
import { PersonalData } from '../personal-data';
import { type Loaded, Runner, type StepContext, wordOf } from '../run';

/** A creation under way: what is to be created, under which key, on whose word. */
export interface Underway {
  readonly endUserId: string;
  readonly creation: Creation;
  readonly key: DataKey;
  readonly step: StepContext;
}

/** How a creation ended. */
export interface Settled {
  readonly endUser: EndUser;
  /** Position of the event that settled it, whoever appended it. */
  readonly position: bigint | undefined;
}

/** Somebody who has a point: the profile that holds it, and the one that stands for its cluster. */
export interface LivingHolder {
  readonly own: EndUser;
  readonly canonicalId: string;
  readonly canonical: EndUser;
}

/** Who has a point, by id. */
export interface Holders {
  readonly living: ReadonlyMap<string, LivingHolder>;
  readonly gone: readonly string[];
  /** Of those, whose own profile or whose whole person was erased. */
  readonly erased: readonly string[];
}

/** Looks at a contested point again at most so often before giving up. */
const maxLooks = 50;

/**
 * The protocol *create*: claim every point in digest order, then bring the profile to life, or, when a point is lost,
 * abandon it and only then release the claims. Anyone may take any step at any time: the command, its retry, the reactor.
 */
@Injectable()
export class Creations {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(Clusters) private readonly clusters: Clusters,
  ) {}

  endUser(tenant: string, endUserId: string): Promise<Loaded<EndUser>> {
    return this.runner.load(endUser, streamOf.endUser(tenant, endUserId));
  }

  point(tenant: string, digest: string): Promise<Loaded<ContactPoint>> {
    return this.runner.load(contactPoint, streamOf.contactPoint(tenant, digest));
  }

  /** Where a holder stands, after its creation, if still under way, was brought to its end. */
  async settledHolder(tenant: string, digest: string, holderId: string): Promise<EndUser> {
    const { state } = await this.endUser(tenant, holderId);
    if (state.status !== 'unknown' && state.status !== 'abandoned') return state;
    const underway = await this.underway(tenant, digest, holderId);
    if (underway) return (await this.settle(underway)).endUser;
    return (await this.endUser(tenant, holderId)).state;
  }

  /** The creation that a claim belongs to; undefined when the end user holds the point no more. */
  async underway(tenant: string, digest: string, endUserId: string): Promise<Underway | undefined> {
    const events = await this.store.readStream(streamOf.contactPoint(tenant, digest));
    const claim = events.findLast(({ type, data }) => type === 'ContactPointAttached' && data.endUserId === endUserId);
    const { state } = await this.point(tenant, digest);
    if (!claim || !state.holders.some((h) => h.endUserId === endUserId)) return undefined;
    const opened = await this.personal.open(claim);
    if (opened.type !== 'ContactPointAttached' || opened.erased || !opened.data.creates) return undefined;
    const key = await this.vault.find(opened.keyId ?? '');
    if (!key) return undefined;
    return { endUserId, creation: opened.data.creates, key, step: wordOf(opened.metadata) };
  }

  /** Brings a creation to its end: the profile with all its points, or none of them. */
  async settle(underway: Underway): Promise<Settled> {
    const { endUserId, creation, step } = underway;
    let { key } = underway;
    const known = await this.endUser(step.tenant, endUserId);
    const { state, commands } = known;
    if (state.status === 'abandoned') await this.release(underway);
    if (state.status !== 'unknown') return { endUser: state, position: commands.get(step.commandId)?.position };
    for (const point of creation.points) {
      const claim = await this.claim(underway, key, point);
      if ('lostTo' in claim) {
        await this.runner.run(endUser, new AbandonEndUser(step.tenant, endUserId, point.digest, claim.lostTo), step);
        // Whoever came first on the end user's stream has settled it: look at what it is now.
        return this.settle(underway);
      }
      key = claim.key;
    }
    const completed = await this.runner.run(endUser, new CompleteEndUser(step.tenant, endUserId, creation.origin, creation.profile), step, key, known);
    // Nothing to append means that somebody else was first, to complete or to abandon it.
    return completed.position === undefined ? this.settle(underway) : { endUser: completed.state, position: completed.position };
  }

  /** Holds one point for the new end user, or says to whom it is lost. */
  async claim({ endUserId, creation, step }: Underway, key: DataKey, point: ClaimedPoint): Promise<{ key: DataKey } | { lostTo: string }> {
    for (let look = 0; look < maxLooks; look++) {
      const known = await this.point(step.tenant, point.digest);
      const { state } = known;
      const mine = state.holders.find((h) => h.endUserId === endUserId);
      // An earlier try of the same command may have claimed under another key: then that one is the person's.
      if (mine) return { key: mine.keyId === key.id ? key : ((await this.vault.find(mine.keyId ?? '')) ?? key) };
      const { gone, erased, living } = await this.holders(step.tenant, point.digest, state);
      const [other] = living.keys();
      if (other !== undefined && !state.shared) return { lostTo: other };
      const attach = new AttachPoint(step.tenant, point.digest, endUserId, identityOf(point), point.verified, creation, gone, erased);
      try {
        await this.runner.run(contactPoint, attach, step, key, known);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'contact-point-taken')) throw error;
      }
    }
    return refuse('too-contested');
  }

  /**
   * The holders of a point that live, each with how it is, and those that are gone for good. A holder that is still being
   * created is settled first; without leave to write it counts as none.
   */
  async holders(tenant: string, digest: string, state: ContactPoint, write = true): Promise<Holders> {
    const living = new Map<string, LivingHolder>();
    const gone: string[] = [];
    const erased: string[] = [];
    for (const { endUserId } of state.holders) {
      const own = write ? await this.settledHolder(tenant, digest, endUserId) : (await this.endUser(tenant, endUserId)).state;
      if (!write && own.status === 'unknown') continue;
      const { canonicalId, canonical } = await this.standing(tenant, endUserId, own);
      if (mayHold(own) && isThere(canonical)) living.set(endUserId, { own, canonicalId, canonical });
      else gone.push(endUserId);
      if (own.status === 'erased' || isErasedWhole(canonical)) erased.push(endUserId);
    }
    return { living, gone, erased };
  }

  /** The profile that stands for one, as it is. */
  async canonical(tenant: string, endUserId: string): Promise<Loaded<EndUser>> {
    return (await this.clusters.placeOf(tenant, endUserId)).canonical.loaded;
  }

  /** A holder as it is, and who stands for it: what holds of that one, such as being deleted, holds of all of its cluster. */
  private async standing(tenant: string, endUserId: string, own: EndUser): Promise<LivingHolder> {
    if (!linksOf(own).survivor) return { own, canonicalId: endUserId, canonical: own };
    const { id, loaded } = (await this.clusters.placeOf(tenant, endUserId)).canonical;
    return { own, canonicalId: id, canonical: loaded.state };
  }

  /** Releases every claim of an abandoned creation, also those that were made late. */
  private async release({ endUserId, creation, step }: Underway): Promise<void> {
    for (const { digest } of creation.points) await this.runner.run(contactPoint, new ReleasePoint(step.tenant, digest, endUserId, 'lost-race'), step);
  }
}
