import {
  type AliasableExpression,
  type Expression,
  expressionBuilder,
  type OperationNodeSource,
  type QueryCreator,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import { type Params, type Statement, type Statements, statement } from './statement';
import type { ErasedStaleTable, Tables } from './tables';

export type OfErased = { readonly tenant: string; readonly id: string };
type Part = ErasedStaleTable['part'];
type Db = QueryCreator<Tables>;

/**
 * Remembers for ever who is erased, for what is told late: what was on its way under the key when that was about to be destroyed.
 * Every projection that keeps words of persons says so for itself, because one may stand still while others go on.
 */
export const noteErased = statement((db, p: Params<OfErased>) =>
  db
    .insertInto('erased_end_user')
    .values({ tenant: p.tenant, id: p.id })
    .onConflict((c) => c.doNothing()),
);

/** Whether an end user is erased by now. */
export const isErased = (db: Db, { tenant }: Pick<Params<OfErased>, 'tenant'>, id: Params<OfErased>['id']): Expression<SqlBool> =>
  expressionBuilder<Tables>().exists(db.selectFrom('erased_end_user').select('id').where('tenant', '=', tenant).where('id', '=', id));

/** What is said, unless whose words they are is erased by now. @param instead what is kept of them: nothing, as a rule */
export const unlessErased = <T extends string | number | null>(
  db: Db,
  of: Pick<Params<OfErased>, 'tenant'>,
  id: Params<OfErased>['id'],
  said: AliasableExpression<T>,
  instead: string | number | null = null,
): RawBuilder<T> => sql<T>`case when ${isErased(db, of, id)} then ${sql.lit(instead)} else ${said} end`;

/** How one projection forgets what its tables say of the erased, wherever in a large table that is: once for many of them. */
export interface Forgetting {
  /** To be run where somebody is erased. */
  note(erased: OfErased): readonly Statement[];
  /** At the end of a transaction. */
  readonly settle: readonly Statement[];
}

/** @param forget made with {@link among}, each */
export function forgetting(part: Part, forget: readonly Statements<{ part: Part }>[]): Forgetting {
  const note = statement((db, p: Params<OfErased & { part: Part }>) =>
    db
      .insertInto('erased_stale')
      .values({ part: p.part, tenant: p.tenant, id: p.id })
      .onConflict((c) => c.doNothing()),
  );
  const forgetNotes = statement((db, p: Params<{ part: Part }>) => db.deleteFrom('erased_stale').where('part', '=', p.part));
  return {
    note: (erased) => [noteErased(erased), note({ ...erased, part })],
    settle: [...forget, forgetNotes].map((one) => ({ ...one({ part }), after: [note.template] })),
  };
}

/** Those who were erased since rows were settled, for a tuple of tenant and end user to be compared with. */
export const among = (db: Db, p: Params<{ part: Part }>) =>
  db.selectFrom('erased_stale').select(['erased_stale.tenant', 'erased_stale.id']).where('erased_stale.part', '=', p.part).$asTuple('tenant', 'id');

/** What is shown of a row, unless its end user is erased. @param alias of the row's table, which has `tenant` and `end_user_id` */
export const shownOf = (alias: string, shown: OperationNodeSource): RawBuilder<string | null> =>
  sql<string | null>`case when not exists (
    select 1 from ${sql.table('erased_end_user')} as gone where gone.tenant = ${sql.ref(`${alias}.tenant`)} and gone.id = ${sql.ref(`${alias}.end_user_id`)}
  ) then ${shown} end`;
