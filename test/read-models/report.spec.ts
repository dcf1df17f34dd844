import { BadReportSpan, OrganizationReport, OrganizationReportHandler, type ReadDatabase, type Report, type ReportSpan, reportCsv } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';

const march: ReportSpan = { from: '2026-03-01', to: '2026-04-01', by: 'month', timeZone: 'UTC' };

describe.each(kinds)('a report ($name)', (kind) => {
  let database: ReadDatabase;
  let log: TestLog;
  beforeEach(async () => {
    database = await kind.make();
    log = new TestLog();
  });
  afterEach(() => database.close());

  const report = async (organizationId: string | null, span: Partial<ReportSpan> = {}): Promise<Report> => {
    await project(log, database);
    return new OrganizationReportHandler(database).execute(new OrganizationReport('acme', organizationId, { ...march, ...span }));
  };
  const inbound = (count: number) => [{ channel: 'email', direction: 'inbound', count }];
  const join = (id: string, organizationId: string) => log.endUser(id, 'OrganizationJoined', { organizationId, cause: 'manual', default: true });

  it('has days as long as the clocks of its time zone make them, each interaction in its own', async () => {
    for (const [i, occurredAt] of ['2026-03-28T22:59:59.999Z', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z', '2026-03-29T22:00:00.000Z'].entries())
      await log.interaction(`i${i}`, 'lea', { occurredAt, organizationId: 'o' });
    const { periods, totals } = await report('o', { from: '2026-03-28', to: '2026-03-31', by: 'day', timeZone: 'Europe/Paris' });
    expect(periods.map(({ label, from, to, interactions }) => [label, from, to, interactions])).toEqual([
      ['2026-03-28', '2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z', inbound(1)],
      ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', inbound(2)],
      ['2026-03-30', '2026-03-29T22:00:00.000Z', '2026-03-30T22:00:00.000Z', inbound(1)],
    ]);
    expect(totals).toMatchObject({ interactions: inbound(4), endUsers: { active: 1, new: 1, returning: 0 } });
  });

  it('begins a day whose midnight the clocks skip when they do, and leaves out a day that they skip', async () => {
    const cairo = await report(null, { from: '2026-04-24', to: '2026-04-25', by: 'day', timeZone: 'Africa/Cairo' });
    expect(cairo.periods).toMatchObject([{ from: '2026-04-23T22:00:00.000Z', to: '2026-04-24T21:00:00.000Z' }]);
    const apia = await report(null, { from: '2011-12-29', to: '2012-01-01', by: 'day', timeZone: 'Pacific/Apia' });
    expect(apia.periods.map(({ label }) => label)).toEqual(['2011-12-29', '2011-12-31']);
  });

  it('cuts weeks at Mondays and names them as ISO 8601 does, the first and the last as short as the span wants them', async () => {
    const { periods } = await report(null, { from: '2025-12-31', to: '2026-01-06', by: 'week' });
    expect(periods.map(({ label, from, to }) => [label, from.slice(0, 10), to.slice(0, 10)])).toEqual([
      ['2026-W01', '2025-12-31', '2026-01-05'],
      ['2026-W02', '2026-01-05', '2026-01-06'],
    ]);
  });

  it.each([
    [{ from: '2026-02-30' }, 'from'],
    [{ from: '1969-12-31' }, 'from'],
    [{ to: '2026-03-01' }, 'to'],
    [{ to: '2027-06-01', by: 'day' }, 'to'],
    [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
    [{ timeZone: '+05:07' }, 'timeZone'],
    [{ from: '2011-12-30', to: '2011-12-31', by: 'day', timeZone: 'Pacific/Apia' }, 'from'],
  ] as const)('refuses %j and says what is wrong', async (span, part) => {
    const refused = await report(null, span).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BadReportSpan);
    expect(refused).toMatchObject({ part });
  });

  it('counts two who are merged as one person, their interactions as before, and takes both back with the merge', async () => {
    await log.interaction('i1', 'lea', { organizationId: 'o', occurredAt: '2026-03-02T10:00:00.000Z' });
    await log.interaction('i2', 'martin', { organizationId: 'o', occurredAt: '2026-03-20T10:00:00.000Z' });
    const apart = await report('o');
    expect(apart.totals).toMatchObject({ interactions: inbound(2), endUsers: { active: 2, new: 2 } });
    const sides = { mergeId: 'm', members: ['martin'], differentFrom: [] };
    const named = { survivorId: 'lea', mergedId: 'martin' };
    const late = { occurredAt: '2026-05-01T00:00:00.000Z' };
    await log.endUser('martin', 'EndUserMerged', { ...sides, attemptId: 'a', named, survivorId: 'lea' }, late);
    expect((await report('o')).totals).toMatchObject({ interactions: inbound(2), endUsers: { active: 1, new: 1 } });
    await log.endUser('martin', 'EndUserUnmerged', sides, late);
    expect(await report('o')).toEqual(apart);
  });

  it('counts merges in which somebody took part who was a member when they were recorded, also after the member has left', async () => {
    await join('lea', 'o');
    await join('martin', 'former');
    const leave = (id: string, organizationId: string) => log.endUser(id, 'OrganizationLeft', { organizationId, cause: 'manual', default: null });
    await leave('martin', 'former');
    const sides = { mergeId: 'm', members: ['martin'], differentFrom: [] };
    await log.endUser('martin', 'EndUserMerged', { ...sides, attemptId: 'a', named: { survivorId: 'lea', mergedId: 'martin' }, survivorId: 'lea' });
    await leave('lea', 'o');
    await join('lea', 'later');
    const merges = async (organizationId: string | null) => (await report(organizationId)).totals.merges;
    expect([await merges('o'), await merges('former'), await merges('later'), await merges(null)]).toEqual([1, 0, 0, 1]);
    await log.endUser('martin', 'EndUserUnmerged', sides);
    expect([(await report('o')).totals.unmerges, (await report('later')).totals.unmerges]).toEqual([0, 1]);
  });

  it('says of organizations that are one what happened with either, whichever is asked for, and forgets it when they come apart', async () => {
    await log.interaction('i1', 'lea', { organizationId: 'big', occurredAt: '2026-03-02T10:00:00.000Z' });
    await log.interaction('i2', 'lea', { organizationId: 'small', occurredAt: '2026-03-20T10:00:00.000Z' });
    const sides = { mergeId: 'm', members: ['small'], differentFrom: [] };
    const named = { survivorId: 'big', mergedId: 'small' };
    await log.append('organization-acme.small', 'OrganizationMerged', { ...sides, attemptId: 'a', named, survivorId: 'big' });
    const one = await report('small');
    expect(one).toMatchObject({ organizationId: 'big', totals: { interactions: inbound(2), endUsers: { active: 1 } } });
    expect(await report('big')).toEqual(one);
    await log.append('organization-acme.small', 'OrganizationUnmerged', sides);
    expect(await report('small')).toMatchObject({ organizationId: 'small', totals: { interactions: inbound(1), endUsers: { active: 1 } } });
  });

  it('moves what a ticket counted for to where it belongs when a status is told late', async () => {
    const stream = 'ticket-acme.t';
    const opened = { source: 'desk', sourceId: 't', requesterId: 'lea', contactPointId: null, organizationId: 'o', status: 'open', channel: 'email' } as const;
    await log.append(stream, 'TicketOpened', { ...opened, via: 'email', language: null, tags: [], firstContact: false, at: '2026-03-02T10:00:00.000Z' });
    await log.append(stream, 'TicketStatusChanged', { status: 'solved', at: '2026-03-10T10:00:00.000Z' });
    const byWeek = async () => (await report('o', { to: '2026-03-16', by: 'week', from: '2026-03-02' })).periods.map(({ tickets }) => tickets);
    const none = { median: null, p90: null };
    const eightDays = 8 * 86_400;
    expect(await byWeek()).toEqual([
      { opened: 1, solved: 0, reopened: 0, backlog: 1, timeToFirstSolve: none },
      { opened: 0, solved: 1, reopened: 0, backlog: 0, timeToFirstSolve: { median: expect.any(Number), p90: expect.any(Number) } },
    ]);
    expect(Math.abs(((await byWeek())[1]?.timeToFirstSolve.median ?? 0) / eightDays - 1)).toBeLessThan(0.01);
    await log.append(stream, 'TicketStatusChanged', { status: 'solved', at: '2026-03-02T10:01:00.000Z' });
    await log.append(stream, 'TicketStatusChanged', { status: 'open', at: '2026-03-09T10:00:00.000Z' });
    expect(await byWeek()).toEqual([
      { opened: 1, solved: 1, reopened: 0, backlog: 0, timeToFirstSolve: { median: 60, p90: 60 } },
      { opened: 0, solved: 1, reopened: 1, backlog: 0, timeToFirstSolve: none },
    ]);
  });

  it('knows who were members at the end of each period, on how many channels, and how many had an e-mail address', async () => {
    for (const id of ['lea', 'martin', 'ann']) {
      await log.endUser(id, 'EndUserCreated', { origin: 'api' });
      await join(id, 'o');
    }
    await log.attach('p1', 'lea', ['email', 'lea@example.org']);
    await log.attach('p2', 'lea', ['phone', '+33612345678'], { occurredAt: '2026-03-10T00:00:00.000Z' });
    await log.endUser('ann', 'OrganizationLeft', { organizationId: 'o', cause: 'manual', default: null }, { occurredAt: '2026-03-20T00:00:00.000Z' });
    const { periods } = await report('o', { from: '2026-03-02', to: '2026-03-23', by: 'week' });
    expect(periods.map(({ endUsers: { members, multiChannel, emailShare } }) => [members, multiChannel, emailShare])).toEqual([
      [3, 0, 0.3333],
      [3, 1, 0.3333],
      [2, 1, 0.5],
    ]);
  });

  it('is a table for spreadsheets: a row for each period, lines as RFC 4180 ends them, no formula', async () => {
    await log.interaction('i1', 'lea', { organizationId: 'o', occurredAt: '2026-03-02T10:00:00.000Z', channel: 'x,y' });
    const csv = reportCsv(await report('o', { to: '2026-03-03', by: 'day' }));
    const [header, ...rows] = csv.split('\r\n');
    expect(header).toMatch(/^period,from,to,tickets opened,.*,"interactions x,y inbound",end users active,.*,merges,unmerges$/);
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(/^2026-03-02,2026-03-02T00:00:00.000Z,2026-03-03T00:00:00.000Z,0,0,0,0,,,1,1,1,0,0,0,,0,0$/);
    const { periods, ...rest } = await report('o');
    expect(reportCsv({ ...rest, periods: periods.map((period) => ({ ...period, label: '=HYPERLINK("x")' })) })).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
