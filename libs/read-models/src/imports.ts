import { type ImportCounts, type ImportEvent, idInStream, type Recorded } from '@kith/domain';
import { sql } from 'kysely';
import { projection } from './projection';
import { type Params, statement } from './statement';
import type { ImportJobTable } from './tables';

type OfJob = Pick<ImportJobTable, 'tenant' | 'id'>;
type Begun = OfJob &
  Pick<ImportJobTable, 'mode' | 'dry_run' | 'format' | 'started_at' | 'started_position' | 'actor_kind' | 'actor_id' | 'on_behalf_of' | 'bytes'>;
type Counts = Pick<ImportJobTable, 'row_count' | 'created' | 'changed' | 'unchanged' | 'refused' | 'organizations'>;

const begin = statement((db, p: Params<Begun>) =>
  db.insertInto('import_job').values({
    tenant: p.tenant,
    id: p.id,
    mode: p.mode,
    dry_run: p.dry_run,
    format: p.format,
    status: sql.lit<'running'>('running'),
    started_at: p.started_at,
    started_position: p.started_position,
    actor_kind: p.actor_kind,
    actor_id: p.actor_id,
    on_behalf_of: p.on_behalf_of,
    bytes: p.bytes,
    bytes_read: sql.lit(0),
    row_count: sql.lit(0),
    created: sql.lit(0),
    changed: sql.lit(0),
    unchanged: sql.lit(0),
    refused: sql.lit(0),
    organizations: sql.lit(0),
    undone: sql.lit(0),
    kept: sql.lit(0),
  }),
);
const advance = statement((db, p: Params<OfJob & Counts & { at: string; bytes_read: number }>) =>
  db
    .updateTable('import_job')
    .set({
      advanced_at: p.at,
      bytes_read: p.bytes_read,
      row_count: p.row_count,
      created: p.created,
      changed: p.changed,
      unchanged: p.unchanged,
      refused: p.refused,
      organizations: p.organizations,
    })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);
const readAll = statement((db, p: Params<OfJob>) =>
  db.updateTable('import_job').set({ bytes_read: sql<number>`bytes` }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const close = statement((db, p: Params<OfJob & { at: string; status: 'cancelled' | 'ended' | 'failed'; failure: string | null }>) =>
  db.updateTable('import_job').set({ ended_at: p.at, status: p.status, failure: p.failure }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const undo = statement((db, p: Params<OfJob & { status: 'reverting' | 'reverted'; at: string | null; undone: number; kept: number }>) =>
  db
    .updateTable('import_job')
    .set({ status: p.status, reverted_at: p.at, undone: p.undone, kept: p.kept })
    .where('tenant', '=', p.tenant)
    .where('id', '=', p.id),
);

/** The imports of each tenant, and how far they are. */
export const imports = projection<ImportEvent>({
  name: 'imports',
  tables: ['import_job'],
  on: {
    ImportStarted: (event) => {
      const { mode, dryRun, format, bytes } = event.data;
      const { recordedAt, actor, onBehalfOf = null } = event.metadata;
      const started = { started_at: recordedAt, started_position: Number(event.position) };
      const by = { actor_kind: actor.kind, actor_id: actor.id, on_behalf_of: onBehalfOf };
      return [begin({ ...jobOf(event), mode, dry_run: dryRun ? 1 : 0, format, bytes, ...started, ...by })];
    },
    ImportAdvanced: (event) => [advance({ ...jobOf(event), ...countsOf(event.data), at: event.metadata.recordedAt, bytes_read: event.data.bytesRead })],
    ImportCancelled: (event) => [close({ ...jobOf(event), at: event.metadata.recordedAt, status: 'cancelled', failure: null })],
    // Its counts are those of the last page.
    ImportEnded: (event) => [readAll(jobOf(event)), close({ ...jobOf(event), at: event.metadata.recordedAt, status: 'ended', failure: null })],
    ImportFailed: (event) => [close({ ...jobOf(event), at: event.metadata.recordedAt, status: 'failed', failure: event.data.code })],
    ImportRevertStarted: (event) => [undo({ ...jobOf(event), status: 'reverting', at: null, undone: 0, kept: 0 })],
    ImportRevertAdvanced: (event) => {
      const { undone, keptSoFar: kept } = event.data;
      return [undo({ ...jobOf(event), status: 'reverting', at: null, undone, kept })];
    },
    ImportReverted: (event) => [undo({ ...jobOf(event), status: 'reverted', at: event.metadata.recordedAt, ...event.data })],
  },
});

const jobOf = ({ stream, metadata: { tenant } }: Pick<Recorded<ImportEvent>, 'stream' | 'metadata'>): OfJob => ({ tenant, id: idInStream(stream) });

const countsOf = ({ rows: row_count, created, changed, unchanged, refused, organizations }: ImportCounts): Counts => ({
  row_count,
  created,
  changed,
  unchanged,
  refused,
  organizations,
});
