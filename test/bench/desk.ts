import { join } from 'node:path';
import { FindOrganizationPage, ListTickets, OrganizationReport } from '@kith/read-models';
import type { Benchmark, Measured } from './benchmark';
import { ComposedEngine } from './contenders/composed-engine';
import { RawDesk } from './contenders/raw-desk';
import { deskOf, deskTime, fillDesk } from './fill/fill-desk';
import { tenant } from './fill/fill-log';
import { filledOnce } from './fill/kept';
import { readDatabaseFile } from './fill/one-file';
import { median } from './rounds';
import { withScratch } from './scratch';
import { rangeOf, Stopwatch } from './stopwatch';

/** End users of the large desk, a fifth as many as interactions; the small one has a tenth of all. */
const endUsers = 1_000_000;
/** How many times as long it may take as in the small desk, and as the hand-written statements. */
const reach = 2;
const answersInRound = 40;
/** Tickets of a list. */
const limit = 50;

const what = ['page', 'tickets', 'report'] as const;
type What = (typeof what)[number];
const desks = ['large', 'small'] as const;
type DeskName = (typeof desks)[number];
type Kind = `${What} ${DeskName}` | `${What} raw`;

/** The last twelve months. */
const year = { from: '2025-01-01', to: '2026-01-01', by: 'month', timeZone: 'UTC' } as const;
const now = new Date(deskTime.to - 1).toISOString();

/** What is read of the largest organization. */
interface Read {
  readonly engine: ComposedEngine;
  readonly raw: RawDesk;
  readonly organizationId: string;
}

/** Page, tickets and report of the largest organization. */
export const desk: Benchmark = {
  name: 'desk',
  about:
    'page, tickets and 12-month report of an organization with a tenth of a million end users, against a tenth of the data and against hand-written SQL, in process',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = endUsers, rounds, keep, tell } = options;
      const read = {} as Record<DeskName, Read>;
      for (const [name, many] of [['small', Math.ceil(size / 10)] as const, ['large', size] as const]) {
        const folder = keep === undefined ? scratch.folder() : join(keep, `desk-${many}`);
        tell(`filling in the desk of ${many} end users`);
        const [organizationId = ''] = await filledOnce(folder, async () => (await fillDesk(folder, deskOf(many), tell)).slice(0, 1), tell);
        const engine = scratch.closing(await ComposedEngine.start(folder));
        read[name] = { engine, raw: new RawDesk(readDatabaseFile(folder)), organizationId };
      }
      const watch = new Stopwatch<Kind>();
      for (let round = -1; round < rounds; round++) {
        for (const one of what) {
          for (let n = 0; n < answersInRound; n++) {
            for (const name of n % 2 === 0 ? desks : desks.toReversed()) {
              const began = performance.now();
              await answer(one, read[name]);
              if (round >= 0) watch.note(`${one} ${name}`, round, performance.now() - began);
            }
            const began = performance.now();
            rawAnswer(one, read.large);
            if (round >= 0) watch.note(`${one} raw`, round, performance.now() - began);
          }
        }
        if (round >= 0) tell(`round ${round + 1}: ${kinds.map((kind) => `${kind} ${watch.medians(kind)[round]} ms`).join(', ')}`);
      }
      const sameWork = await sameAnswers(read.large);
      for (const { raw } of Object.values(read)) raw.close();
      return what.flatMap((one) => figures(one, watch, { ...deskOf(size), sameWork }));
    }),
};

const kinds = what.flatMap((one): readonly Kind[] => [`${one} large`, `${one} small`, `${one} raw`]);

function answer(one: What, { engine, organizationId }: Read): Promise<unknown> {
  if (one === 'page') return engine.ask(new FindOrganizationPage(tenant, organizationId, now));
  if (one === 'tickets') return engine.ask(new ListTickets(tenant, { organizationId }, { limit }));
  return engine.ask(new OrganizationReport(tenant, organizationId, year));
}

function rawAnswer(one: What, { raw, organizationId }: Read): unknown {
  if (one === 'page') return raw.page(organizationId, now);
  return one === 'tickets' ? raw.tickets(organizationId, limit) : raw.report(organizationId, 2025, 0, 12);
}

/** True when both say the same where they can be compared; else what differs. */
async function sameAnswers({ engine, raw, organizationId }: Read): Promise<true | string> {
  const page = await engine.ask(new FindOrganizationPage(tenant, organizationId, now));
  const tickets = await engine.ask(new ListTickets(tenant, { organizationId }, { limit }));
  const report = await engine.ask(new OrganizationReport(tenant, organizationId, year));
  const [rawPage, rawTickets, rawReport] = [raw.page(organizationId, now), raw.tickets(organizationId, limit), raw.report(organizationId, 2025, 0, 12)];
  const openedIn = new Map(rawReport.counts.filter(({ measure, grain }) => measure === 'opened' && grain === 'month').map(({ at, n }) => [at, n]));
  const opened = Array.from({ length: 12 }, (_, month) => openedIn.get((2025 - 1970) * 12 + month) ?? 0);
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['members', page?.members.map(({ id }) => id), rawPage.members.map((member) => (member as { id?: unknown }).id)],
    ['unsolved', page?.unsolved.count, rawPage.unsolved],
    ['newest', page?.unsolved.newest.map(({ id }) => id), rawPage.newest.map(({ id }) => id)],
    ['interactions', page?.interactions.map(({ interactionId }) => interactionId), rawPage.interactions.map((row) => row.interaction_id)],
    ['tickets', tickets.items.map(({ id }) => id), rawTickets.map(({ id }) => id)],
    ['opened', report.periods.map((period) => period.tickets.opened), opened],
    ['active', report.periods.map((period) => period.endUsers.active), rawReport.active],
    ['new', report.periods.map((period) => period.endUsers.new), rawReport.newcomers],
    ['active in all', report.totals.endUsers.active, rawReport.activeInAll],
  ];
  const different = pairs.find(([, ours, theirs]) => JSON.stringify(ours) !== JSON.stringify(theirs));
  return different === undefined || `${different[0]}: ${JSON.stringify(different[1])} and ${JSON.stringify(different[2])}`;
}

function figures(one: What, watch: Stopwatch<Kind>, more: { readonly sameWork: true | string }): readonly Measured[] {
  return (['small', 'raw'] as const).map((other) => {
    const rounds = watch.times(`${one} large`, `${one} ${other}`);
    const ratio = median(rounds);
    const ms = (kind: Kind) => median(watch.medians(kind));
    const detail = { rounds, range: rangeOf(rounds), unit: 'times as long', ms: ms(`${one} large`), otherMs: ms(`${one} ${other}`), ...more };
    const name = `desk-${one}-${other === 'small' ? 'growth' : 'sql'}`;
    return { name, ratio, reach, holds: more.sameWork === true && ratio <= reach, detail };
  });
}
