import { type DuplicateRule, duplicateRules, nameAndPlaceOf } from '@kith/domain';
import { members } from './cluster-members';
import { organizations } from './duplicate-rows';
import type { Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { DuplicateEvidenceTable, DuplicatePointTable } from './tables';

/** A contact point that a suggestion rests on; all but its id is null when neither profile has it any more. */
export interface DuplicatePoint {
  /** Digest. */
  readonly id: string;
  /** The profile that has it. */
  readonly endUserId: string | null;
  readonly channel: string | null;
  readonly key: string | null;
}

/** One reason to take two end users for one. */
export interface ShownEvidence {
  readonly rule: DuplicateRule;
  /** The profiles that share something, the lower id first: members of the two clusters. */
  readonly endUserIds: readonly [string, string];
  readonly points: readonly DuplicatePoint[];
  /** What is the same, where that is a name at a domain or in an organization; folded. Null for other rules. */
  readonly name: string | null;
  readonly domain: string | null;
  /** As it was joined. */
  readonly organizationId: string | null;
  /** Of the event since which it is so, decimal. */
  readonly position: string;
}

/** Two end users who may be one person, by their canonical ids, the lower first. */
export interface Duplicate {
  /** Both ids with a dot between. */
  readonly id: string;
  readonly endUserIds: readonly [string, string];
  /** The strongest of {@link evidence}. */
  readonly rule: DuplicateRule;
  /** The strongest first, of equal ones the newest. */
  readonly evidence: readonly ShownEvidence[];
}

type OfProfile = { readonly tenant: string; readonly endUserId: string };
type At = { readonly at: string };
export type EvidenceRow = Pick<DuplicateEvidenceTable, 'key' | 'rule' | 'lower_id' | 'higher_id' | 'position'>;
type PointRow = Pick<DuplicatePointTable, 'point_id' | 'channel' | 'key' | 'named'> & { readonly address: string | null; readonly shared_id: string | null };

const evidenceBy = (side: 'lower_id' | 'higher_id') =>
  query((db, p: Params<OfProfile>) =>
    db
      .selectFrom('duplicate_evidence')
      .select(['key', 'rule', 'lower_id', 'higher_id', 'position'])
      .where('tenant', '=', p.tenant)
      .where(side, '=', p.endUserId),
  );
const differencesBy = (side: 'end_user_id' | 'other_id') =>
  query((db, p: Params<OfProfile & At>) =>
    db
      .selectFrom('difference')
      .select(['end_user_id', 'other_id'])
      .where('tenant', '=', p.tenant)
      .where(side, '=', p.endUserId)
      .where('withdrawn_at', 'is', null)
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', p.at)])),
  );
const standingFor = query((db, p: Params<OfProfile>) =>
  db
    .selectFrom('end_user as own')
    .innerJoin('end_user as root', (join) => join.onRef('root.tenant', '=', 'own.tenant').onRef('root.id', '=', 'own.canonical_id'))
    .select(['root.id', 'root.status'])
    .where('own.tenant', '=', p.tenant)
    .where('own.id', '=', p.endUserId),
);
const comparedPoints = query((db, p: Params<OfProfile>) =>
  db
    .selectFrom('duplicate_point as own')
    .leftJoin('shared_point as shared', (join) => join.onRef('shared.tenant', '=', 'own.tenant').onRef('shared.point_id', '=', 'own.point_id'))
    .leftJoin('end_user_contact_point as held', (join) =>
      join.onRef('held.tenant', '=', 'own.tenant').onRef('held.end_user_id', '=', 'own.end_user_id').onRef('held.point_id', '=', 'own.point_id'),
    )
    .select(['own.point_id', 'own.channel', 'own.key', 'own.named', 'held.key as address', 'shared.point_id as shared_id'])
    .where('own.tenant', '=', p.tenant)
    .where('own.end_user_id', '=', p.endUserId)
    .orderBy('own.position'),
);
const heldPoint = query((db, p: Params<OfProfile & { pointId: string }>) =>
  db
    .selectFrom('end_user_contact_point')
    .select(['channel', 'key'])
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('point_id', '=', p.pointId),
);

/** What the rows say of two end users: nothing of two who are one already, gone, or declared different. */
export class DuplicatePairs {
  private readonly evidence: readonly Prepared<OfProfile, EvidenceRow>[];
  private readonly differences: readonly Prepared<OfProfile & At, { end_user_id: string; other_id: string }>[];
  private readonly members: Prepared<OfProfile, { id: string }>;
  private readonly standing: Prepared<OfProfile, { id: string; status: string }>;
  private readonly points: Prepared<OfProfile, PointRow>;
  private readonly point: Prepared<OfProfile & { pointId: string }, { channel: string; key: string }>;

  constructor(database: Pick<ReadDatabase, 'prepare'>) {
    this.evidence = (['lower_id', 'higher_id'] as const).map((side) => database.prepare(evidenceBy(side)));
    this.differences = (['end_user_id', 'other_id'] as const).map((side) => database.prepare(differencesBy(side)));
    this.members = database.prepare(members);
    this.standing = database.prepare(standingFor);
    this.points = database.prepare(comparedPoints);
    this.point = database.prepare(heldPoint);
  }

  /** Who stands for the profile, when that is somebody who is there; undefined for who is gone or not known. */
  async livingRoot(tenant: string, endUserId: string): Promise<string | undefined> {
    const [root] = await this.standing({ tenant, endUserId });
    return root?.status === 'active' || root?.status === 'suspended' ? root.id : undefined;
  }

  /** Canonical ids of everybody else who shares something with a member of this cluster. */
  async othersOf(tenant: string, root: string): Promise<readonly string[]> {
    const own = new Set(await this.membersOf(tenant, root));
    const rows = await Promise.all([...own].flatMap((endUserId) => this.evidence.map(async (read) => read({ tenant, endUserId }))));
    const others = new Set(rows.flat().flatMap(({ lower_id, higher_id }) => [lower_id, higher_id].filter((id) => !own.has(id))));
    const roots = await Promise.all([...others].map((id) => this.livingRoot(tenant, id)));
    return [...new Set(roots.filter((id) => id !== undefined))];
  }

  /** Whether a member of the one cluster is declared different, at this time, from one of the other. */
  async areDifferent(tenant: string, [one, other]: readonly [string, string], at: string): Promise<boolean> {
    const [mine, theirs] = await Promise.all([this.membersOf(tenant, one), this.membersOf(tenant, other)]);
    return this.isApart(tenant, mine, new Set(theirs), at);
  }

  /** @param roots canonical ids of two who are there, in any order; undefined when nothing is to be suggested of them */
  async between(tenant: string, roots: readonly [string, string], at: string): Promise<Duplicate | undefined> {
    const [lower, higher] = [...roots].sort() as [string, string];
    if (lower === higher) return undefined;
    const [one, other] = await Promise.all([this.membersOf(tenant, lower), this.membersOf(tenant, higher)]);
    const [few, many] = one.length <= other.length ? [one, new Set(other)] : [other, new Set(one)];
    const rows = await Promise.all(few.flatMap((endUserId) => this.evidence.map(async (read) => read({ tenant, endUserId }))));
    const common = rows.flat().filter(({ lower_id, higher_id }) => many.has(lower_id) !== many.has(higher_id));
    if (common.length === 0 || (await this.isApart(tenant, few, many, at))) return undefined;
    const shown = await Promise.all(common.sort(strongestFirst).map((row) => this.shown(tenant, row)));
    const evidence = shown.filter((each) => each !== undefined);
    const [strongest] = evidence;
    return strongest && { id: `${lower}.${higher}`, endUserIds: [lower, higher], rule: strongest.rule, evidence };
  }

  private async membersOf(tenant: string, root: string): Promise<readonly string[]> {
    return (await this.members({ tenant, endUserId: root })).map(({ id }) => id);
  }

  private async isApart(tenant: string, few: readonly string[], many: ReadonlySet<string>, at: string): Promise<boolean> {
    const rows = await Promise.all(few.flatMap((endUserId) => this.differences.map(async (read) => read({ tenant, endUserId, at }))));
    return rows.flat().some(({ end_user_id, other_id }) => many.has(end_user_id) !== many.has(other_id));
  }

  /** Undefined where the points say nothing any more, because several people share them. */
  private async shown(tenant: string, { rule, key, lower_id, higher_id, position }: EvidenceRow): Promise<ShownEvidence | undefined> {
    const endUserIds = [lower_id, higher_id] as const;
    const of = { rule, endUserIds, position: String(position) };
    if (rule === 'met-in-interaction') return { ...of, points: await this.met(tenant, endUserIds, key.split(' ')), ...noPlace };
    const byName = isOfPlace(rule);
    const rows = await Promise.all(endUserIds.map(async (endUserId) => this.points({ tenant, endUserId })));
    const telling = rows.map((own) => own.filter((row) => (byName ? row.named === key : row.key === key && row.shared_id === null)));
    if (telling.some((own) => own.length === 0)) return undefined;
    const points = telling.flatMap((own, i) =>
      own
        .filter(({ channel }) => channel !== organizations)
        .map((row) => ({ id: row.point_id, endUserId: endUserIds[i] ?? null, channel: row.channel, key: row.address })),
    );
    return { ...of, points, ...(byName ? placeIn(rule, key) : noPlace) };
  }

  private met(tenant: string, endUserIds: readonly string[], pointIds: readonly string[]): Promise<readonly DuplicatePoint[]> {
    return Promise.all(
      pointIds.map(async (id) => {
        for (const endUserId of endUserIds) {
          const [held] = await this.point({ tenant, endUserId, pointId: id });
          if (held) return { id, endUserId, ...held };
        }
        return { id, endUserId: null, channel: null, key: null };
      }),
    );
  }
}

const noPlace = { name: null, domain: null, organizationId: null } as const;
const isOfPlace = (rule: DuplicateRule): boolean => rule === 'same-name-and-domain' || rule === 'same-name-and-organization';

function placeIn(rule: DuplicateRule, key: string): Pick<ShownEvidence, 'name' | 'domain' | 'organizationId'> {
  const { name, place } = nameAndPlaceOf(key);
  return rule === 'same-name-and-organization' ? { name, domain: null, organizationId: place } : { name, domain: place, organizationId: null };
}

/** How evidence is ranked; of equal rules the newest first. */
export const rankOf = (rule: DuplicateRule): number => duplicateRules.indexOf(rule);

const strongestFirst = (a: EvidenceRow, b: EvidenceRow): number =>
  rankOf(a.rule) - rankOf(b.rule) ||
  b.position - a.position ||
  (a.lower_id < b.lower_id ? 1 : a.lower_id > b.lower_id ? -1 : a.higher_id < b.higher_id ? 1 : -1);
