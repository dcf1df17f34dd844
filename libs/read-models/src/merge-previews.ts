import { Clock, Clusters, isPassing, Merging, SettingsReader } from '@kith/application';
import { type RefusalCode, refusalCodes, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Reads } from './cluster-rows';
import { type Cluster, goldenProfile, joined, memberOf, partOf, without } from './golden-profile';
import { conflictsOf, type MergeConflict } from './merge-conflicts';
import { linkOf, type MergeLink } from './merge-links';
import { NewlySighted } from './newly-sighted';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Residue, Residues, stayingWith } from './residue';
import type { ShownContactPoint, ShownEndUser } from './shown-end-user';
import type { ShownMembership } from './shown-memberships';
import { ShownProfiles } from './shown-profiles';
import { type Params, query } from './statement';

/** Why the command would be refused. */
export interface WouldBeRefused {
  readonly code: RefusalCode;
  readonly detail: string;
}

/** What a merge would bring about. Writes nothing, and is what then happens unless somebody writes meanwhile. */
export interface MergePreview {
  readonly possible: boolean;
  readonly refusals: readonly WouldBeRefused[];
  /** As they are now. */
  readonly survivor: ShownEndUser;
  readonly merged: ShownEndUser;
  /** What the survivor is shown as afterwards, with the profile that each value comes from. */
  readonly after: ShownEndUser;
  /** What the survivor has afterwards that it has not now. */
  readonly gained: { readonly contactPoints: readonly ShownContactPoint[]; readonly organizations: readonly ShownMembership[] };
  /** What is seen as one person's afterwards, and the ids of the keys of agents who see it then and not all of it now. */
  readonly together: {
    readonly interactions: { readonly survivor: number; readonly merged: number };
    readonly tickets: number;
    readonly visibleTo: readonly string[];
  };
  readonly conflicts: readonly MergeConflict[];
}

/** What undoing a merge would bring about. */
export interface UnmergePreview {
  readonly possible: boolean;
  readonly refusals: readonly WouldBeRefused[];
  /** The cluster as it is now. */
  readonly survivor: ShownEndUser;
  /** As it will be. */
  readonly survivorAfter: ShownEndUser;
  readonly merged: ShownEndUser;
  readonly leaving: {
    /** The profiles that leave the cluster: who comes back, first, then those that were merged into it. */
    readonly members: readonly string[];
    readonly contactPoints: readonly ShownContactPoint[];
    readonly organizations: readonly ShownMembership[];
    readonly interactions: number;
    readonly tickets: number;
  };
  /** The merges that are undone, too, when it comes back alone. */
  readonly further: readonly { readonly mergeId: string; readonly mergedId: string }[];
  readonly residue: Residue;
}

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}

const interactions = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('timeline_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('kind', '=', 'interaction'),
);

const tickets = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant', '=', p.tenant)
    .where('requester_id', '=', p.endUserId),
);

/** Read models that previews and restored profiles are made from. */
export const linkedReadModels: readonly ProjectionName[] = ['end-user-profile', 'merges', 'timeline', 'holding', 'organizations', 'tickets', 'access'];

/** Shows what a merge and an unmerge would bring about, by the same rules as what is shown afterwards. */
@Injectable()
export class MergePreviews {
  private readonly profiles: ShownProfiles;
  private readonly residues: Residues;
  private readonly newlySighted: NewlySighted;
  private readonly link: Prepared<{ tenant: string; mergeId: string }, MergeLink>;
  private readonly interactions: Prepared<OfEndUser, { n: number }>;
  private readonly tickets: Prepared<OfEndUser, { n: number }>;

  constructor(
    @Inject(ReadDatabase) database: Reads,
    @Inject(SettingsReader) settings: SettingsReader,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(Merging) private readonly merging: Merging,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.profiles = new ShownProfiles(database, settings);
    this.residues = new Residues(database);
    this.newlySighted = new NewlySighted(database);
    this.link = database.prepare(linkOf);
    this.interactions = database.prepare(interactions);
    this.tickets = database.prepare(tickets);
  }

  /** @throws Refusal `end-user-not-found` */
  async previewMerge(tenant: string, survivorId: string, mergedId: string): Promise<MergePreview> {
    const [one, other] = [await this.around(tenant, survivorId), await this.around(tenant, mergedId)];
    const policy = await this.profiles.policy(tenant);
    const areOne = one.canonicalId === other.canonicalId;
    const [survivor, merged] = [goldenProfile(one, policy, survivorId).endUser, goldenProfile(other, policy, mergedId).endUser];
    const after = areOne ? survivor : goldenProfile(joined(one, other), policy, survivorId).endUser;
    const held = new Set(survivor.contactPoints.map(identity));
    const joinedBy = new Set(survivor.organizations.map(({ canonicalId }) => canonicalId));
    const refusals = await this.refusals(tenant, survivorId, mergedId);
    return {
      possible: refusals.length === 0,
      refusals,
      survivor,
      merged,
      after,
      gained: {
        contactPoints: after.contactPoints.filter((point) => !held.has(identity(point))),
        organizations: after.organizations.filter(({ canonicalId }) => !joinedBy.has(canonicalId)),
      },
      together: {
        interactions: { survivor: await this.heardOf(tenant, one), merged: await this.heardOf(tenant, other) },
        tickets: (await this.asked(tenant, one)) + (areOne ? 0 : await this.asked(tenant, other)),
        visibleTo: areOne ? [] : await this.newlySighted.by(tenant, [survivor, merged], after, new Date(this.clock.now()).toISOString()),
      },
      conflicts: areOne ? [] : conflictsOf(survivor, merged, after),
    };
  }

  /** @throws Refusal `merge-not-found` */
  async previewUnmerge(tenant: string, mergeId: string, alone: boolean): Promise<UnmergePreview> {
    const [link] = await this.link({ tenant, mergeId });
    if (!link) return refuse('merge-not-found');
    const cluster = await this.around(tenant, link.merged_id);
    const policy = await this.profiles.policy(tenant);
    const isUndone = link.undone !== 0 || memberOf(cluster, link.merged_id).row.merge_id !== mergeId;
    const leaving = isUndone ? { ...cluster, canonicalId: link.merged_id, members: [] } : partOf(cluster, link.merged_id);
    const staying = without(cluster, leaving);
    const { contactPoints, organizations } = goldenProfile(partOf(cluster, link.merged_id), policy).endUser;
    return {
      possible: !isUndone,
      refusals: isUndone ? [{ code: 'merge-undone', detail: refusalCodes['merge-undone'] }] : [],
      survivor: goldenProfile(cluster, policy).endUser,
      survivorAfter: goldenProfile(staying, policy).endUser,
      merged: goldenProfile(partOf(cluster, link.merged_id, alone), policy).endUser,
      leaving: {
        members: idsOf(leaving),
        contactPoints: isUndone ? [] : contactPoints,
        organizations: isUndone ? [] : organizations,
        interactions: await this.heardOf(tenant, leaving),
        tickets: await this.asked(tenant, leaving),
      },
      further: alone
        ? leaving.members.flatMap(({ row }) => (row.survivor_id === link.merged_id ? [{ mergeId: row.merge_id ?? '', mergedId: row.id }] : []))
        : [],
      residue: isUndone ? { entries: [], total: 0 } : await this.residues.of(tenant, stayingWith(staying, link.survivor_id, link.position)),
    };
  }

  private async around(tenant: string, endUserId: string): Promise<Cluster> {
    return (await this.profiles.around(tenant, endUserId)) ?? refuse('end-user-not-found');
  }

  /** By the log, as the command would decide. */
  private async refusals(tenant: string, survivorId: string, mergedId: string): Promise<readonly WouldBeRefused[]> {
    if (survivorId === mergedId) return [wouldBe('merge-with-itself')];
    const [survivor, merged] = [await this.clusters.placeOf(tenant, survivorId), await this.clusters.placeOf(tenant, mergedId)];
    const code = this.merging.wouldRefuse({ survivor: survivor.canonical, merged: merged.canonical }, { survivorId, mergedId });
    // What is half done comes to its end before the command decides.
    return code === undefined || isPassing(code) ? [] : [wouldBe(code)];
  }

  private heardOf(tenant: string, cluster: Cluster): Promise<number> {
    return total(tenant, cluster, this.interactions);
  }

  /** Tickets whose requester it is. */
  private asked(tenant: string, cluster: Cluster): Promise<number> {
    return total(tenant, cluster, this.tickets);
  }
}

async function total(tenant: string, { members }: Cluster, count: Prepared<OfEndUser, { n: number }>): Promise<number> {
  const counted = await Promise.all(members.map(async ({ id }) => count({ tenant, endUserId: id })));
  return counted.flat().reduce((sum, { n }) => sum + Number(n), 0);
}

const wouldBe = (code: RefusalCode): WouldBeRefused => ({ code, detail: refusalCodes[code] });

const identity = ({ channel, scope, key }: ShownContactPoint): string => JSON.stringify([channel, scope, key]);

/** The ids of its profiles, the one that stands for them first. */
const idsOf = ({ canonicalId, members }: Cluster): readonly string[] =>
  members.map(({ id }) => id).sort((one, other) => Number(other === canonicalId) - Number(one === canonicalId) || (one < other ? -1 : 1));
