import { aboveOf } from '@kith/domain';
import { type ExpressionBuilder, type QueryCreator, sql } from 'kysely';
import { atMost } from './at-most';
import type { Reads } from './cluster-rows';
import { shownOf } from './erased-end-users';
import type { Cluster, Member } from './golden-profile';
import type { Prepared } from './read-database';
import { type Params, query } from './statement';
import type { Tables, TimelineEntryTable, TimelineKind } from './tables';
import { actorOf } from './timeline-entries';

/** Something that was written to the profiles that stay, since the merge: it may belong to either person. */
export interface ResidueEntry {
  /** RFC 3339 UTC, business time. */
  readonly at: string;
  /** Where in the log it came to be theirs, decimal. */
  readonly position: string;
  readonly kind: TimelineKind;
  /** The profile that has it. */
  readonly endUserId: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly onBehalfOf: string | null;
  /** The tags, or the names of what changed, such as `name` or `fields.plan`. */
  readonly what: readonly string[] | null;
  /** Of the interaction, or the text of a note. */
  readonly summary: string | null;
  readonly channel: string | null;
  /** The address that it is about or came by. */
  readonly key: string | null;
  readonly interactionId: string | null;
}

/** The latest first, at most {@link mostListed}; `total` counts all. */
export interface Residue {
  readonly entries: readonly ResidueEntry[];
  readonly total: number;
}

/** A profile that stays, and from where in the log on it was one with the other: what came before is its own. */
export interface Staying {
  readonly endUserId: string;
  readonly since: number;
}

/** So many entries are listed. */
export const mostListed = 200;

/** What somebody writes to the profile that is shown, who may mean whichever person is behind it. */
const written: readonly TimelineKind[] = [
  'changed',
  'tagged',
  'untagged',
  'noted',
  'primary-chosen',
  'suspended',
  'reinstated',
  'contact-point-attached',
  'contact-point-released',
];
/** Likewise, unless an address of the profile's own brought it about. */
const grouped: readonly TimelineKind[] = ['organization-joined', 'organization-left', 'default-organization-chosen'];

interface Stretch extends Staying {
  readonly tenant: string;
  readonly upTo: number;
  readonly limit: number;
}
type Places = Params<Stretch>;
type Eb = ExpressionBuilder<Tables & { entry: TimelineEntryTable }, 'entry'>;

/** The interaction came by a point that was attached since: nobody knows for whom. */
const byNewPoint = (eb: Eb, p: Places) =>
  eb.exists(
    eb
      .selectFrom('holding')
      .select('holding.point_id')
      .whereRef('holding.tenant', '=', 'entry.tenant')
      .whereRef('holding.point_id', '=', 'entry.point_id')
      .whereRef('holding.end_user_id', '=', 'entry.end_user_id')
      .where('holding.from_position', '>', p.since),
  );

const since = (db: QueryCreator<Tables>, p: Places) =>
  db
    .selectFrom('timeline_entry as entry')
    .where('entry.tenant', '=', p.tenant)
    .where('entry.end_user_id', '=', p.endUserId)
    .where('entry.position', '>', p.since)
    .where('entry.position', '<=', p.upTo)
    .where('entry.assigned_position', 'is', null)
    .where((eb) =>
      eb.or([
        eb('entry.kind', 'in', sql<TimelineKind>`(${sql.join(written.map(sql.lit))})`),
        eb.and([
          eb('entry.kind', 'in', sql<TimelineKind>`(${sql.join(grouped.map(sql.lit))})`),
          eb(eb.fn.coalesce('entry.cause', sql.lit('manual')), '<>', sql.lit('domain')),
        ]),
        eb.and([eb('entry.kind', '=', sql.lit('interaction' as const)), byNewPoint(eb, p)]),
      ]),
    );

/** Somebody said that the interaction was theirs, when that was one with the other. */
const assignedSince = (db: QueryCreator<Tables>, p: Places) =>
  db
    .selectFrom('timeline_entry as entry')
    .where('entry.tenant', '=', p.tenant)
    .where('entry.end_user_id', '=', p.endUserId)
    .where('entry.assigned_position', 'is not', null)
    .where('entry.assigned_position', '>', p.since)
    .where('entry.assigned_position', '<=', p.upTo);

type Entries = ReturnType<typeof since>;

const latest = (entries: Entries, limit: Places['limit']) =>
  entries
    .select(['entry.end_user_id', 'entry.occurred_at', 'entry.kind', 'entry.actor', 'entry.on_behalf_of', 'entry.interaction_id'])
    .select(({ ref }) => (['what', 'summary'] as const).map((column) => shownOf('entry', ref(`entry.${column}`)).as(column)))
    .select((eb) => {
      const held = eb.selectFrom('holding').whereRef('holding.tenant', '=', 'entry.tenant').whereRef('holding.point_id', '=', 'entry.point_id').limit(1);
      return [
        eb.fn.coalesce('entry.assigned_position', 'entry.position').as('position'),
        shownOf('entry', held.select('holding.key').where('holding.key', 'is not', null)).as('key'),
        eb.fn.coalesce('entry.channel', held.select('holding.channel')).as('channel'),
      ];
    })
    .orderBy('position', 'desc')
    .limit(atMost(limit));

type Row = Pick<TimelineEntryTable, 'end_user_id' | 'occurred_at' | 'kind' | 'actor' | 'on_behalf_of' | 'what' | 'summary' | 'interaction_id' | 'channel'> & {
  readonly position: number;
  readonly key: string | null;
};

const reads = [since, assignedSince].map((entries) => ({
  latest: query((db, p: Params<Stretch>) => latest(entries(db, p), p.limit)),
  count: query((db, p: Params<Stretch>) => entries(db, p).select((eb) => eb.fn.countAll<number>().as('n'))),
}));

/** Reads what was written to profiles since they were merged with another. */
export class Residues {
  private readonly reads: readonly { readonly latest: Prepared<Stretch, Row>; readonly count: Prepared<Stretch, { n: number }> }[];

  constructor(database: Reads) {
    this.reads = reads.map(({ latest, count }) => ({ latest: database.prepare(latest), count: database.prepare(count) }));
  }

  /** @param upTo position of the log from which on they were apart again; none while they are one */
  async of(tenant: string, staying: readonly Staying[], upTo: number = Number.MAX_SAFE_INTEGER): Promise<Residue> {
    const stretches = staying.map((one) => ({ ...one, tenant, upTo, limit: mostListed }));
    const [listed, counted] = await Promise.all([
      Promise.all(stretches.flatMap((stretch) => this.reads.map(async ({ latest }) => latest(stretch)))),
      Promise.all(stretches.flatMap((stretch) => this.reads.map(async ({ count }) => count(stretch)))),
    ]);
    const rows = listed.flat().sort((one, other) => other.position - one.position);
    return { entries: rows.slice(0, mostListed).map(shown), total: counted.flat().reduce((sum, { n }) => sum + Number(n), 0) };
  }
}

const shown = (row: Row): ResidueEntry => ({
  at: row.occurred_at,
  position: String(row.position),
  kind: row.kind,
  endUserId: row.end_user_id,
  actor: actorOf(row),
  onBehalfOf: row.on_behalf_of,
  what: row.what === null ? null : (JSON.parse(row.what) as string[]),
  summary: row.summary,
  channel: row.channel,
  key: row.key,
  interactionId: row.interaction_id,
});

/**
 * Since where in the log each profile that stays was one with whoever leaves: since the last of the merges on the ways of both to the
 * first profile that they have in common.
 * @param survivorId whom the one that leaves was merged into, at `mergedAt`; nobody stays with it who is not in its cluster any more
 */
export function stayingWith(cluster: Cluster, survivorId: string, mergedAt: number): readonly Staying[] {
  const byId = new Map(cluster.members.map((member) => [member.id, member]));
  const survivor = byId.get(survivorId);
  if (!survivor) return [];
  const wayOf = (member: Member) =>
    new Map([[member.id, 0], ...aboveOf(member, byId, cluster.canonicalId).map(({ profile, joined }) => [profile.id, joined] as const)]);
  const theirs = wayOf(survivor);
  return cluster.members.flatMap((member) => {
    const shared = [...wayOf(member)].find(([id]) => theirs.has(id));
    return shared ? [{ endUserId: member.id, since: Math.max(mergedAt, shared[1], theirs.get(shared[0]) ?? 0) }] : [];
  });
}
