import { type ImportCounts, type ImportEvent, streamOf } from '@kith/domain';
import { BadCursor, FindImport, FindImportHandler, ListImports, ListImportsHandler, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { type DataOf, TestLog, type Told } from './log';
import { projected } from './projected';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 10, minute)).toISOString();
const counts = (rows: number, created: number, refused: number): ImportCounts => ({
  rows,
  created,
  changed: rows - created - refused,
  unchanged: 0,
  refused,
  organizations: 1,
});

describe.each(kinds)('imports ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  const on = <T extends ImportEvent['type']>(id: string, type: T, data: DataOf<T>, told: Told = {}) =>
    log.append(streamOf.import(told.tenant ?? 'acme', id), type, data, told);
  const start = (id: string, told: Told = {}) =>
    on(
      id,
      'ImportStarted',
      {
        mode: 'upsert',
        dryRun: false,
        format: 'csv',
        encoding: 'utf-8',
        delimiter: ',',
        bytes: 900,
        digest: 'd',
        columns: [{ column: 'Léa', to: 'name' }],
        fileName: 'Martin.csv',
      },
      told,
    );
  const find = (id: string, tenant = 'acme') => new FindImportHandler(database).execute(new FindImport(tenant, id));
  const list = (limit: number, cursor?: string) => new ListImportsHandler(database).execute(new ListImports('acme', { limit, cursor }));

  it('tell how far they are, and who started them', async () => {
    await start('i1', { recordedAt: at(0), actor: { kind: 'service', id: 'k1' }, onBehalfOf: 'boss' });
    await on(
      'i1',
      'ImportAdvanced',
      { ...counts(500, 400, 2), bytesRead: 300, problems: [{ row: 3, field: 'email', code: 'contact-point-invalid' }] },
      { recordedAt: at(1) },
    );
    database = await projected(log, kind);

    expect(await find('i1')).toEqual({
      importId: 'i1',
      mode: 'upsert',
      dryRun: false,
      format: 'csv',
      status: 'running',
      startedAt: at(0),
      startedBy: { kind: 'service', id: 'k1' },
      onBehalfOf: 'boss',
      advancedAt: at(1),
      endedAt: null,
      failure: null,
      bytes: 900,
      bytesRead: 300,
      ...counts(500, 400, 2),
      revertedAt: null,
      undone: 0,
      kept: 0,
    });
  });

  it('tell how they ended, and what was undone of them since', async () => {
    for (const id of ['i1', 'i2', 'i3']) {
      await start(id);
      await on(id, 'ImportAdvanced', { ...counts(500, 400, 2), bytesRead: 300, problems: [] }, { recordedAt: at(1) });
    }
    await on('i1', 'ImportEnded', counts(500, 400, 2), { recordedAt: at(2) });
    await on('i2', 'ImportFailed', { code: 'damaged' }, { recordedAt: at(3) });
    await on('i3', 'ImportCancelled', {}, { recordedAt: at(4) });
    await on('i3', 'ImportRevertStarted', {});
    await on('i3', 'ImportRevertAdvanced', { upTo: '7', undone: 5, keptSoFar: 1, kept: [{ kind: 'end-user', id: 'e', field: '', code: 'changed-since' }] });
    database = await projected(log, kind);

    expect(await find('i1')).toMatchObject({ status: 'ended', endedAt: at(2), bytesRead: 900, rows: 500 });
    expect(await find('i2')).toMatchObject({ status: 'failed', failure: 'damaged', endedAt: at(3), bytesRead: 300 });
    expect(await find('i3')).toMatchObject({ status: 'reverting', endedAt: at(4), undone: 5, kept: 1, revertedAt: null });

    await on('i3', 'ImportReverted', { undone: 6, kept: 1 }, { recordedAt: at(9) });
    await database.close();
    database = await projected(log, kind);
    expect(await find('i3')).toMatchObject({ status: 'reverted', undone: 6, kept: 1, revertedAt: at(9) });
  });

  it('are listed the latest first, of one tenant, page by page', async () => {
    for (const id of ['i1', 'i2', 'i3']) await start(id);
    await start('theirs', { tenant: 'other' });
    database = await projected(log, kind);

    const { items, nextCursor } = await list(2);
    expect(items.map(({ importId }) => importId)).toEqual(['i3', 'i2']);
    expect(await list(2, nextCursor ?? '')).toMatchObject({ items: [{ importId: 'i1' }], nextCursor: null });
    await expect(list(2, 'nonsense')).rejects.toThrow(BadCursor);
    expect([await find('theirs'), await find('nothing'), (await find('theirs', 'other'))?.importId]).toEqual([undefined, undefined, 'theirs']);
  });

  it('hold nothing of their files', async () => {
    await start('i1');
    database = await projected(log, kind);
    expect(JSON.stringify(await database.kysely.selectFrom('import_job').selectAll().execute())).not.toMatch(/Léa|Martin/);
  });
});
