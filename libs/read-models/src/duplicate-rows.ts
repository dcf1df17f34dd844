import { type Expression, type ExpressionBuilder, expressionBuilder, type QueryCreator, type SqlBool, sql } from 'kysely';
import { among, forgetting, isErased } from './erased-end-users';
import { type Params, statement } from './statement';
import type { DuplicateEvidenceTable, DuplicateNameTable, DuplicatePointTable, DuplicateSiblingTable, Tables } from './tables';

export type OfProfile = { readonly tenant: string; readonly endUserId: string };
export type OfProfilePoint = OfProfile & { readonly pointId: string };

/** In the place of a channel: an organization. No channel has this name, which is no identifier. */
export const organizations = '(organization)';
/** In the place of a point: that organization, the same for all of its members. */
export const placeOf = (organizationId: string): string => `${organizations} ${organizationId}`;

/** @param when whether it is to be done */
const withPoint = (db: QueryCreator<Tables>, p: Params<Omit<DuplicatePointTable, 'named'>>, when: Expression<SqlBool>) =>
  db
    .insertInto('duplicate_point')
    .columns(['tenant', 'end_user_id', 'point_id', 'channel', 'key', 'domain', 'position', 'named'])
    .expression(
      db
        .selectNoFrom((eb) => [
          p.tenant.as('tenant'),
          p.end_user_id.as('end_user_id'),
          p.point_id.as('point_id'),
          p.channel.as('channel'),
          p.key.as('key'),
          p.domain.as('domain'),
          p.position.as('position'),
          eb
            .selectFrom('duplicate_name')
            .select(sql<string | null>`name || '@' || ${p.domain}`.as('named'))
            .where('tenant', '=', p.tenant)
            .where('end_user_id', '=', p.end_user_id)
            .as('named'),
        ])
        .where(when),
    );

/** The profile has the point; with the name that it has, when it has one. */
export const addPoint = statement((db, p: Params<Omit<DuplicatePointTable, 'named'>>) =>
  withPoint(db, p, expressionBuilder<Tables>().not(isErased(db, p, p.end_user_id))),
);
/** The same of an organization, which whoever is a member already may be told to have joined in another way. */
export const addPlace = statement((db, p: Params<Omit<DuplicatePointTable, 'named'>>) => withPoint(db, p, sql<boolean>`true`).onConflict((c) => c.doNothing()));
export const removePoint = statement((db, p: Params<OfProfilePoint>) =>
  db.deleteFrom('duplicate_point').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('point_id', '=', p.pointId),
);

/** Of who is erased, the organizations stay. */
export const forgetPoints = statement((db, p: Params<OfProfile>) =>
  db.deleteFrom('duplicate_point').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('channel', '<>', sql.lit(organizations)),
);

/** Another way to write the same name changes nothing, not even since when. */
export const setNameKey = statement((db, p: Params<DuplicateNameTable>) =>
  db
    .insertInto('duplicate_name')
    .values({ tenant: p.tenant, end_user_id: p.end_user_id, name: p.name, position: p.position })
    .onConflict((c) =>
      c
        .columns(['tenant', 'end_user_id'])
        .doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), position: eb.ref('excluded.position') }))
        .whereRef('duplicate_name.name', '<>', 'excluded.name'),
    ),
);
export const forgetNameKey = statement((db, p: Params<OfProfile>) =>
  db.deleteFrom('duplicate_name').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId),
);
export const namePoints = statement((db, p: Params<OfProfile & { name: string | null }>) =>
  db
    .updateTable('duplicate_point')
    .set({ named: sql<string | null>`${p.name} || '@' || domain` })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('domain', 'is not', null),
);

export const meet = statement((db, p: Params<DuplicateEvidenceTable>) =>
  db
    .insertInto('duplicate_evidence')
    .columns(['tenant', 'key', 'rule', 'lower_id', 'higher_id', 'position'])
    .expression(
      db
        .selectNoFrom([
          p.tenant.as('tenant'),
          p.key.as('key'),
          p.rule.as('rule'),
          p.lower_id.as('lower_id'),
          p.higher_id.as('higher_id'),
          p.position.as('position'),
        ])
        .where((eb) => eb.and([eb.not(isErased(db, p, p.lower_id)), eb.not(isErased(db, p, p.higher_id))])),
    )
    // Once met is met: the same two by the same points again say nothing new.
    .onConflict((c) => c.doNothing()),
);

/** Nobody is suggested who is erased. */
export const erasure = forgetting(
  'duplicates',
  (['lower_id', 'higher_id'] as const).map((side) =>
    statement((db, p) =>
      db
        .deleteFrom('duplicate_evidence')
        .where('rule', '=', sql.lit('met-in-interaction' as const))
        .where((eb) => eb(eb.refTuple('tenant', side), 'in', among(db, p))),
    ),
  ),
);

export const forgetSiblings = statement((db, p: Params<{ tenant: string }>) => db.deleteFrom('duplicate_sibling').where('tenant', '=', p.tenant));
export const addSibling = statement((db, p: Params<DuplicateSiblingTable>) =>
  db
    .insertInto('duplicate_sibling')
    .values({ tenant: p.tenant, channel: p.channel, sibling: p.sibling })
    .onConflict((c) => c.doNothing()),
);

/** Whether somebody else has the key: as long as nobody has, it pairs nobody, and whoever comes second notes it. */
const isShared = (column: 'key' | 'named') => (eb: ExpressionBuilder<Tables & { mine: DuplicatePointTable }, 'mine'>) =>
  eb.exists(
    eb
      .selectFrom('duplicate_point as other')
      .select('other.point_id')
      .whereRef('other.tenant', '=', 'mine.tenant')
      .whereRef(`other.${column}`, '=', `mine.${column}`)
      .whereRef('other.end_user_id', '<>', 'mine.end_user_id'),
  );

/** The keys of some points of a profile, as rows of `duplicate_stale`. */
const keysOf = (column: 'key' | 'named', db: QueryCreator<Tables>, p: Params<OfProfile>) =>
  db
    .selectFrom('duplicate_point as mine')
    .select([p.tenant.as('tenant'), p.endUserId.as('end_user_id'), sql<string>`${sql.ref(`mine.${column}`)}`.as('key')])
    .where('mine.tenant', '=', p.tenant)
    .where('mine.end_user_id', '=', p.endUserId)
    .where(`mine.${column}`, 'is not', null);

const noting = (db: QueryCreator<Tables>, keys: ReturnType<typeof keysOf>) =>
  db
    .insertInto('duplicate_stale')
    .columns(['tenant', 'end_user_id', 'key'])
    .expression(keys)
    .onConflict((c) => c.doNothing());

/**
 * Notes that a profile got, or is about to lose, the key of one of its points. PostgreSQL, which does many at a time, would have to do one
 * after the other to tell which keys somebody else has: there, all are noted.
 */
const noteOfPoint = (column: 'key' | 'named') =>
  statement<OfProfilePoint>((db, p) => noting(db, keysOf(column, db, p).where('mine.point_id', '=', p.pointId).where(isShared(column))), {
    build: (db, p) => noting(db, keysOf(column, db, p).where('mine.point_id', '=', p.pointId)),
  });
export const noteKey = noteOfPoint('key');
export const noteNamed = noteOfPoint('named');
/** The same for every contact point of a profile. */
export const noteKeys = statement<OfProfile>((db, p) => noting(db, keysOf('key', db, p).where(isShared('key'))), {
  build: (db, p) => noting(db, keysOf('key', db, p)),
});
/** The same for the name at every domain of a profile. */
export const noteName = statement<OfProfile>((db, p) => noting(db, keysOf('named', db, p).where(isShared('named'))), {
  build: (db, p) => noting(db, keysOf('named', db, p)),
});

/** Notes every key that is on several channels: other channels are siblings now. Looks at all points of the tenant, once for such a change. */
export const noteSiblings = statement((db, p: Params<{ tenant: string }>) =>
  db
    .insertInto('duplicate_stale')
    .columns(['tenant', 'end_user_id', 'key'])
    .expression((eb) =>
      eb
        .selectFrom('duplicate_point')
        .select(['tenant', sql<string>`''`.as('end_user_id'), 'key'])
        .where('tenant', '=', p.tenant)
        .groupBy(['tenant', 'key'])
        .having((e) => e(e.fn.count('channel').distinct(), '>', 1)),
    )
    .onConflict((c) => c.doNothing()),
);
