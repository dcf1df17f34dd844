import { AdvanceImport, AdvanceRevert, BeginImport, BeginRevert, FailImport, type ImportCounts, type ImportedFile, importJob, StopImport } from '@kith/domain';
import { given } from '../support/given';

const id = ['acme', 'import-1'] as const;
const file: ImportedFile = { format: 'csv', encoding: 'utf-8', delimiter: ',', columns: [{ column: 'name', to: 'name' }], bytes: 900, digest: 'd' };
const began = { type: 'ImportStarted', data: { mode: 'upsert', dryRun: false, ...file }, keyId: 'key-1' } as const;
const tried = { ...began, data: { ...began.data, dryRun: true } } as const;
const counts = (more: Partial<ImportCounts>): ImportCounts => ({ rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0, organizations: 0, ...more });
const problem = { row: 2, field: 'email', code: 'contact-point-invalid' };
const advanced = { type: 'ImportAdvanced', data: { ...counts({ rows: 2, created: 1, refused: 1 }), bytesRead: 60, problems: [problem] } } as const;
const cancelled = { type: 'ImportCancelled', data: {} } as const;
const ended = { type: 'ImportEnded', data: counts({ rows: 2, created: 1, refused: 1 }) } as const;
const reverting = { type: 'ImportRevertStarted', data: {} } as const;
const kept = [{ kind: 'end-user', id: 'u1', field: 'name', code: 'changed-since' }] as const;

describe('an import', () => {
  it('begins once', () => {
    given(importJob)
      .when(new BeginImport(...id, 'upsert', false, file))
      .then({ type: 'ImportStarted', data: began.data });
    given(importJob, began)
      .when(new BeginImport(...id, 'create', true, file))
      .then();
  });

  it('is nothing before it begins', () => {
    for (const step of [new StopImport(...id), new BeginRevert(...id), new AdvanceImport(...id, 0, counts({ rows: 1 }), [], 1, false)])
      given(importJob).when(step).refuses('import-not-found');
  });

  it('sums up pages', () =>
    given(importJob, began, advanced)
      .when(new AdvanceImport(...id, 2, counts({ rows: 1, changed: 1, organizations: 1 }), [], 90, false))
      .then({ type: 'ImportAdvanced', data: { ...counts({ rows: 3, created: 1, changed: 1, refused: 1, organizations: 1 }), bytesRead: 90, problems: [] } }));

  it('counts a page once, whoever does it again', () =>
    given(importJob, began, advanced)
      .when(new AdvanceImport(...id, 0, counts({ rows: 2 }), [], 60, false))
      .then());

  it('ends with its last page, also with an empty one', () => {
    given(importJob, began, advanced)
      .when(new AdvanceImport(...id, 2, counts({}), [], 60, true))
      .then(ended);
    given(importJob, began)
      .when(new AdvanceImport(...id, 0, advanced.data, [problem], 60, true))
      .then(advanced, ended);
  });

  it('goes no further once it was cancelled, has failed or has ended', () => {
    const page = new AdvanceImport(...id, 2, counts({ rows: 1 }), [], 70, false);
    for (const over of [cancelled, ended, { type: 'ImportFailed', data: { code: 'unclosed-quote' } } as const]) {
      given(importJob, began, advanced, over).when(page).then();
      given(importJob, began, advanced, over)
        .when(new StopImport(...id))
        .then();
      given(importJob, began, advanced, over)
        .when(new FailImport(...id, 2, 'encoding'))
        .then();
    }
  });

  it('stops while it runs', () =>
    given(importJob, began)
      .when(new StopImport(...id))
      .then(cancelled));

  it('fails behind the rows that were done', () => {
    given(importJob, began, advanced)
      .when(new FailImport(...id, 2, 'unclosed-quote'))
      .then({ type: 'ImportFailed', data: { code: 'unclosed-quote' } });
    given(importJob, began, advanced)
      .when(new FailImport(...id, 1, 'unclosed-quote'))
      .then();
  });

  it('is taken back once it is over, and once', () => {
    given(importJob, began, advanced)
      .when(new BeginRevert(...id))
      .refuses('import-running');
    given(importJob, tried, ended)
      .when(new BeginRevert(...id))
      .refuses('import-was-dry-run');
    given(importJob, began, advanced, cancelled)
      .when(new BeginRevert(...id))
      .then(reverting);
    given(importJob, began, advanced, ended, reverting)
      .when(new BeginRevert(...id))
      .then();
  });

  it('tells how far the undoing is, each page once', () => {
    const undone = { type: 'ImportRevertAdvanced', data: { upTo: '12', undone: 1, keptSoFar: 1, kept } } as const;
    const start = given(importJob, began, advanced, ended, reverting);
    start.when(new AdvanceRevert(...id, '0', '12', 1, kept)).then(undone);
    given(importJob, began, advanced, ended, reverting, undone)
      .when(new AdvanceRevert(...id, '0', '12', 1, kept))
      .then();
    given(importJob, began, advanced, ended, reverting, undone)
      .when(new AdvanceRevert(...id, '12', null, 2, []))
      .then({ type: 'ImportReverted', data: { undone: 3, kept: 1 } });
    given(importJob, began, advanced, ended, reverting, undone)
      .when(new AdvanceRevert(...id, '12', null, 0, kept))
      .then({ type: 'ImportRevertAdvanced', data: { upTo: '12', undone: 1, keptSoFar: 2, kept } }, { type: 'ImportReverted', data: { undone: 1, kept: 2 } });
  });
});
