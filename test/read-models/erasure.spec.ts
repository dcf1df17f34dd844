import { SystemClock } from '@kith/application';
import { streamOf } from '@kith/domain';
import { dump, isDifferent, projections, type ReadDatabase, verifyReadModels } from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { type ErasedPerson, PersonsLog } from './persons-log';
import { project } from './projected';
import { happen, histories, withErasures } from './random-log';

/** Random histories, fewer of them where each takes longer; a handful when nobody says. */
const given = Number(process.env.ERASURE_CASES ?? 0);

/** What goes on around a history, at any step of it. */
const around = [
  'follow',
  'follow',
  'follow',
  'follow-in-part',
  'destroy',
  'attach',
  'release',
  'hear',
  'assign',
  'open-ticket',
  'differ',
  'separate',
  'certify',
  'lose',
] as const;
const surroundings = fc.array(fc.tuple(fc.nat(199), fc.constantFrom(...around), fc.nat(9)), { maxLength: 60, size: 'max' });
/** Who is erased, and when. */
const erasures = fc.array(fc.tuple(fc.nat(66), fc.nat(5)), { maxLength: 5, size: 'max' });
type Surrounding = readonly [step: number, kind: (typeof around)[number], which: number];

/** What is told of somebody who is erased: it had been on its way, or is done because of the erasure. */
async function tellLate(log: PersonsLog, { tenant, id }: ErasedPerson, kind: (typeof around)[number], at: string): Promise<void> {
  const told = { tenant };
  const own = streamOf.endUser(tenant, id);
  switch (kind) {
    case 'attach':
      await log.attach(`late${at}`, id, ['email', `late${at}@example.org`], told);
      return;
    case 'release':
      for (const digest of log.held.get(own) ?? []) await log.point(digest, 'ContactPointReleased', { endUserId: id, cause: 'erased' }, told);
      return;
    case 'hear':
      await log.interaction(`late${at}`, id, { ...told, summary: `late ${at}`, ticketId: 'late' });
      return;
    case 'assign':
      await log.interaction(`open${at}`, null, { ...told, summary: `open ${at}` });
      await log.assign(`open${at}`, id, told);
      return;
    case 'open-ticket':
      return openTicket(log, { tenant, id }, at);
    case 'differ':
      await log.endUser(id, 'EndUsersDeclaredDifferent', { declarationId: `late${at}`, endUserId: id, otherId: 'zoe', reason: `late ${at}` }, told);
      return;
    case 'separate':
      await log.endUser('zoe', 'EndUserSeparated', { mergeId: `late${at}`, mergedId: id, members: [id], differentFrom: [], reason: `late ${at}` }, told);
      return;
    default: {
      const certificate = { erasure: 'e', scope: 'profile', profiles: [id], keys: [], contactPoints: [], overwritten: [] } as const;
      await log.endUser(id, 'EndUserErasureCertified', certificate, told);
    }
  }
}

async function openTicket(log: PersonsLog, { tenant, id }: ErasedPerson, number: string): Promise<void> {
  const [stream, told, at] = [streamOf.ticket(tenant, `late${number}`), { tenant }, '2026-03-01T00:00:00.000Z'];
  const facts = {
    source: 'desk',
    sourceId: `late${number}`,
    requesterId: id,
    contactPointId: null,
    organizationId: null,
    channel: 'email',
    via: 'email',
  } as const;
  const said = { subject: `late ${number}`, tags: ['late'], language: null } as const;
  await log.append(stream, 'TicketOpened', { ...facts, ...said, status: 'open', firstContact: false, at }, told);
  const route = { queue: 'q', priority: 'normal', assignee: null, tags: [], rule: 'fallback', reasons: [], policy: 'route/1', settingsVersion: 0 } as const;
  await log.append(stream, 'TicketRouted', { ...route, organizationTags: ['late'] }, told);
}

/** Somebody who was to be created, and never was: their key goes with whoever has the address. */
async function loseRace(log: PersonsLog, at: string): Promise<void> {
  await log.attach(`lost${at}`, `ghost${at}`, ['email', `lost${at}@example.org`]);
  await log.point(`lost${at}`, 'ContactPointReleased', { endUserId: `ghost${at}`, cause: 'lost-race' });
  log.lost.push({ tenant: 'acme', id: `ghost${at}` });
}

describe.each(kinds)('read models of the erased ($name)', (kind) => {
  /** Follows a history as it happens, with whatever goes on around it. */
  async function followed(log: PersonsLog, live: ReadDatabase, steps: Parameters<typeof happen>[1], others: readonly Surrounding[]): Promise<void> {
    await happen(log, steps, async (step) => {
      for (const [i, [at, what, which]] of others.entries()) {
        if (at !== step) continue;
        const person = log.erased[which % Math.max(log.erased.length, 1)];
        if (what === 'follow') await project(log, live);
        else if (what === 'follow-in-part') await project(log, live, [projections[which % projections.length] as (typeof projections)[number]]);
        else if (what === 'lose') await loseRace(log, `${step}-${i}`);
        else if (what === 'destroy') for (const one of [person ?? [], log.lost[which % 3] ?? []].flat()) await log.destroyKeysOf(one);
        else if (person) await tellLate(log, person, what, `${step}-${i}`);
      }
    });
  }

  async function expectNothingLeft(marked: boolean): Promise<void> {
    await fc.assert(
      fc.asyncProperty(histories, erasures, surroundings, fc.boolean(), async (plain, erased, others, isLate) => {
        const steps = withErasures(plain, erased);
        const [log, live] = [new PersonsLog(marked), await kind.make()];
        await followed(log, live, steps, others);
        if (isLate) await project(log, live);
        const gone = [...log.erased, ...log.lost];
        for (const person of gone) await log.destroyKeysOf(person);
        await project(log, live);
        const own = await kind.again(live);
        const verified = await verifyReadModels({ store: log.store, personalData: log.personalData, database: own, clock: new SystemClock() });
        await own.close();
        expect(verified.findings).toEqual([]);
        expect(verified.tables.filter(isDifferent).map(({ table, first }) => ({ table, first }))).toEqual([]);
        const rows = JSON.stringify(await dump(live.kysely)).toLowerCase();
        if (marked) expect(gone.flatMap((person) => log.marksOf(person)).filter((mark) => rows.includes(mark))).toEqual([]);
        await live.close();
      }),
      { endOnFailure: true, numRuns: Math.ceil((Math.max(given, 4) * kind.cases) / 25) },
    );
  }

  it('are what a rebuild makes, whenever they were followed and whenever the keys were destroyed', () => expectNothingLeft(false), 60_000 + given * 2_000);

  it('hold no word of theirs in any column of any table', () => expectNothingLeft(true), 60_000 + given * 2_000);
});
