import { type DuplicateRule, defaultSettings, mostSharing } from '@kith/domain';
import { type ExpressionBuilder, type QueryCreator, type RawBuilder, sql } from 'kysely';
import { organizations } from './duplicate-rows';
import { type Params, type Statement, statement } from './statement';
import type { DuplicatePointTable, Tables } from './tables';

type Compared = Tables & { one: DuplicatePointTable; other: DuplicatePointTable };
type Eb = ExpressionBuilder<Compared, 'one' | 'other'>;

const forgetPairs = statement(
  (db, _: Params<object>) =>
    db
      .deleteFrom('duplicate_evidence')
      .where('rule', '<>', 'met-in-interaction')
      .where((eb) => eb(eb.refTuple('tenant', 'key'), 'in', eb.selectFrom('duplicate_stale').select(['tenant', 'key']).$asTuple('tenant', 'key'))),
  { build: forgetPairsByKey },
);

/** PostgreSQL knows nothing of how few keys are noted, and would read all pairs there are: here it looks up one key after the other. */
function forgetPairsByKey(db: QueryCreator<Tables>, _: Params<object>) {
  const [evidence, noted] = [sql.table('duplicate_evidence'), sql.table('duplicate_stale')];
  return db
    .deleteFrom('duplicate_evidence')
    .where('rule', '<>', 'met-in-interaction')
    .where(
      sql<boolean>`duplicate_evidence.ctid = any (array(
      select found.ctid from ${noted} as noted
        cross join lateral (select one.ctid from ${evidence} as one where one.tenant = noted.tenant and one.key = noted.key offset 0) as found
    ))`,
    );
}

/** The keys that were noted and that few enough share; it is counted no further than that, whatever the crowd. */
const toPair = (db: QueryCreator<Tables>, column: 'key' | 'named') =>
  db
    .selectFrom('duplicate_stale as noted')
    .select(['noted.tenant', 'noted.key'])
    .distinct()
    .where((eb) =>
      eb(
        eb
          .selectFrom((e) =>
            e
              .selectFrom('duplicate_point as sharing')
              .select('sharing.end_user_id')
              .distinct()
              .whereRef('sharing.tenant', '=', 'noted.tenant')
              .whereRef(`sharing.${column}`, '=', 'noted.key')
              .limit(mostSharing + 1)
              .as('few'),
          )
          .select((e) => e.fn.countAll<number>().as('n')),
        '<=',
        mostSharing,
      ),
    );

/** Whether two channels are siblings: by the tenant's settings, or by default where it has set none. */
const areSiblings = (eb: Eb) => {
  const own = () => eb.selectFrom('duplicate_sibling as own').select('own.channel').whereRef('own.tenant', '=', 'one.tenant');
  const known = defaultSettings.siblings.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]);
  const byDefault = known.map(([a = '', b = '']) => eb.and([eb('one.channel', '=', a), eb('other.channel', '=', b)]));
  return eb.or([
    eb.exists(own().whereRef('own.channel', '=', 'one.channel').whereRef('own.sibling', '=', 'other.channel')),
    eb.and([eb.not(eb.exists(own())), eb.or(byDefault)]),
  ]);
};

/** The greater of two positions, in the words that both databases share. */
const later = (a: RawBuilder<number>, b: RawBuilder<number>) => sql<number>`case when ${a} > ${b} then ${a} else ${b} end`;
const at = (column: string): RawBuilder<number> => sql<number>`${sql.ref(column)}`;
/** Since where two share something: since the later of the two has it, by whichever of its points it had it first. */
const since = (one: RawBuilder<number>, other: RawBuilder<number>) => sql<number>`min(${later(one, other)})`.as('position');

const rule = (name: DuplicateRule) => sql<DuplicateRule>`${sql.lit(name)}`;
const ruleOf = (eb: Eb) => eb.case().when('one.channel', '=', eb.ref('other.channel')).then(rule('same-mailbox')).else(rule('same-number')).end();

/** Equal keys on different points: of one channel they are addresses of one mailbox. */
const pairByKey = statement((db, _: Params<object>) =>
  db
    .insertInto('duplicate_evidence')
    .columns(['tenant', 'key', 'rule', 'lower_id', 'higher_id', 'position'])
    .expression(
      pairs(db, 'key')
        .select((eb) => ['one.tenant', 'one.key', ruleOf(eb).as('rule'), 'one.end_user_id as lower_id', 'other.end_user_id as higher_id'])
        .select(since(at('one.position'), at('other.position')))
        .whereRef('one.point_id', '<>', 'other.point_id')
        .where((eb) => eb.or([eb('one.channel', '=', eb.ref('other.channel')), areSiblings(eb)]))
        .groupBy((eb) => ['one.tenant', 'one.key', ruleOf(eb), 'one.end_user_id', 'other.end_user_id']),
    ),
);

const placeRule = sql<DuplicateRule>`case when ${sql.ref('one.channel')} = ${sql.lit(organizations)}
  then ${rule('same-name-and-organization')} else ${rule('same-name-and-domain')} end`;

/** One name at one domain, or in one organization: by one shared point, too, since more than the point is the same. */
const pairByName = statement((db, _: Params<object>) =>
  db
    .insertInto('duplicate_evidence')
    .columns(['tenant', 'key', 'rule', 'lower_id', 'higher_id', 'position'])
    .expression(
      pairs(db, 'named')
        .innerJoin('duplicate_name as first', (join) => join.onRef('first.tenant', '=', 'one.tenant').onRef('first.end_user_id', '=', 'one.end_user_id'))
        .innerJoin('duplicate_name as second', (join) => join.onRef('second.tenant', '=', 'one.tenant').onRef('second.end_user_id', '=', 'other.end_user_id'))
        .select(['shared.tenant', 'shared.key', placeRule.as('rule'), 'one.end_user_id as lower_id', 'other.end_user_id as higher_id'])
        .select(since(later(at('one.position'), at('first.position')), later(at('other.position'), at('second.position'))))
        .groupBy(['shared.tenant', 'shared.key', placeRule, 'one.end_user_id', 'other.end_user_id']),
    ),
);

/** Every two points of different profiles that have the same there. A cross join is done in this order: the few keys first, whatever SQLite thinks. */
const pairs = (db: QueryCreator<Tables>, column: 'key' | 'named') =>
  db
    .selectFrom(toPair(db, column).as('shared'))
    .crossJoin('duplicate_point as one')
    .crossJoin('duplicate_point as other')
    .whereRef('one.tenant', '=', 'shared.tenant')
    .whereRef(`one.${column}`, '=', 'shared.key')
    .whereRef('other.tenant', '=', 'shared.tenant')
    .whereRef(`other.${column}`, '=', 'shared.key')
    .whereRef('other.end_user_id', '>', 'one.end_user_id');

const forgetNotes = statement((db, _: Params<object>) => db.deleteFrom('duplicate_stale'));

/** Pairs anew everybody who shares a key of which that has changed, at the end of a transaction. */
export const settleDuplicates: readonly Statement[] = [forgetPairs({}), pairByKey({}), pairByName({}), forgetNotes({})];
