import { MemoryKeyVault } from '@kith/adapters';
import { PersonalData, SystemClock } from '@kith/application';
import {
  CheckpointMoved,
  dump,
  type Params,
  type Projection,
  type ProjectionName,
  type ProjectionStatus,
  Projector,
  projectionNames,
  projections,
  type ReadDatabase,
  ReadModels,
  ReadModelsBehind,
  statement,
} from '@kith/read-models';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';

/** The real projections, one of which fails at an event type as long as `failure` says so. */
function failing(name: ProjectionName, type: keyof Projection['on'], failure: () => Error | undefined): readonly Projection[] {
  return projections.map((one) => {
    if (one.name !== name) return one;
    const handler = one.on[type];
    const sabotaged = (event: never) => {
      const error = failure();
      if (error) throw error;
      return handler?.(event) ?? [];
    };
    return { ...one, on: { ...one.on, [type]: sabotaged } };
  });
}

/** A statement that no database runs. */
const broken = statement((db, _: Params<object>) => db.deleteFrom('no_such_table' as 'end_user'))({});

describe.each(kinds)('the projector ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  const ends: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    log = new TestLog();
    database = await kind.make();
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await database.close();
  });

  function running(withProjections?: readonly Projection[], personalData = log.personalData): Projector {
    const projector = new Projector(log.store, personalData, database, new SystemClock(), withProjections);
    const ended = projector.run().catch(() => undefined);
    ends.push(() => {
      projector.stop();
      return ended;
    });
    return projector;
  }

  async function until(projector: Projector, met: (lanes: Record<string, ProjectionStatus>) => boolean): Promise<Record<string, ProjectionStatus>> {
    for (;;) {
      const lanes = Object.fromEntries((await projector.status()).map((lane) => [lane.name, lane]));
      if (met(lanes)) return lanes;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  const count = async (table: 'timeline_entry' | 'email_lookup' | 'end_user' | 'holding') =>
    (await database.kysely.selectFrom(table).selectAll().execute()).length;

  it('stops only the projection that fails, before the event at fault, and says so without personal data', async () => {
    let broken = true;
    await log.person('lea', 'Léa Martin', [['email', 'lea@example.org']]);
    const fault = await log.endUser('lea', 'EndUserSuspended', { reason: 'Léa Martin was rude' });
    await log.person('tom', 'Tom', [['email', 'tom@example.org']]);
    const head = await log.store.head();
    const projector = running(failing('timeline', 'EndUserSuspended', () => (broken ? new Error('cannot take "Léa Martin was rude"') : undefined)));
    const lanes = await until(projector, ({ timeline, holding }) => timeline?.state === 'stopped' && holding?.position === head);
    expect(lanes.timeline).toMatchObject({
      state: 'stopped',
      position: fault - 1n,
      stopped: { position: fault, type: 'EndUserSuspended', stream: 'endUser-acme.lea', reason: 'Error', attempts: 1 },
      lag: { events: head - fault + 1n },
    });
    expect(lanes.timeline?.lag.seconds).toBeGreaterThan(0);
    for (const name of ['contact-lookup', 'end-user-profile', 'holding'])
      expect(lanes[name]).toMatchObject({ state: 'in-step', position: head, stopped: undefined });
    expect([await count('timeline_entry'), await count('email_lookup'), await count('end_user')]).toEqual([2, 2, 2]);

    broken = false;
    await projector.retry('timeline');
    expect((await projector.status()).every(({ state, position, stopped }) => state === 'in-step' && position === head && !stopped)).toBe(true);
    expect(await count('timeline_entry')).toBe(5);
  });

  it('tries a stopped projection again by itself, with growing pauses, and keeps in step with the others afterwards', async () => {
    let failures = 0;
    await log.person('lea', 'Léa');
    const projector = running(failing('timeline', 'EndUserCreated', () => (failures++ < 2 ? new Error('not yet') : undefined)));
    const lanes = await until(projector, ({ timeline }) => (timeline?.stopped?.attempts ?? 0) === 2);
    const { retryAt = 0, since = 0 } = lanes.timeline?.stopped ?? {};
    expect(retryAt - since).toBeGreaterThanOrEqual(700);
    await until(projector, ({ timeline }) => timeline?.state === 'in-step');
    const head = await log.person('tom', 'Tom');
    await until(projector, ({ timeline }) => timeline?.position === head);
    expect(await count('timeline_entry')).toBe(2);
  });

  it('finds the projection at fault when the database refuses a row, and loses nothing of the others', async () => {
    const blocking = { tenant: 'acme', scope: '', key: 'lea@example.org', end_user_id: 'lea', point_id: 'x', verified: 0, shared: 0, since: '', position: 0 };
    await database.kysely.insertInto('email_lookup').values(blocking).execute();
    await log.person('tom', 'Tom', [['email', 'tom@example.org']]);
    await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
    const head = await log.person('eva', 'Eva', [['email', 'eva@example.org']]);
    const projector = running();
    const lanes = await until(projector, (all) => all['contact-lookup']?.state === 'stopped' && all.holding?.position === head);
    expect(lanes['contact-lookup']).toMatchObject({ position: 2n, stopped: { position: 3n, stream: 'contactPoint-acme.email-lea@example.org' } });
    expect(lanes['contact-lookup']?.stopped?.reason).toBe(kind.reasonOfTwice);
    expect([await count('end_user'), await count('holding'), await count('timeline_entry')]).toEqual([3, 3, 6]);
    expect(await count('email_lookup')).toBe(2);

    await database.kysely.deleteFrom('email_lookup').where('point_id', '=', 'x').execute();
    await projector.retry('contact-lookup');
    expect(await count('email_lookup')).toBe(3);
  });

  it('stops those who need an event whose key the vault does not know, and all at an event of an unknown type', async () => {
    await log.append('tenant-acme', 'TenantCreated', {});
    const interaction = await log.interaction('i1', null);
    const other = new PersonalData(new MemoryKeyVault({ seed: 'another' }));
    const projector = running(projections, other);
    let lanes = await until(projector, ({ timeline, holding }) => timeline?.state === 'stopped' && holding?.position === interaction);
    expect(lanes['end-user-profile']).toMatchObject({ state: 'stopped', position: interaction - 1n });
    expect(lanes.timeline?.stopped?.reason).toMatch(/^the key vault knows no key /);
    expect(lanes['contact-lookup']).toMatchObject({ state: 'in-step', position: interaction });

    const unknown = await log.appendRaw('endUser-acme.lea', 'EndUserTeleported', { where: 'Mars' });
    await log.append('tenant-other', 'TenantCreated', {}, { tenant: 'other' });
    lanes = await until(projector, (all) => all.holding?.state === 'stopped' && all['contact-lookup']?.state === 'stopped');
    expect(lanes.holding?.stopped).toMatchObject({ position: unknown, type: 'EndUserTeleported', reason: 'unknown event type EndUserTeleported' });
    expect(lanes.holding?.position).toBe(unknown - 1n);
  });

  it('passes events that no projection wants, so that whoever waits for them is answered', async () => {
    const projector = running();
    const position = await log.append('settings-acme', 'SettingsChanged', { version: 1, changes: {} });
    const lanes = await until(projector, (all) => all.timeline?.position === position);
    expect(Object.values(lanes).map((lane) => lane.position)).toEqual(projectionNames.map(() => position));
  });

  it('goes on after a crash where rows and checkpoint stand, applying nothing twice and leaving nothing out', async () => {
    await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
    const first = await kind.make();
    await project(log, first);
    await log.person('tom', 'Tom', [['email', 'tom@example.org']]);
    // The process ends within its last transaction: after the rows, before the commit.
    const apply = first.apply.bind(first);
    first.apply = (statements, moves) => apply([...statements, broken], moves);
    await project(log, first);
    const second = await kind.again(first);
    expect([...(await second.checkpoints()).values()]).toEqual(projectionNames.map(() => 2n));
    await project(log, second);
    await project(log, database);
    expect(await dump(second.kysely)).toEqual(await dump(database.kysely));
    expect(await count('email_lookup')).toBe(2);
    await second.close();
    first.apply = apply;
    await first.close();
  });

  it('takes up each projection where it stood, when they stood at different places', async () => {
    await log.person('lea', 'Léa', [['email', 'lea@example.org']]);
    await log.endUser('lea', 'EndUserSuspended', {});
    await log.release('email-lea@example.org', 'lea');
    await project(
      log,
      database,
      failing('timeline', 'EndUserSuspended', () => new Error('broken')),
    );
    expect(new Set((await database.checkpoints()).values())).toEqual(new Set([2n, 4n]));
    await log.attach('email-lea@example.org', 'lea', ['email', 'lea@example.org']);
    const lanes = await (await project(log, database)).status();
    expect(lanes.map(({ state, position }) => [state, position])).toEqual(lanes.map(() => ['in-step', 5n]));
    const whole = await kind.make();
    await project(log, whole);
    expect(await dump(database.kysely)).toEqual(await dump(whole.kysely));
    await whole.close();
  });

  it('stands back when another projector is at work on the same database', async () => {
    await log.person('lea', 'Léa');
    const first = new Projector(log.store, log.personalData, database, new SystemClock());
    const ended = first.run();
    const outcome = expect(ended).rejects.toThrow(CheckpointMoved);
    await until(first, ({ timeline }) => timeline?.position === 1n);
    await database.kysely.updateTable('checkpoint').set({ position: 2 }).where('name', '=', 'timeline').execute();
    await log.person('tom', 'Tom');
    await outcome;
    // Nothing of the stretch it stood back from is written.
    expect(await count('end_user')).toBe(1);
  });

  it('applies each event as it comes and tells those who wait for it', async () => {
    const projector = running();
    const readModels = new ReadModels(database);
    projector.onProgress((positions) => readModels.progressed(positions));
    const applied = async (name: ProjectionName) => (await database.checkpoints()).get(name);
    for (let i = 0; i < 30; i++) {
      const position = await log.person(`p${i}`, 'P');
      await readModels.waitFor(position, ['end-user-profile', 'timeline'], 5_000);
      expect([await applied('end-user-profile'), await applied('timeline')]).toEqual([position, position]);
      expect(await count('end_user')).toBe(i + 1);
    }
  });

  it('says which read models are behind when the time is up, and waits for no other', async () => {
    const projector = running(failing('timeline', 'EndUserCreated', () => new Error('broken')));
    const readModels = new ReadModels(database);
    projector.onProgress((positions) => readModels.progressed(positions));
    const position = await log.person('lea', 'Léa');
    await readModels.waitFor(position, ['end-user-profile'], 1000);
    await expect(readModels.waitFor(position, ['end-user-profile', 'timeline'], 20)).rejects.toEqual(new ReadModelsBehind(['timeline']));
    await expect(readModels.waitFor(10n ** 12n, ['end-user-profile'], 20)).rejects.toThrow(ReadModelsBehind);
  });

  it('knows what was applied before it was told of any progress', async () => {
    const position = await log.person('lea', 'Léa');
    await project(log, database);
    await expect(new ReadModels(database).waitFor(position, ['timeline'], 0)).resolves.toBeUndefined();
  });
});
