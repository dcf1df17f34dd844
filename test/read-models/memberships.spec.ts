import { HeldPointsBehind } from '@kith/application';
import type { DomainClaim, LeavingCause, MembershipCause, SweepOccasion } from '@kith/domain';
import { streamOf } from '@kith/domain';
import {
  FindMembershipSweep,
  FindMembershipSweepHandler,
  ListMembershipSweeps,
  ListMembershipSweepsHandler,
  ProjectedMembershipDirectory,
  type ReadDatabase,
} from '@kith/read-models';
import { kinds } from './databases';
import { TestLog, type Told } from './log';
import { project, projected } from './projected';

const ten = '2026-03-03T10:00:00.000Z';
const nine = '2026-03-03T09:00:00.000Z';

describe.each(kinds)('memberships ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.close();
  });
  const directory = () => new ProjectedMembershipDirectory(database);
  const head = () => log.store.head();
  const join = (id: string, organizationId: string, cause: MembershipCause = 'manual', told: Told = {}) =>
    log.endUser(id, 'OrganizationJoined', { organizationId, cause, default: false }, told);
  const leave = (id: string, organizationId: string, cause: LeavingCause = 'manual', told: Told = {}) =>
    log.endUser(id, 'OrganizationLeft', { organizationId, cause, default: null }, told);
  const claim = (domain: string, more: Partial<DomainClaim> = {}): DomainClaim => ({ domain, subdomains: false, except: [], precedence: 100, ...more });
  const claims = (organizationId: string, ...domains: DomainClaim[]) =>
    log.append(streamOf.organization('acme', organizationId), 'OrganizationDomainsChanged', { domains });
  const merge = (id: string, survivorId: string) => {
    const named = { survivorId, mergedId: id };
    return log.append(streamOf.organization('acme', id), 'OrganizationMerged', {
      attemptId: `${id} 1`,
      mergeId: `${id}`,
      named,
      survivorId,
      members: [id],
      differentFrom: [],
    });
  };
  const unmerge = (id: string) => log.append(streamOf.organization('acme', id), 'OrganizationUnmerged', { mergeId: id, members: [id], differentFrom: [] });
  const remove = (id: string) => log.append(streamOf.organization('acme', id), 'OrganizationDeleted', {});
  const joined = () => database.kysely.selectFrom('membership').selectAll().orderBy('joined_position').execute();
  const intervals = () => database.kysely.selectFrom('membership_interval').selectAll().orderBy('from_position').execute();
  const claiming = async (...domains: string[]) =>
    (await directory().claimsOf('acme', domains, await head())).map((one) => `${one.organizationId} ${one.domain}`);

  describe('of a profile', () => {
    it('are told with their causes, oldest first, of one tenant', async () => {
      await join('lea', 'y');
      await join('lea', 'x', 'domain');
      await join('tom', 'x', 'import');
      await join('lea', 'z', 'manual', { tenant: 'other' });
      database = await projected(log, kind);
      const known = await directory().membershipsOf('acme', ['lea', 'tom', 'ann'], await head());
      expect([...known]).toEqual([
        [
          'lea',
          [
            { organizationId: 'y', cause: 'manual' },
            { organizationId: 'x', cause: 'domain' },
          ],
        ],
        ['tom', [{ organizationId: 'x', cause: 'import' }]],
      ]);
    });

    it('go on when who was one by domain is made one by hand, and begin anew after an end', async () => {
      const first = await join('lea', 'x', 'domain', { occurredAt: nine });
      await join('lea', 'x', 'manual', { occurredAt: ten });
      database = await projected(log, kind);
      expect(await joined()).toMatchObject([{ cause: 'manual', joined_at: nine, joined_position: Number(first) }]);
      expect(await intervals()).toMatchObject([{ from_position: Number(first), from_at: nine, to_position: null, to_at: null }]);
      const left = await leave('lea', 'x');
      const again = await join('lea', 'x');
      await project(log, database);
      expect(await joined()).toMatchObject([{ joined_position: Number(again) }]);
      expect((await intervals()).map((row) => [row.from_position, row.to_position])).toEqual([
        [Number(first), Number(left)],
        [Number(again), null],
      ]);
    });

    it('go on when who was made one by an import is one by domain again', async () => {
      const first = await join('lea', 'x', 'domain', { occurredAt: nine });
      await join('lea', 'x', 'import', { occurredAt: ten });
      await join('lea', 'x', 'domain');
      database = await projected(log, kind);
      expect(await joined()).toMatchObject([{ cause: 'domain', joined_at: nine, joined_position: Number(first) }]);
      expect(await intervals()).toMatchObject([{ from_position: Number(first), from_at: nine, to_position: null, to_at: null }]);
    });

    it('end when the import that began them is taken back', async () => {
      const first = await join('tom', 'x', 'import');
      const left = await leave('tom', 'x', 'import');
      database = await projected(log, kind);
      expect(await joined()).toEqual([]);
      expect((await intervals()).map((row) => [row.from_position, row.to_position])).toEqual([[Number(first), Number(left)]]);
    });

    it('leave intervals that stay, and none for who was taken out of what it was not in', async () => {
      await leave('lea', 'x');
      await join('lea', 'x', 'manual', { occurredAt: ten });
      await leave('lea', 'x', 'manual', { occurredAt: nine });
      database = await projected(log, kind);
      expect(await joined()).toEqual([]);
      // What ended before it began, by what people say, lasted no time.
      expect(await intervals()).toMatchObject([{ from_at: ten, to_at: ten }]);
    });
  });

  describe('by domain', () => {
    it('hang on the addresses that somebody holds: attached, verified, released and handed on', async () => {
      await log.attach('p1', 'lea', ['email', 'lea@shop.acme.example']);
      await log.attach('p2', 'lea', ['email', 'lea@other.example'], { verified: true });
      await log.attach('p3', 'tom', ['phone', '+33612345678']);
      await log.attach('p4', 'tom', ['email', 'tom@localhost']);
      await log.attach('p5', 'tom', ['email', 'no address']);
      database = await projected(log, kind);
      const held = async () => Object.fromEntries(await directory().heldDomains('acme', ['lea', 'tom', 'ann'], await head()));
      const [shop, other] = [
        { domain: 'shop.acme.example', verified: false },
        { domain: 'other.example', verified: true },
      ];
      expect(await held()).toEqual({ lea: expect.arrayContaining([shop, other]) });
      await log.point('p1', 'ContactPointVerified', { endUserId: 'lea' });
      await log.release('p2', 'lea');
      await project(log, database);
      expect(await held()).toEqual({ lea: [{ ...shop, verified: true }] });
      await log.transfer('p1', ['lea', 'tom'], 'corrected', ['email', 'lea@shop.acme.example']);
      await project(log, database);
      expect(await held()).toEqual({ tom: [shop] });
    });

    it('have every holder of a shared address', async () => {
      await log.attach('p1', 'lea', ['email', 'info@acme.example']);
      await log.point('p1', 'ContactPointShared', {});
      await log.attach('p1', 'tom', ['email', 'info@acme.example']);
      await log.release('p1', 'lea');
      await log.attach('p1', 'ann', ['email', 'info@acme.example']);
      database = await projected(log, kind);
      expect([...(await directory().heldDomains('acme', ['lea', 'tom', 'ann'], await head())).keys()]).toEqual(['tom', 'ann']);
    });

    it('know nothing of who is erased', async () => {
      await log.attach('p1', 'lea', ['email', 'lea@acme.example']);
      await log.attach('p2', 'tom', ['email', 'tom@acme.example']);
      await log.endUser('lea', 'EndUserErased', { scope: 'profile', members: [] });
      await log.erase(streamOf.contactPoint('acme', 'p2'));
      database = await projected(log, kind);
      expect(await database.kysely.selectFrom('email_domain').selectAll().execute()).toEqual([]);
    });

    it('go by the claims as they are now, each since when it was made without a break', async () => {
      const first = await claims('x', claim('acme.example', { subdomains: true, except: ['a.acme.example'], precedence: 7 }), claim('b.example'));
      database = await projected(log, kind);
      expect(await directory().claimsOf('acme', ['acme.example', 'c.example'], first)).toEqual([
        { organizationId: 'x', domain: 'acme.example', subdomains: true, except: ['a.acme.example'], precedence: 7, since: first },
      ]);
      const second = await claims('x', claim('acme.example', { precedence: 8 }), claim('c.example'));
      await project(log, database);
      const known = await directory().claimsOf('acme', ['acme.example', 'b.example', 'c.example'], second);
      expect(known.map(({ domain, precedence, since }) => [domain, precedence, since])).toEqual([
        ['acme.example', 8, first],
        ['c.example', 100, second],
      ]);
      const third = await claims('x', claim('acme.example'), claim('b.example'));
      await claims('y', claim('b.example'));
      await project(log, database);
      expect((await directory().claimsOf('acme', ['b.example'], third)).map(({ organizationId, since }) => [organizationId, since])).toEqual([
        ['x', third],
        ['y', third + 1n],
      ]);
    });

    it('go by no claim of an organization that was deleted, nor of one that is one with it', async () => {
      for (const id of ['x', 'y', 'z']) await claims(id, claim('acme.example'));
      await merge('x', 'y');
      database = await projected(log, kind);
      expect(await claiming('acme.example')).toEqual(['x acme.example', 'y acme.example', 'z acme.example']);
      await remove('y');
      await project(log, database);
      expect(await claiming('acme.example')).toEqual(['z acme.example']);
      await unmerge('x');
      await remove('z');
      await project(log, database);
      expect(await claiming('acme.example')).toEqual(['x acme.example']);
    });

    it('tell whether a tenant claims anything at all', async () => {
      await log.person('lea', 'Léa');
      database = await projected(log, kind);
      const one = directory();
      expect(await one.hasClaims('acme', await head())).toBe(false);
      await claims('x', claim('acme.example'));
      await project(log, database);
      expect([await one.hasClaims('acme', await head()), await one.hasClaims('other', await head())]).toEqual([true, false]);
    });
  });

  describe('are looked for', () => {
    const found = async (which: Parameters<ProjectedMembershipDirectory['concerned']>[1], after = '', limit = 100) =>
      directory().concerned('acme', which, after, limit, await head());
    beforeEach(async () => {
      const at = { a1: 'acme.example', a2: 'shop.acme.example', b1: 'b.example', b2: 'a.shop.acme.example', c1: 'workacme.example', c2: 'acme.example' };
      for (const [id, domain] of Object.entries(at)) await log.attach(`p-${id}`, id, ['email', `me@${domain}`]);
      await log.attach('p-a1-2', 'a1', ['email', 'other@acme.example']);
      await log.attach('p-o', 'o', ['email', 'me@acme.example'], { tenant: 'other' });
      for (const id of ['a2', 'd1', 'd2']) await join(id, 'x');
      await join('d3', 'y');
      database = await projected(log, kind);
    });

    it('by domain and below, by organization, and all, each once and in order', async () => {
      expect(await found({ domains: ['acme.example'] })).toEqual(['a1', 'a2', 'b2', 'c2']);
      expect(await found({ domains: ['shop.acme.example', 'b.example'] })).toEqual(['a2', 'b1', 'b2']);
      expect(await found({ memberOf: ['x'] })).toEqual(['a2', 'd1', 'd2']);
      expect(await found({ memberOf: ['x', 'y'], domains: ['b.example', 'shop.acme.example'] })).toEqual(['a2', 'b1', 'b2', 'd1', 'd2', 'd3']);
      expect(await found({ all: true })).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2']);
      expect(await found({})).toEqual([]);
    });

    it('page by page', async () => {
      for (const which of [
        { all: true as const, memberOf: ['x'] },
        { memberOf: ['x', 'y'], domains: ['b.example', 'acme.example'] },
      ]) {
        const pages: string[] = [];
        for (let after = ''; ; after = pages.at(-1) ?? '') {
          const page = await found(which, after, 2);
          pages.push(...page);
          if (page.length < 2) break;
        }
        expect(pages).toEqual(await found(which));
      }
    });
  });

  it('are waited for, and given up with a reason', async () => {
    await log.attach('p1', 'lea', ['email', 'lea@acme.example']);
    database = await projected(log, kind);
    const one = directory();
    await log.attach('p2', 'lea', ['email', 'lea@b.example']);
    const late = one.heldDomains('acme', ['lea'], await head());
    await project(log, database);
    expect((await late).get('lea')).toHaveLength(2);
    let time = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => (time += 500));
    await expect(one.hasClaims('acme', 99n)).rejects.toBeInstanceOf(HeldPointsBehind);
    await expect(one.concerned('acme', { all: true }, '', 5, 99n)).rejects.toBeInstanceOf(HeldPointsBehind);
  });

  it('are brought in line by work that is listed, the latest first', async () => {
    const sweep = (id: string) => streamOf.membershipSweep('acme', id);
    const occasions: Record<string, SweepOccasion> = {
      s1: { because: 'domains-changed', organizationId: 'x', domains: ['acme.example'] },
      s2: { because: 'organization-deleted', organizationId: 'y' },
      s3: { because: 'settings-changed', settingsVersion: 4 },
    };
    for (const [id, occasion] of Object.entries(occasions)) await log.append(sweep(id), 'MembershipSweepStarted', { occasion }, { recordedAt: nine });
    await log.append(sweep('s1'), 'MembershipSweepAdvanced', { after: 'e5', scanned: 5, joined: 2, left: 1 }, { recordedAt: ten });
    await log.append(sweep('s2'), 'MembershipSweepEnded', { scanned: 1, joined: 0, left: 1 }, { recordedAt: ten });
    database = await projected(log, kind);
    const lists = new ListMembershipSweepsHandler(database);
    const first = await lists.execute(new ListMembershipSweeps('acme', { limit: 2 }));
    const rest = await lists.execute(new ListMembershipSweeps('acme', { limit: 2, cursor: first.nextCursor ?? '' }));
    const none = {
      organizationId: null,
      domains: null,
      settingsVersion: null,
      startedAt: nine,
      advancedAt: null,
      endedAt: null,
      scanned: 0,
      joined: 0,
      left: 0,
    };
    expect([...first.items, ...rest.items]).toEqual([
      { ...none, sweepId: 's3', because: 'settings-changed', settingsVersion: 4 },
      { ...none, sweepId: 's2', because: 'organization-deleted', organizationId: 'y', advancedAt: ten, endedAt: ten, scanned: 1, left: 1 },
      { ...none, sweepId: 's1', because: 'domains-changed', organizationId: 'x', domains: ['acme.example'], advancedAt: ten, scanned: 5, joined: 2, left: 1 },
    ]);
    expect(rest.nextCursor).toBeNull();
    const find = new FindMembershipSweepHandler(database);
    expect(await find.execute(new FindMembershipSweep('acme', 's2'))).toEqual(first.items[1]);
    expect(await find.execute(new FindMembershipSweep('other', 's2'))).toBeUndefined();
  });
});
