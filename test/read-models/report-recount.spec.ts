import { dump, OrganizationReport, OrganizationReportHandler, type Projection, projections, type ReadDatabase, type ReportSpan } from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';
import { desks, deskTenants, organizationOf, RandomDesk } from './random-desk';
import { eventsOf, Recount } from './recount';

const reports = projections.find(({ name }) => name === 'reports') as Projection;

/** Near to what happens in random histories, and far from it. */
const spans: fc.Arbitrary<ReportSpan> = fc.record({
  from: fc.constantFrom('2026-01-10', '2026-03-01', '2026-03-26', '2026-03-29'),
  to: fc.constantFrom('2026-03-30', '2026-04-01', '2026-04-03', '2026-06-15'),
  by: fc.constantFrom('day', 'week', 'month'),
  timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Australia/Lord_Howe'),
});

const reportRows = async (database: ReadDatabase) =>
  Object.fromEntries(Object.entries(await dump(database.kysely)).filter(([name]) => reports.tables.includes(name as never)));

/** That is much quicker than to make all tables for each history. */
async function empty({ kysely }: ReadDatabase): Promise<void> {
  for (const name of reports.tables) await kysely.deleteFrom(name).execute();
  await kysely.updateTable('checkpoint').set({ position: 0 }).execute();
}

describe.each(kinds)('reports ($name)', (kind) => {
  let inStretches: ReadDatabase;
  let atOnce: ReadDatabase;
  beforeEach(async () => {
    [inStretches, atOnce] = [await kind.make(), await kind.make()];
  });
  afterEach(async () => {
    await inStretches.close();
    await atOnce.close();
  });

  it('say what a full recount of the log says, whatever came late, was merged and unmerged, moved, assigned or erased', async () => {
    await fc.assert(
      fc.asyncProperty(desks, fc.array(fc.nat(119), { maxLength: 5 }), fc.array(spans, { minLength: 3, maxLength: 3 }), async (steps, cuts, asked) => {
        await empty(inStretches);
        await empty(atOnce);
        const log = new TestLog();
        const desk = new RandomDesk(log);
        for (const [i, step] of steps.entries()) {
          await desk.step(i, step);
          if (cuts.includes(i)) await project(log, inStretches, [reports]);
        }
        await project(log, inStretches, [reports]);
        await project(log, atOnce, [reports]);
        expect(await reportRows(inStretches)).toEqual(await reportRows(atOnce));

        const handler = new OrganizationReportHandler(inStretches);
        for (const tenant of deskTenants) {
          const recount = new Recount(await eventsOf(log.store, tenant));
          for (const [i, span] of asked.entries()) {
            for (const organizationId of [null, organizationOf(tenant, i)]) {
              const report = await handler.execute(new OrganizationReport(tenant, organizationId, span));
              expect(report).toEqual(recount.report(organizationId, report));
            }
          }
        }
      }),
      { numRuns: kind.name === 'SQLite' ? 25 : 4 },
    );
  }, 60_000);
});
