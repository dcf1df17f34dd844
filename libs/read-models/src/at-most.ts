import { type AliasableExpression, type RawBuilder, sql } from 'kysely';

/** How many rows, for `limit`: SQLite compiles a statement again at each run in which a bare place says so, which can take longer than to read them. */
export const atMost = (count: AliasableExpression<number>): RawBuilder<number> => sql<number>`cast(${count} as integer)`;
