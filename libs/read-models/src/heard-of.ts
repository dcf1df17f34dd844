import type { StoredEvent } from '@kith/application';
import { idInStream } from '@kith/domain';
import { type AliasableExpression, sql } from 'kysely';
import type { Reads } from './cluster-rows';
import type { Prepared } from './read-database';
import { type Params, query, type Template } from './statement';

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
  readonly upTo: number;
}
interface OfPoint extends OfEndUser {
  readonly pointId: string;
  readonly from: number;
  readonly to: number;
}
type Left = `point${number}`;
type Most = { readonly at: string };

/** Where in the log an interaction came to be whose it is: corrections aside. */
const came = sql<number>`coalesce(assigned_position, position)`;

/** The last one of all but those that came by so many points: read from the latest, which is most often it. */
const lastOf = (left: number): Template<OfEndUser & { readonly [P in Left]: string }, Most> =>
  query((db, p) =>
    db
      .selectFrom('timeline_entry')
      .select('occurred_at as at')
      .where('tenant', '=', p.tenant)
      .where('end_user_id', '=', p.endUserId)
      .where('kind', '=', 'interaction')
      .where(came, '<=', p.upTo)
      .$if(left > 0, (q) => {
        const points = Array.from({ length: left }, (_, i) => sql`${p[`point${i}`] as AliasableExpression<string>}`);
        return q.where((eb) => eb.or([eb('point_id', 'is', null), eb('point_id', 'not in', sql<string>`(${sql.join(points)})`)]));
      })
      .orderBy('occurred_at', 'desc')
      .limit(1),
  );
const lastByPoint = query((db, p: Params<OfPoint>) =>
  db
    .selectFrom('timeline_entry')
    .select('occurred_at as at')
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('kind', '=', 'interaction')
    .where('point_id', '=', p.pointId)
    .where(came, '>=', p.from)
    .where(came, '<', p.to)
    .where(came, '<=', p.upTo)
    .orderBy('occurred_at', 'desc')
    .limit(1),
);

/** A point turned out to have always been another's: the timeline shows what came by it as theirs from then on. */
interface Correction {
  readonly pointId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly position: number;
}

/** From where to where in the log somebody held a point. */
interface Holding {
  readonly pointId: string;
  readonly endUserId: string;
  readonly from: number;
  readonly to: number;
}

/** Finds out when profiles were heard of last at a place of the log, without reading what they said. */
export class HeardOf {
  private readonly last = new Map<number, Prepared<OfEndUser & { readonly [P in Left]: string }, Most>>();
  private readonly byPoint: Prepared<OfPoint, Most>;

  constructor(private readonly database: Reads) {
    this.byPoint = database.prepare(lastByPoint);
  }

  /**
   * RFC 3339 UTC by id; empty for who was not.
   * @param pointEvents of every point that these profiles ever held, later events included, each point's in order
   */
  async upTo(tenant: string, endUserIds: readonly string[], pointEvents: readonly StoredEvent[], position: bigint): Promise<ReadonlyMap<string, string>> {
    const [corrections, holdings] = [correctionsIn(pointEvents), holdingsIn(pointEvents)];
    const heard = async (endUserId: string, upTo: number): Promise<string> => {
      const of = { tenant, endUserId, upTo };
      const corrected = corrections.filter(({ fromId, toId }) => fromId === endUserId || toId === endUserId);
      const points = [...new Set(corrected.map(({ pointId }) => pointId))];
      const times = [this.lastWithout(of, points)];
      for (const { pointId, from, to } of holdings.filter((one) => one.endUserId === endUserId && points.includes(one.pointId))) {
        // They may have gone on to each of those who got the point since.
        const after = corrections.flatMap((one) => (one.pointId === pointId && one.position >= to ? [one.toId] : []));
        for (const owner of new Set([endUserId, ...after])) times.push(this.lastBy({ ...of, endUserId: owner, pointId, from, to }));
      }
      for (const gained of corrected) if (gained.toId === endUserId && gained.position <= upTo) times.push(heard(gained.fromId, gained.position - 1));
      return (await Promise.all(times)).reduce((one, other) => (other > one ? other : one), '');
    };
    return new Map(await Promise.all(endUserIds.map(async (id) => [id, await heard(id, Number(position))] as const)));
  }

  private async lastWithout(of: OfEndUser, points: readonly string[]): Promise<string> {
    const count = points.length;
    const read = this.last.get(count) ?? this.database.prepare(lastOf(count));
    this.last.set(count, read);
    const left = Object.fromEntries(points.map((pointId, i) => [`point${i}`, pointId])) as { readonly [P in Left]: string };
    return (await read({ ...of, ...left }))[0]?.at ?? '';
  }

  private async lastBy(of: OfPoint): Promise<string> {
    return (await this.byPoint(of))[0]?.at ?? '';
  }
}

const correctionsIn = (events: readonly StoredEvent[]): readonly Correction[] =>
  events.flatMap(({ type, stream, position, data: { cause, endUserId, to } }) =>
    type === 'ContactPointReleased' && cause === 'corrected' && to !== undefined
      ? [{ pointId: idInStream(stream), fromId: endUserId as string, toId: to as string, position: Number(position) }]
      : [],
  );

function holdingsIn(events: readonly StoredEvent[]): readonly Holding[] {
  const holdings: { pointId: string; endUserId: string; from: number; to: number }[] = [];
  for (const { type, stream, position, data } of events) {
    const [pointId, endUserId] = [idInStream(stream), data.endUserId as string];
    if (type === 'ContactPointAttached') holdings.push({ pointId, endUserId, from: Number(position), to: Number.MAX_SAFE_INTEGER });
    if (type !== 'ContactPointReleased') continue;
    const held = holdings.findLast((one) => one.pointId === pointId && one.endUserId === endUserId);
    if (held) held.to = Number(position);
  }
  return holdings;
}
