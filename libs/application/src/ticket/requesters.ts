import {
  type EndUser,
  type EndUserProfile,
  type GivenPoint,
  type GivenTicket,
  type HeldDomain,
  isThere,
  living,
  mayHold,
  type Reason,
  type Resolution,
  refuse,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { heldDomainsOf } from '../contact-point/contact-points';
import { keyOf } from '../end-user/key-of';
import { type Resolved, Resolver } from '../interaction/resolver';
import { type DataKey, KeyVault } from '../key-vault';
import { Clusters, type Place } from '../merging/clusters';
import { Linking } from '../merging/linking';
import type { StepContext } from '../run';

/** Who asks, as a command says it. */
export type GivenRequester = { readonly requesterId: string } | { readonly points: readonly GivenPoint[]; readonly profile?: EndUserProfile };

/** Who asks, found or created. */
export interface Requester {
  /** The profile that holds the contact point, or was named. */
  readonly requesterId: string;
  /** How it is: its key seals what is written of it. */
  readonly own: EndUser;
  readonly canonicalId: string;
  readonly canonical: EndUser;
  /** Digest of the contact point that it was found by; null when it was named. */
  readonly contactPointId: string | null;
  /** Absent when it was named. */
  readonly resolution?: Resolution;
  readonly created: boolean;
}

/** Who would ask. */
export interface LookedUp {
  /** Undefined for somebody who would be created. */
  readonly requester: Requester | undefined;
  /** Of the e-mail addresses that would become theirs. */
  readonly held: readonly HeldDomain[];
}

/** How far a look for the requester goes. */
interface Looking {
  readonly step: StepContext;
  /** The channel that the ticket came by. */
  readonly cameBy?: string;
  /** Called before anything is written; what it throws ends the look. */
  readonly beforeWriting?: () => Promise<void>;
}

/** From what is said of who asks to the one end user that it is. */
@Injectable()
export class Requesters {
  constructor(
    @Inject(Resolver) private readonly resolver: Resolver,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(KeyVault) private readonly vault: KeyVault,
  ) {}

  /**
   * The requester, who is created where nobody has the contact points.
   * @throws Refusal for one that is not or is no more, `requester-ambiguous` with the candidates, or what says why the points are of no use
   */
  async find(given: GivenRequester, { step, cameBy, beforeWriting }: Looking): Promise<Requester> {
    if ('requesterId' in given) return requesterAt(await this.linking.settled(step.tenant, given.requesterId));
    const { points, profile = {} } = given;
    const resolved = await this.resolver.resolve({
      points,
      write: true,
      profile,
      step,
      ...(cameBy !== undefined && { cameBy }),
      ...(beforeWriting && { beforeWriting }),
    });
    return requesterOf(resolved) ?? refuse('no-contact-point');
  }

  /** The same without writing anything. @throws Refusal like {@link find} */
  async lookUp(given: GivenRequester, { step, cameBy }: Looking): Promise<LookedUp> {
    if ('requesterId' in given) return { requester: requesterAt(await this.clusters.placeOf(step.tenant, given.requesterId)), held: [] };
    const resolved = await this.resolver.resolve({ points: given.points, write: false, profile: {}, step, ...(cameBy !== undefined && { cameBy }) });
    return { requester: requesterOf(resolved), held: heldDomainsOf(resolved.gained) };
  }

  /**
   * The key that seals what is written for a requester.
   * @throws Refusal `end-user-erased` when it was destroyed a moment ago: under another key their words would be readable for ever
   */
  keyFor({ own }: Requester): Promise<DataKey> {
    return own.keyId === undefined ? this.vault.lease() : keyOf(this.vault, own);
  }
}

/** Who asks, where it is said: by id before contact points. */
export function requesterIn({ requesterId, points, profile }: Pick<GivenTicket, 'requesterId' | 'points' | 'profile'>): GivenRequester | undefined {
  if (requesterId !== undefined) return { requesterId };
  return points && { points, ...(profile && { profile }) };
}

function requesterAt({ path: [named], canonical: { id: canonicalId, loaded } }: Place): Requester {
  const canonical = loaded.state;
  // Nothing more is written of a profile that was erased by itself: it is the person's.
  const own = isThere(canonical) && named && mayHold(named.loaded.state) ? named : { id: canonicalId, loaded };
  return { requesterId: own.id, own: living(own.loaded.state), canonicalId, canonical, contactPointId: null, created: false };
}

/** Undefined for somebody who would be created. */
function requesterOf({ outcome, endUserId, endUser, canonicalId, canonical, anchor, resolution }: Resolved): Requester | undefined {
  if (outcome === 'ambiguous') refuse('requester-ambiguous', undefined, { candidates: resolution.candidates });
  if (endUserId === null || !endUser || canonicalId === null || !canonical) return nobody(resolution.why);
  return { requesterId: endUserId, own: endUser, canonicalId, canonical, contactPointId: anchor, resolution, created: outcome === 'created' };
}

/** @throws Refusal unless one of the points is free to be somebody's */
function nobody(why: readonly Reason[]): undefined {
  const is = (rule: Reason['rule']) => why.some((reason) => reason.rule === rule);
  if (is('free')) return undefined;
  if (is('quarantined')) refuse('contact-point-quarantined');
  return is('not-attached-unverified') ? refuse('contact-point-unverified') : refuse('no-contact-point');
}
