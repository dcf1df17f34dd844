import { sql } from 'kysely';
import { atMost } from './at-most';
import { linksChanged } from './end-user-links';
import type { NamesMatch, PointsMatch, Stretch } from './search-match';
import { namedInPostgres, reachedByInPostgres, writeNamesInPostgres, writePointsInPostgres } from './search-postgres';
import { staleNames, stalePoints } from './search-stale';
import { onlyAfter, type Params, query, type Statement, statement } from './statement';
import type { SearchStaleTable } from './tables';

type Changed = { readonly tenant: string; readonly id: string; readonly part: SearchStaleTable['part'] };

/** Notes that something that is searched has changed; nothing for who is not created yet. */
export const searchChanged = statement((db, p: Params<Changed>) =>
  db
    .insertInto('search_stale')
    .columns(['part', 'number'])
    .expression((eb) =>
      eb
        .selectFrom('end_user')
        .select([p.part.as('part'), 'number'])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    )
    .onConflict((c) => c.doNothing()),
);

/** What of a merged profile is searched, is searched with its cluster. */
const passOn = statement((db, _: Params<object>) =>
  db
    .insertInto('search_stale')
    .columns(['part', 'number'])
    .expression((eb) =>
      eb
        .selectFrom('search_stale as stale')
        .innerJoin('end_user as one', 'one.number', 'stale.number')
        .innerJoin('end_user as canonical', (join) => join.onRef('canonical.tenant', '=', 'one.tenant').onRef('canonical.id', '=', 'one.canonical_id'))
        .select(['stale.part', 'canonical.number'])
        .where('one.survivor_id', 'is not', null),
    )
    .onConflict((c) => c.doNothing()),
);
/** In the order of their numbers, because full text is written in large pieces only while its rows come in order. */
const allNames = sql<string>`coalesce(group_concat(searched_name, ' ' order by number), '')`;
const writeNames = statement((db, _: Params<object>) => db.replaceInto('search_name').columns(['rowid', 'name']).expression(staleNames(db, allNames)), {
  build: writeNamesInPostgres,
});
const allPoints = sql<string>`coalesce(group_concat(point.searched, char(10) order by member.number, point.point_id), '')`;
const writePoints = statement((db, _: Params<object>) => db.replaceInto('search_point').columns(['rowid', 'points']).expression(stalePoints(db, allPoints)), {
  build: writePointsInPostgres,
});
const forgetChannels = statement((db, _: Params<object>) =>
  db.deleteFrom('search_channel').where('number', 'in', (eb) => eb.selectFrom('search_stale').select('number').where('part', '=', 'points')),
);
const writeChannels = statement((db, _: Params<object>) =>
  db
    .insertInto('search_channel')
    .columns(['tenant', 'number', 'channel'])
    .expression((eb) =>
      eb
        .selectFrom('search_stale as stale')
        .innerJoin('end_user', 'end_user.number', 'stale.number')
        .innerJoin('end_user_contact_point as point', (join) =>
          join.onRef('point.tenant', '=', 'end_user.tenant').onRef('point.end_user_id', '=', 'end_user.id'),
        )
        .select(['end_user.tenant', 'stale.number', 'point.channel'])
        .distinct()
        .where('stale.part', '=', 'points')
        .where('end_user.survivor_id', 'is', null),
    ),
);
/** Of those who were merged, for the cluster. */
const writeChannelsOfMerged = statement((db, _: Params<object>) =>
  db
    .insertInto('search_channel')
    .columns(['tenant', 'number', 'channel'])
    .expression((eb) =>
      eb
        .selectFrom('search_stale as stale')
        .innerJoin('end_user', 'end_user.number', 'stale.number')
        .innerJoin('end_user as merged', (join) =>
          join.onRef('merged.tenant', '=', 'end_user.tenant').onRef('merged.canonical_id', '=', 'end_user.id').on('merged.survivor_id', 'is not', null),
        )
        .innerJoin('end_user_contact_point as point', (join) => join.onRef('point.tenant', '=', 'merged.tenant').onRef('point.end_user_id', '=', 'merged.id'))
        .select(['end_user.tenant', 'stale.number', 'point.channel'])
        .distinct()
        .where('stale.part', '=', 'points')
        .where('end_user.member_count', '>', 1),
    )
    .onConflict((c) => c.doNothing()),
);

/** Stands beside the channels of who has no e-mail address; no channel can have this name. */
export const withoutEmail = '!email';

const writeWithoutEmail = statement((db, p: Params<{ without: string }>) =>
  db
    .insertInto('search_channel')
    .columns(['tenant', 'number', 'channel'])
    .expression((eb) =>
      eb
        .selectFrom('search_stale as stale')
        .innerJoin('end_user', 'end_user.number', 'stale.number')
        .select(['end_user.tenant', 'stale.number', p.without.as('channel')])
        .where('stale.part', '=', 'points')
        .where('end_user.survivor_id', 'is', null)
        .where((e) =>
          e.not(
            e.exists(e.selectFrom('search_channel as one').select('one.number').whereRef('one.number', '=', 'stale.number').where('one.channel', '=', 'email')),
          ),
        ),
    ),
);
const forgetStale = statement((db, _: Params<object>) => db.deleteFrom('search_stale'));

/** Brings the search up to date with the profiles and with whom they were merged into, at the end of a transaction. */
export const settleSearch: readonly Statement[] = onlyAfter(
  [searchChanged, linksChanged],
  [
    passOn({}),
    writeNames({}),
    writePoints({}),
    forgetChannels({}),
    writeChannels({}),
    writeChannelsOfMerged({}),
    writeWithoutEmail({ without: withoutEmail }),
    forgetStale({}),
  ],
);

/** Who has a name with words that begin so. @see namesMatch */
export const named = query(
  (db, p: Params<Stretch & NamesMatch>) =>
    db
      .selectFrom('search_name')
      .select('rowid as number')
      .where(sql<boolean>`search_name match ${p.match}`)
      .where('rowid', '<=', p.upTo)
      .where('rowid', '>=', p.from)
      .orderBy('rowid', 'desc')
      .limit(atMost(p.limit)),
  { build: namedInPostgres },
);

/** Who has a contact point with one of these in it. @see pointsMatch */
export const reachedBy = query(
  (db, p: Params<Stretch & PointsMatch>) =>
    db
      .selectFrom('search_point')
      .select('rowid as number')
      .where(sql<boolean>`search_point match ${p.match}`)
      .where('rowid', '<=', p.upTo)
      .where('rowid', '>=', p.from)
      // The index knows which runs of three characters there are, not in which order.
      .where(sql<boolean>`(instr(points, ${p.one}) > 0 or instr(points, ${p.two}) > 0 or instr(points, ${p.three}) > 0)`)
      .orderBy('rowid', 'desc')
      .limit(atMost(p.limit)),
  { build: reachedByInPostgres },
);

/** What is searched of an end user. */
export const nameText = query((db, p: Params<{ number: number }>) => db.selectFrom('search_name').select('name as text').where('rowid', '=', p.number));
export const pointsText = query((db, p: Params<{ number: number }>) => db.selectFrom('search_point').select('points as text').where('rowid', '=', p.number));
