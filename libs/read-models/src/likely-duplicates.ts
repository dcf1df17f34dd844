import { type ComparedProfile, LikelyDuplicates, type Likeness } from '@kith/application';
import { type ClaimedPoint, type DuplicateRule, defaultSettings, mostSharing, nameAt, sharedKeys, siblingsOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { DuplicatePairs, rankOf } from './duplicate-pairs';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

interface OfKey {
  readonly tenant: string;
  readonly key: string;
}
interface OfPoint {
  readonly tenant: string;
  readonly pointId: string;
}
interface SharingRow {
  readonly end_user_id: string;
  readonly point_id: string;
  readonly channel: string;
  readonly shared_id: string | null;
}

/** Another profile, and which point of the compared one tells that they are alike. */
interface Alike {
  readonly profileId: string;
  readonly rule: DuplicateRule;
  /** Absent where an organization tells it. */
  readonly pointId?: string;
}

/** More rows than so many are of a crowd, or of somebody with too many addresses to matter. */
const most = 256;

const sharing = (column: 'key' | 'named') =>
  query((db, p: Params<OfKey>) =>
    db
      .selectFrom('duplicate_point as own')
      .leftJoin('shared_point as shared', (join) => join.onRef('shared.tenant', '=', 'own.tenant').onRef('shared.point_id', '=', 'own.point_id'))
      .select(['own.end_user_id', 'own.point_id', 'own.channel', 'shared.point_id as shared_id'])
      .where('own.tenant', '=', p.tenant)
      .where(`own.${column}`, '=', p.key)
      .limit(most),
  );
const ownSiblings = query((db, p: Params<{ tenant: string }>) =>
  db.selectFrom('duplicate_sibling').select(['channel', 'sibling']).where('tenant', '=', p.tenant),
);
const sharedPoint = query((db, p: Params<OfPoint>) =>
  db.selectFrom('shared_point').select('point_id').where('tenant', '=', p.tenant).where('point_id', '=', p.pointId),
);

/** By what the duplicates projection knows of keys: one read for each that the profile has, and no more where nobody shares it. */
@Injectable()
export class ProjectedLikelyDuplicates extends LikelyDuplicates {
  private readonly pairs: DuplicatePairs;
  private readonly byKey: Prepared<OfKey, SharingRow>;
  private readonly byName: Prepared<OfKey, SharingRow>;
  private readonly siblings: Prepared<{ tenant: string }, { channel: string; sibling: string }>;
  private readonly isShared: Prepared<OfPoint, { point_id: string }>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    super();
    this.pairs = new DuplicatePairs(database);
    this.byKey = database.prepare(sharing('key'));
    this.byName = database.prepare(sharing('named'));
    this.siblings = database.prepare(ownSiblings);
    this.isShared = database.prepare(sharedPoint);
  }

  async of(tenant: string, profile: ComparedProfile, at: string): Promise<readonly Likeness[]> {
    const found = (
      await Promise.all([
        ...profile.points.map((point) => this.byPoint(tenant, profile, point)),
        ...(profile.organizationIds ?? []).map((organizationId) => this.byOrganization(tenant, profile, organizationId)),
      ])
    ).flat();
    if (found.length === 0) return [];
    const own = (await this.pairs.livingRoot(tenant, profile.endUserId)) ?? profile.endUserId;
    const likenesses = new Map<string, Likeness>();
    for (const { profileId, rule, pointId } of found) {
      const otherId = await this.pairs.livingRoot(tenant, profileId);
      if (otherId === undefined || otherId === own || (await this.pairs.areDifferent(tenant, [own, otherId], at))) continue;
      const pointIds = likenesses.get(`${otherId} ${rule}`)?.pointIds ?? [];
      likenesses.set(`${otherId} ${rule}`, { otherId, rule, pointIds: [...new Set([...pointIds, ...(pointId === undefined ? [] : [pointId])])] });
    }
    return [...likenesses.values()].sort((a, b) => rankOf(a.rule) - rankOf(b.rule));
  }

  /** The other profiles that this point of theirs is like. */
  private async byPoint(tenant: string, { endUserId, name }: ComparedProfile, point: ClaimedPoint): Promise<readonly Alike[]> {
    const keys = sharedKeys(point);
    if (!keys) return [];
    const named = name === undefined || keys.domain === null ? undefined : nameAt(name, keys.domain);
    const [sameKey, sameName] = await Promise.all([this.byKey({ tenant, key: keys.key }), named === undefined ? [] : this.byName({ tenant, key: named })]);
    const others = (rows: readonly SharingRow[]) => othersIn(rows, endUserId);
    const told = (rule: DuplicateRule, rows: readonly SharingRow[]) => rows.map((row) => ({ profileId: row.end_user_id, rule, pointId: point.digest }));
    const namesakes = told('same-name-and-domain', others(sameName));
    const alike = others(sameKey).filter((row) => row.shared_id === null && row.point_id !== point.digest);
    if (alike.length === 0 || (await this.isShared({ tenant, pointId: point.digest })).length > 0) return namesakes;
    const siblings = await this.siblingsOf(tenant, point.channel);
    return [
      ...told(
        'same-mailbox',
        alike.filter(({ channel }) => channel === point.channel),
      ),
      ...told(
        'same-number',
        alike.filter(({ channel }) => siblings.includes(channel)),
      ),
      ...namesakes,
    ];
  }

  /** The other members who have the name. */
  private async byOrganization(tenant: string, { endUserId, name }: ComparedProfile, organizationId: string): Promise<readonly Alike[]> {
    const named = name === undefined ? undefined : nameAt(name, organizationId);
    if (named === undefined) return [];
    const rows = othersIn(await this.byName({ tenant, key: named }), endUserId);
    return rows.map((row) => ({ profileId: row.end_user_id, rule: 'same-name-and-organization' as const }));
  }

  private async siblingsOf(tenant: string, channel: string): Promise<readonly string[]> {
    const own = await this.siblings({ tenant });
    if (own.length > 0) return own.flatMap((pair) => (pair.channel === channel ? [pair.sibling] : []));
    return siblingsOf(defaultSettings, channel);
  }
}

/** Nobody where too many have it. */
const othersIn = (rows: readonly SharingRow[], endUserId: string): readonly SharingRow[] =>
  isCrowd(rows, endUserId) ? [] : rows.filter((row) => row.end_user_id !== endUserId);

/** Whether too many share the key, the profile itself counted. */
const isCrowd = (rows: readonly SharingRow[], endUserId: string): boolean =>
  rows.length === most || new Set([endUserId, ...rows.map((row) => row.end_user_id)]).size > mostSharing;
