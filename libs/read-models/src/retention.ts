import { eraseWithoutContact } from '@kith/application';
import { type EndUserErased, type EndUserErasureCertified, idInStream, type Recorded, type RetentionRunEvent } from '@kith/domain';
import { sql } from 'kysely';
import { projection } from './projection';
import { type Params, statement } from './statement';
import type { RetentionRunTable } from './tables';

type OfRun = { readonly tenant: string; readonly id: string };
type OfErasure = { readonly tenant: string; readonly endUserId: string; readonly erasure: string };
type Begun = Pick<RetentionRunTable, 'tenant' | 'id' | 'started_event' | 'without_contact_since' | 'expected' | 'started_at' | 'started_position'>;

const begin = statement((db, p: Params<Begun>) =>
  db.insertInto('retention_run').values({
    tenant: p.tenant,
    id: p.id,
    started_event: p.started_event,
    without_contact_since: p.without_contact_since,
    expected: p.expected,
    status: sql.lit<'running'>('running'),
    started_at: p.started_at,
    started_position: p.started_position,
    scanned: sql.lit(0),
    kept: sql.lit(0),
    erased: sql.lit(0),
    certified: sql.lit(0),
  }),
);
const advance = statement((db, p: Params<OfRun & { at: string; scanned: number; kept: number }>) =>
  db.updateTable('retention_run').set({ advanced_at: p.at, scanned: p.scanned, kept: p.kept }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const close = statement((db, p: Params<OfRun & { at: string; status: 'cancelled' | 'ended' }>) =>
  db.updateTable('retention_run').set({ ended_at: p.at, status: p.status }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

/** An erasure is of the run whose start is its cause; one that somebody asked for is of none. */
const erase = statement((db, p: Params<OfErasure & { cause: string }>) =>
  db
    .insertInto('retention_erasure')
    .columns(['tenant', 'end_user_id', 'run_id', 'erasure'])
    .expression((eb) =>
      eb
        .selectFrom('retention_run')
        .select([p.tenant.as('tenant'), p.endUserId.as('end_user_id'), 'id', p.erasure.as('erasure')])
        .where('tenant', '=', p.tenant)
        .where('started_event', '=', p.cause),
    ),
);
const countErased = statement((db, p: Params<{ tenant: string; cause: string }>) =>
  db.updateTable('retention_run').set({ erased: sql<number>`erased + 1` }).where('tenant', '=', p.tenant).where('started_event', '=', p.cause),
);
const countCertified = statement((db, p: Params<OfErasure>) =>
  db
    .updateTable('retention_run')
    .set({ certified: sql<number>`certified + 1` })
    .where('tenant', '=', p.tenant)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('retention_erasure')
        .select('run_id')
        .where('tenant', '=', p.tenant)
        .where('end_user_id', '=', p.endUserId)
        .where('erasure', '=', p.erasure),
    ),
);
const forget = statement((db, p: Params<OfErasure>) =>
  db.deleteFrom('retention_erasure').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).where('erasure', '=', p.erasure),
);

/** The retention runs of each tenant, how far they are, and which of their erasures are certified. */
export const retention = projection<RetentionRunEvent | EndUserErased | EndUserErasureCertified>({
  name: 'retention',
  tables: ['retention_run', 'retention_erasure'],
  on: {
    RetentionRunStarted: (event) => {
      const { withoutContactSince, expected } = event.data;
      const { eventId, recordedAt } = event.metadata;
      const started = { started_event: eventId, started_at: recordedAt, started_position: Number(event.position) };
      return [begin({ ...runOf(event), ...started, without_contact_since: withoutContactSince, expected })];
    },
    RetentionRunAdvanced: (event) => [advanced(event)],
    RetentionRunCancelled: (event) => [close({ ...runOf(event), at: event.metadata.recordedAt, status: 'cancelled' })],
    RetentionRunEnded: (event) => [advanced(event), close({ ...runOf(event), at: event.metadata.recordedAt, status: 'ended' })],
    // Those who are erased with a person have no members in theirs.
    EndUserErased: ({ stream, metadata: { tenant, actor, eventId: erasure, causationId: cause }, data: { members } }) =>
      actor.id === eraseWithoutContact.name && members.length > 0
        ? [erase({ tenant, endUserId: idInStream(stream), erasure, cause }), countErased({ tenant, cause })]
        : [],
    EndUserErasureCertified: ({ stream, metadata: { tenant }, data: { erasure } }) => {
      const certified = { tenant, endUserId: idInStream(stream), erasure };
      return [countCertified(certified), forget(certified)];
    },
  },
});

type OnRun = Pick<Recorded<RetentionRunEvent>, 'stream' | 'metadata'>;

const runOf = ({ stream, metadata: { tenant } }: OnRun): OfRun => ({ tenant, id: idInStream(stream) });

const advanced = (event: OnRun & { readonly data: { readonly scanned: number; readonly kept: number } }) =>
  advance({ ...runOf(event), at: event.metadata.recordedAt, scanned: event.data.scanned, kept: event.data.kept });
