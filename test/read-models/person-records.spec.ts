import { HeldPointsBehind, type RecordOfProfile, type RecordPlace, type RecordsAsked } from '@kith/application';
import { streamOf } from '@kith/domain';
import { ProjectedPersonRecords, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { sealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';
import { april, Ticketing } from './ticketing';

describe.each(kinds)('the records of a person ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  let records: ProjectedPersonRecords;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());
  const settled = async () => {
    database = await projected(log, kind);
    records = new ProjectedPersonRecords(database);
  };
  /** All of a list, a few at a time. */
  async function all(list: (asked: RecordsAsked) => Promise<readonly RecordOfProfile[]>, profileId: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let after: RecordPlace | undefined; ; ) {
      const page = await list.call(records, { tenant: 'acme', profileId, limit: 3, ...(after && { after }) });
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1);
      if (page.length < 3) return ids;
    }
  }

  it('are its interactions by when they happened, each once however many happened at one time', async () => {
    await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
    await log.person('tom', 'Tom');
    for (const [id, day] of [
      ['i4', 4],
      ['i1', 1],
      ['i2', 2],
      ['i3', 2],
      ['i5', 2],
    ] as const)
      await log.interaction(id, 'lea', { occurredAt: april(day), contactPointId: 'email-lea@example.org' });
    await log.interaction('toms', 'tom', { occurredAt: april(1) });
    await log.interaction('others', 'lea', { tenant: 'other' });
    await log.interaction('open', null, { occurredAt: april(3) });
    await log.assign('open', 'lea');
    await log.endUser('lea', 'EndUserNoted', { note: 'no interaction' });
    await settled();
    expect(await all(records.interactions, 'lea')).toEqual(['i1', 'i2', 'i3', 'i5', 'open', 'i4']);
    await log.transfer('email-lea@example.org', ['lea', 'tom'], 'corrected', ['email', 'lea@example.org']);
    await project(log, database);
    expect(await all(records.interactions, 'lea')).toEqual(['open']);
    expect(await all(records.interactions, 'tom')).toEqual(['i1', 'toms', 'i2', 'i3', 'i5', 'i4']);
    expect(await all(records.interactions, 'nobody')).toEqual([]);
  });

  it('are the tickets whose requester it is by now', async () => {
    const tickets = new Ticketing(log);
    await log.person('lea', 'Léa');
    for (const [id, day] of [
      ['t3', 3],
      ['t1', 1],
      ['t2', 1],
      ['t4', 4],
    ] as const)
      await tickets.open(id, 'lea', day);
    await tickets.open('other', 'tom', 2);
    await log.append(streamOf.ticket('acme', 't3'), 'TicketRequesterCorrected', { requesterId: 'tom', contactPointId: null, at: april(5) });
    await settled();
    expect(await all(records.tickets, 'lea')).toEqual(['t1', 't2', 't4']);
    expect(await all(records.tickets, 'tom')).toEqual(['other', 't3']);
  });

  it('tell what the person is shown as, under each of its ids, and what organizations are called', async () => {
    await log.person('lea', 'Léa');
    await log.person('max', 'Max');
    await log.endUser('max', 'EndUserTagged', { tags: ['vip'], marks: ['m'] });
    await sealed(log, 'max', 'lea', { mergeId: 'm1' });
    await log.append(streamOf.organization('acme', 'o1'), 'OrganizationCreated', { origin: 'api', name: 'Acme', nameId: 'n1' });
    await settled();
    for (const id of ['lea', 'max'])
      expect(await records.shown('acme', id)).toMatchObject({
        canonicalId: 'lea',
        status: 'active',
        name: 'Léa',
        tags: ['vip'],
        sources: { 'tags.vip': 'max' },
      });
    expect(await records.shown('other', 'lea')).toBeUndefined();
    expect(await records.organizationNames('acme', ['o1', 'gone'])).toEqual(new Map([['o1', 'Acme']]));
  });

  it('wait for the end of the log, and say when they do not come to it', async () => {
    await log.person('lea', 'Léa');
    await settled();
    await expect(records.reached(await log.store.head())).resolves.toBeUndefined();
    const later = await log.interaction('late', 'lea');
    const waiting = records.reached(later);
    await project(log, database);
    await expect(waiting).resolves.toBeUndefined();
    jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(6_000);
    await expect(records.reached(later + 1n)).rejects.toThrow(HeldPointsBehind);
    jest.restoreAllMocks();
  });
});
