import type { OfEndUser } from './end-user-rows';
import { type Params, statement } from './statement';

type Blank = OfEndUser & { readonly what: string };

/** Notes that a profile has taken a value away, which hides those that profiles merged into it before had. */
const blank = statement((db, p: Params<Blank & { position: number }>) =>
  db
    .insertInto('end_user_blank')
    .values({ tenant: p.tenant, end_user_id: p.id, what: p.what, position: p.position })
    .onConflict((c) => c.columns(['tenant', 'end_user_id', 'what']).doUpdateSet((eb) => ({ position: eb.ref('excluded.position') }))),
);
const fill = statement((db, p: Params<Blank>) =>
  db.deleteFrom('end_user_blank').where('tenant', '=', p.tenant).where('end_user_id', '=', p.id).where('what', '=', p.what),
);

/** Which of these things, by name, a profile has a value of from this position on; null for those that it took away. */
export const noteBlanks = (own: OfEndUser, position: bigint, values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).flatMap(([what, value]) =>
    value === undefined ? [] : [value === null ? blank({ ...own, what, position: Number(position) }) : fill({ ...own, what })],
  );

/** Those that are personal: names of fields and tags, and that there was a name. */
export const forgetPersonalBlanks = statement((db, p: Params<OfEndUser>) =>
  db.deleteFrom('end_user_blank').where('tenant', '=', p.tenant).where('end_user_id', '=', p.id).where('what', 'not in', ['locale', 'timeZone']),
);
