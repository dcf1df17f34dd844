import { FindEndUser, FindEndUserHandler, ProjectedHeldPoints, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { projected } from './projected';

describe.each(kinds)('the end user profile ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  async function found(id: string, tenant = 'acme') {
    database = await projected(log, kind);
    return new FindEndUserHandler(database).execute(new FindEndUser(tenant, id));
  }

  it('shows everything that was said at the creation, and null for what was not', async () => {
    const at = '2026-03-03T10:00:00.000Z';
    await log.attach('p1', 'lea', ['email', 'lea@example.org'], { verified: true, value: 'Lea@Example.org', occurredAt: at });
    await log.endUser(
      'lea',
      'EndUserCreated',
      { origin: 'api', name: 'Léa Martin', locale: 'fr', tags: ['vip'], fields: { plan: 'gold', seats: 3, trial: false } },
      { recordedAt: '2026-03-03T10:00:01.000Z' },
    );
    expect(await found('lea')).toEqual({
      etag: 'lea.2',
      endUser: {
        id: 'lea',
        canonicalId: 'lea',
        status: 'active',
        name: 'Léa Martin',
        locale: 'fr',
        timeZone: null,
        origin: 'api',
        tags: ['vip'],
        details: null,
        notes: null,
        fields: { plan: 'gold', seats: 3, trial: false },
        contactPoints: [
          { channel: 'email', scope: '', value: 'Lea@Example.org', key: 'lea@example.org', verified: true, primary: true, endUserId: 'lea', since: at },
        ],
        organizations: [],
        mergedFrom: [],
        sources: { name: 'lea', locale: 'lea', 'fields.plan': 'lea', 'fields.seats': 'lea', 'fields.trial': 'lea', 'tags.vip': 'lea' },
        createdAt: '2026-03-03T10:00:01.000Z',
        updatedAt: '2026-03-03T10:00:01.000Z',
        lastInteractionAt: null,
        revision: 0,
      },
    });
  });

  it('knows no end user of another tenant, none that is only claimed for, and none that was abandoned', async () => {
    await log.person('lea', 'Léa');
    await log.attach('p1', 'claimed', ['email', 'c@example.org']);
    await log.endUser('lost', 'EndUserCreationAbandoned', { lostPoint: 'p1', holderId: 'lea' });
    expect(await found('lea', 'other')).toBeUndefined();
    await database.close();
    expect(await found('claimed')).toBeUndefined();
    await database.close();
    expect(await found('lost')).toBeUndefined();
  });

  it.each([
    ['EndUserSuspended', 'suspended'],
    ['EndUserReinstated', 'active'],
    ['EndUserDeleted', 'deleted'],
  ] as const)('shows after %s the status %s, with the revision of its own stream', async (type, status) => {
    await log.person('lea', 'Léa');
    await log.endUser('lea', 'EndUserSuspended', {});
    await log.endUser('lea', type, {}, { recordedAt: '2026-04-01T00:00:00.000Z' });
    const shown = await found('lea');
    expect(shown?.endUser).toMatchObject({ status, revision: 2, updatedAt: '2026-04-01T00:00:00.000Z' });
    expect(shown?.etag).toBe('lea.3');
  });

  it('takes the first point of each channel that is still held as its primary one', async () => {
    await log.person('lea', 'Léa', [
      ['email', 'a@example.org'],
      ['email', 'b@example.org'],
      ['phone', '+331'],
    ]);
    expect((await found('lea'))?.endUser.contactPoints.map(({ key, primary }) => [key, primary])).toEqual([
      ['a@example.org', true],
      ['b@example.org', false],
      ['+331', true],
    ]);
    await database.close();
    await log.release('email-a@example.org', 'lea');
    expect((await found('lea'))?.endUser.contactPoints.map(({ key, primary }) => [key, primary])).toEqual([
      ['b@example.org', true],
      ['+331', true],
    ]);
  });

  it('has another etag after each event that changes what is shown, and after no other', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    const steps: [string, () => Promise<unknown>, boolean][] = [
      ['attached', () => log.attach('p2', 'lea', ['phone', '+331']), true],
      ['verified', () => log.point('p2', 'ContactPointVerified', { endUserId: 'lea' }), true],
      ['shared', () => log.point('p2', 'ContactPointShared', {}), false],
      ['released', () => log.release('p2', 'lea'), true],
      ['heard of', () => log.interaction('i1', 'lea', { occurredAt: '2026-05-01T00:00:00.000Z' }), true],
      ['an older interaction', () => log.interaction('i2', 'lea', { occurredAt: '2026-04-01T00:00:00.000Z' }), false],
      ['somebody else', () => log.person('tom', 'Tom'), false],
    ];
    const changes: [string, boolean][] = [];
    let before = await found('lea');
    for (const [what, step] of steps) {
      await step();
      await database.close();
      const after = await found('lea');
      changes.push([what, after?.etag !== before?.etag]);
      before = after;
    }
    expect(changes).toEqual(steps.map(([what, , changed]) => [what, changed]));
    expect(before?.endUser.lastInteractionAt).toBe('2026-05-01T00:00:00.000Z');
  });

  it('counts an interaction for the end user it was assigned to, at the time it took place', async () => {
    await log.person('lea', 'Léa');
    await log.interaction('i1', null, { occurredAt: '2026-05-01T00:00:00.000Z' });
    await log.assign('i1', 'lea', { occurredAt: '2026-06-01T00:00:00.000Z' });
    expect((await found('lea'))?.endUser.lastInteractionAt).toBe('2026-05-01T00:00:00.000Z');
    expect(await database.kysely.selectFrom('unassigned_interaction').selectAll().execute()).toEqual([]);
  });

  it('keeps the bare id of a profile whose key is destroyed, and nothing that reads "erased" as a value', async () => {
    await log.person('lea', 'Léa', [['email', 'a@example.org']]);
    await log.endUser('lea', 'EndUserSuspended', { reason: 'asked for it' });
    await log.erase('endUser-acme.lea');
    await log.erase('contactPoint-acme.email-a@example.org');
    const shown = await found('lea');
    expect(shown?.endUser).toMatchObject({ status: 'erased', name: null, details: null, tags: [], fields: {}, contactPoints: [], sources: {} });
  });

  it('counts held points for each channel', async () => {
    await log.person('lea', 'Léa', [
      ['email', 'a@example.org'],
      ['email', 'b@example.org'],
      ['phone', '+331'],
    ]);
    await log.release('email-b@example.org', 'lea');
    database = await projected(log, kind);
    const held = new ProjectedHeldPoints(database);
    expect(await held.count('acme', 'lea', 'email')).toBe(1);
    expect(await held.count('acme', 'lea', 'whatsapp')).toBe(0);
    expect(await held.count('other', 'lea', 'email')).toBe(0);
  });
});
