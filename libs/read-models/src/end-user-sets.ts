import { sql } from 'kysely';
import { atMost } from './at-most';
import { numbersOfTenant } from './end-user-rows';
import { Effort, Members, type ReadNumbers } from './members';
import type { Prepared, ReadDatabase } from './read-database';
import { named, nameText, pointsText, reachedBy, withoutEmail } from './search-index';
import { type NamesMatch, namesMatch, type PointsMatch, pointsMatch, type Stretch } from './search-match';
import { isFoundBy, searchedFor } from './search-text';
import { type Params, query } from './statement';

/** Which end users a list is of: all conditions that are given. Times are RFC 3339 UTC with milliseconds. */
export interface EndUserFilter {
  /** Beginnings of words of the name, or a part of a contact point. */
  readonly text?: string | undefined;
  readonly tag?: string | undefined;
  /** They are members of any of these, or of one that is one with it. */
  readonly organizationIds?: readonly string[] | undefined;
  /** They have a contact point on it. */
  readonly channel?: string | undefined;
  /** Absent: active and suspended. */
  readonly status?: 'active' | 'suspended' | 'deleted' | undefined;
  readonly withoutEmail?: boolean | undefined;
  /** Last heard of at this time or later. */
  readonly lastContactFrom?: string | undefined;
  /** Last heard of before this time; who was never heard of is not among them. */
  readonly lastContactBefore?: string | undefined;
}

type OfTenant = Stretch & { readonly tenant: string };

/** The numbers of a tenant are a range of their own. Naming the tenant, too, would lead SQLite to its key, and to sorting all of it. */
const everyone = query((db, p: Params<Stretch>) =>
  db.selectFrom('end_user').select('number').where('number', '<=', p.upTo).where('number', '>=', p.from).orderBy('number', 'desc').limit(atMost(p.limit)),
);
const tagged = query((db, p: Params<OfTenant & { tag: string }>) =>
  db
    .selectFrom('end_user_tag')
    .select('number')
    .where('tenant', '=', p.tenant)
    .where('tag', '=', p.tag)
    .where('number', '<=', p.upTo)
    .orderBy('number', 'desc')
    .limit(atMost(p.limit)),
);
/** Clusters that have a tag by who was merged. */
const taggedByMerged = query((db, p: Params<OfTenant & { tag: string }>) =>
  db
    .selectFrom('search_tag')
    .select('number')
    .where('tenant', '=', p.tenant)
    .where('tag', '=', p.tag)
    .where('number', '<=', p.upTo)
    .orderBy('number', 'desc')
    .limit(atMost(p.limit)),
);
const onChannel = query((db, p: Params<OfTenant & { channel: string }>) =>
  db
    .selectFrom('search_channel')
    .select('number')
    .where('tenant', '=', p.tenant)
    .where('channel', '=', p.channel)
    .where('number', '<=', p.upTo)
    .orderBy('number', 'desc')
    .limit(atMost(p.limit)),
);
const inOrganization = query((db, p: Params<OfTenant & { organizationId: string }>) =>
  db
    .selectFrom('organization_member')
    .select('number')
    .where('tenant', '=', p.tenant)
    .where('organization_id', '=', p.organizationId)
    .where('number', '<=', p.upTo)
    .orderBy('number', 'desc')
    .limit(atMost(p.limit)),
);
const unusual = query((db, p: Params<OfTenant & { status: string }>) =>
  db
    .selectFrom('end_user')
    .select('number')
    .where('tenant', '=', p.tenant)
    .where('status', '=', p.status as never)
    // As the index says it.
    .where('status', '<>', sql.lit('active'))
    .where('number', '<=', p.upTo)
    .orderBy('number', 'desc')
    .limit(atMost(p.limit)),
);
const lastNumber = query((db, p: Params<{ tenant: string }>) => db.selectFrom('last_number').select('number').where('tenant', '=', p.tenant));

type Read<P> = Prepared<P, { readonly number: number }>;

/** What a seek in full text costs, in point reads. */
const textCost = 50;

/** Sets of end users that can be sought in. */
export class EndUserSets {
  private readonly everyone: Read<Stretch>;
  private readonly tagged: Read<OfTenant & { tag: string }>;
  private readonly taggedByMerged: Read<OfTenant & { tag: string }>;
  private readonly onChannel: Read<OfTenant & { channel: string }>;
  private readonly inOrganization: Read<OfTenant & { organizationId: string }>;
  private readonly unusual: Read<OfTenant & { status: string }>;
  private readonly named: Read<Stretch & NamesMatch>;
  private readonly reachedBy: Read<Stretch & PointsMatch>;
  private readonly lastNumber: Read<{ tenant: string }>;
  private readonly nameText: Prepared<{ number: number }, { readonly text: string }>;
  private readonly pointsText: Prepared<{ number: number }, { readonly text: string }>;

  constructor(database: ReadDatabase) {
    this.everyone = database.prepare(everyone);
    this.tagged = database.prepare(tagged);
    this.taggedByMerged = database.prepare(taggedByMerged);
    this.onChannel = database.prepare(onChannel);
    this.inOrganization = database.prepare(inOrganization);
    this.unusual = database.prepare(unusual);
    this.named = database.prepare(named);
    this.reachedBy = database.prepare(reachedBy);
    this.lastNumber = database.prepare(lastNumber);
    this.nameText = database.prepare(nameText);
    this.pointsText = database.prepare(pointsText);
  }

  /** The tenant's lowest and highest number; undefined while it has no end users. */
  async rangeOf(tenant: string): Promise<{ readonly from: number; readonly upTo: number } | undefined> {
    const [last] = await this.lastNumber({ tenant });
    return last && { from: last.number - (last.number % numbersOfTenant), upTo: last.number };
  }

  /**
   * The sets whose common members the filter means, but for last contact and active ones; the cheapest to seek in first. Of organizations
   * the filter names all that are one.
   */
  of(tenant: string, from: number, filter: EndUserFilter, effort: Effort): readonly Members[] {
    const { text, tag, channel, status, organizationIds } = filter;
    const set = (cost: number, ...reads: ReadNumbers[]) => new Members(reads, cost, effort);
    const by = <P extends Stretch>(read: Read<P>, fixed: Omit<P, keyof Stretch>): ReadNumbers => {
      return (upTo, limit) => numbersIn(read({ ...fixed, from, upTo, limit } as unknown as P));
    };
    const sets: Members[] = [];
    if (status !== undefined && status !== 'active') sets.push(set(1, by(this.unusual, { tenant, status })));
    if (organizationIds !== undefined) sets.push(set(1, ...organizationIds.map((organizationId) => by(this.inOrganization, { tenant, organizationId }))));
    if (tag !== undefined) {
      const own = { tenant, tag: tag.normalize('NFC') };
      sets.push(set(1, by(this.tagged, own), by(this.taggedByMerged, own)));
    }
    if (channel !== undefined) sets.push(set(1, by(this.onChannel, { tenant, channel })));
    if (filter.withoutEmail) sets.push(set(1, by(this.onChannel, { tenant, channel: withoutEmail })));
    if (text === undefined) return sets;
    const asked = searchedFor(text);
    const [names, points] = [namesMatch(asked), pointsMatch(asked)];
    const reads = [...(names ? [by(this.named, names)] : []), ...(points ? [by(this.reachedBy, points)] : [])];
    return [...sets, new Members(reads, textCost, effort, async (number) => isFoundBy(asked, await this.textsOf(number)))];
  }

  private async textsOf(number: number): Promise<{ readonly name: string; readonly points: string }> {
    const [[name], [points]] = await Promise.all([this.nameText({ number }), this.pointsText({ number })]);
    return { name: name?.text ?? '', points: points?.text ?? '' };
  }

  /** Everybody of the tenant whose lowest number it is. */
  all(from: number, effort: Effort): Members {
    return new Members([(upTo, limit) => numbersIn(this.everyone({ from, upTo, limit }))], 1, effort);
  }
}

type Rows = readonly { readonly number: number }[];

function numbersIn(rows: Rows | Promise<Rows>): readonly number[] | Promise<readonly number[]> {
  return rows instanceof Promise ? rows.then(numbersIn as (read: Rows) => readonly number[]) : rows.map(({ number }) => number);
}
