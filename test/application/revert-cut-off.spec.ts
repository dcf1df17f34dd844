import { MemoryEventStore, MemoryKeyVault, type MemorySnapshot } from '@kith/adapters';
import { type Appended, EventStore, type NewEvent } from '@kith/application';
import { AttachContactPoint, ChangeEndUserProfile, CreateEndUser, RecordInteraction, Refusal, refuse, streamOf } from '@kith/domain';
import { ImportingDesk } from '../support/importing-desk';
import { asking, type InMemoryEngine, inMemoryEngine, TestClock } from '../support/in-memory-engine';

const email = (value: string) => ({ channel: 'email', value });

/** Something is done just before, or right after, an append; whoever throws there is dead from then on. */
class DisturbedStore extends EventStore {
  private appends = 0;
  private isDead = false;

  constructor(
    private readonly inner: EventStore,
    private readonly disturb: (append: number, when: 'before' | 'after') => Promise<void> | void,
  ) {
    super();
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    this.appends += 1;
    const { appends } = this;
    await this.at(appends, 'before');
    const appended = await this.inner.append(stream, expected, events);
    await this.at(appends, 'after');
    return appended;
  }
  readStream: EventStore['readStream'] = (stream, options) => this.inner.readStream(stream, options);
  readAll: EventStore['readAll'] = (options) => this.inner.readAll(options);
  subscribe: EventStore['subscribe'] = (options) => this.inner.subscribe(options);
  head = () => this.inner.head();
  close = () => this.inner.close();

  private async at(append: number, when: 'before' | 'after'): Promise<void> {
    if (this.isDead) throw new Error('the process is gone');
    try {
      await this.disturb(append, when);
    } catch (error) {
      this.isDead = true;
      throw error;
    }
  }
}

interface World {
  readonly log: MemorySnapshot;
  readonly vault: MemoryKeyVault;
  readonly clock: TestClock;
  readonly ids: Readonly<Record<'old' | 'edited' | 'idle' | 'made' | 'contacted' | 'late' | 'firm', string>>;
}

/** People of every kind after an import that is to be undone. */
async function imported(): Promise<World> {
  const [store, vault, clock] = [new MemoryEventStore(), new MemoryKeyVault({ seed: 'cut off' }), new TestClock()];
  const engine = await inMemoryEngine({ store, vault, clock });
  const create = async (name: string) =>
    (await engine.create.execute(new CreateEndUser(asking(), 'api', { name, tags: ['old'] }, [email(`${name}@example.org`)]))).endUserId;
  const [old, edited, idle] = [await create('old'), await create('edited'), await create('idle')];
  const desk = await ImportingDesk.begun(engine);
  const firm = await desk.createOrganization('Firm');
  const busy = await desk.createOrganization('Busy');
  const [made, contacted] = [
    await desk.create({ name: 'Made' }, email('made@example.org'), email('second@example.org')),
    await desk.create({ name: 'C' }, email('c@example.org')),
  ];
  for (const id of [old, edited]) {
    await desk.change(id, { name: 'Imported', notes: 'Imported', fields: { tier: 1 } });
    await desk.tag(id, 'imported');
    await desk.attach(id, email(`${id}@new.example`));
    await desk.choose(id, email(`${id}@new.example`));
    await desk.join(id, firm);
    await desk.suspend(id);
  }
  await desk.attach(idle, email('idle@new.example'));
  await desk.join(made, firm);
  await desk.join(contacted, busy);
  // A row that comes back to somebody whom an earlier one created.
  await desk.tag(made, 'again');
  const late = await desk.create({ name: 'Late' }, email('late@example.org'));
  await desk.end();
  await engine.change.execute(new ChangeEndUserProfile(asking(), edited, { name: 'Edited', fields: { tier: 2 } }));
  await hear(engine, 'c@example.org');
  await desk.askBack();
  return { log: store.snapshot(), vault, clock, ids: { old, edited, idle, made, contacted, late, firm } };
}

const hear = (engine: InMemoryEngine, address: string) =>
  engine.record.execute(
    new RecordInteraction(asking(), { source: 'desk', id: address, channel: 'email', via: 'email', direction: 'inbound', points: [email(address)] }),
  );

/** The world in a process of its own. */
async function processOn({ vault, clock }: World, store: EventStore): Promise<ImportingDesk> {
  return ImportingDesk.on(await inMemoryEngine({ store, vault, clock, ready: true }), 'import-1');
}

/** What became of every stream, but for how often pages were told. */
async function endOf(desk: ImportingDesk) {
  const { events } = await desk.engine.store.readAll({ after: 0n, limit: 10_000 });
  const streams = new Map<string, string[]>();
  for (const { stream, type, data, metadata } of events)
    if (!stream.startsWith('import-')) streams.set(stream, [...(streams.get(stream) ?? []), `${type} ${metadata.commandId} ${JSON.stringify(data)}`]);
  const { undone, kept, status } = await desk.job();
  return { streams: Object.fromEntries([...streams].sort()), undone, kept, status, told: await desk.kept() };
}

it('comes to the same when it is cut off at any append and goes on in another process', async () => {
  const world = await imported();
  let appends = 0;
  const whole = await processOn(
    world,
    new DisturbedStore(MemoryEventStore.from(world.log), (append) => {
      appends = append;
    }),
  );
  await whole.takeBack();
  const expected = await endOf(whole);
  expect(appends).toBeGreaterThan(15);
  expect(expected).toMatchObject({ status: 'reverted', undone: 6, kept: 4 });
  for (let at = 1; at <= appends; at++)
    for (const when of ['before', 'after'] as const) {
      const log = MemoryEventStore.from(world.log);
      const cut = await processOn(
        world,
        new DisturbedStore(log, (append, now) => {
          if (append === at && now === when) throw new Error('killed');
        }),
      );
      await expect(cut.takeBack()).rejects.toThrow();
      // What was under way beside it dies with it.
      await new Promise((resolve) => setImmediate(resolve));
      const next = await processOn(world, log);
      await next.takeBack();
      expect({ at, when, ...(await endOf(next)) }).toEqual({ at, when, ...expected });
    }
}, 60_000);

const mine = asking({ idempotencyKey: 'mine' });

/** What somebody else does meanwhile, and what must be so when it was not refused. */
const meanwhile: readonly {
  readonly what: string;
  readonly act: (engine: InMemoryEngine, ids: World['ids']) => Promise<unknown>;
  readonly holds: (desk: ImportingDesk, ids: World['ids']) => Promise<unknown>;
}[] = [
  {
    what: 'the name of somebody who was there is changed',
    act: (engine, { old }) => engine.change.execute(new ChangeEndUserProfile(mine, old, { name: 'Mine' })),
    holds: async ({ engine }, { old }) => expect(await nameOf(engine, old)).toBe('Mine'),
  },
  {
    what: 'somebody who came by the import is changed',
    act: (engine, { made }) => engine.change.execute(new ChangeEndUserProfile(mine, made, { name: 'Mine' })),
    holds: (desk, { made }) => isKept(desk, made, 'changed-since'),
  },
  {
    what: 'somebody who came by the import gets a contact point',
    act: (engine, { late }) => engine.attach.execute(new AttachContactPoint(mine, late, email('mine@example.org'))),
    holds: (desk, { late }) => isKept(desk, late, 'changed-since'),
  },
  {
    what: 'somebody who came by the import writes',
    act: async (engine, { made }) => {
      const { endUserId } = await hear(engine, 'made@example.org');
      // By then the address was free again, and it is somebody new.
      if (endUserId !== made) refuse('end-user-deleted');
    },
    holds: (desk, { made }) => isKept(desk, made, 'contacted-since'),
  },
  {
    what: 'somebody uses a contact point that the import attached',
    act: async (engine, { idle }) => {
      const { endUserId } = await hear(engine, 'idle@new.example');
      if (endUserId !== idle) refuse('end-user-deleted');
    },
    holds: async (desk, { idle }) => {
      const digest = (await desk.engine.identifiers.of('acme')).contactPoint('email', '', 'idle@new.example');
      expect((await desk.engine.creations.point('acme', digest)).state.holders.map(({ endUserId }) => endUserId)).toEqual([idle]);
      expect(await desk.kept()).toContainEqual({ kind: 'end-user', id: idle, field: 'contactPoint', code: 'contacted-since' });
    },
  },
];

it.each(meanwhile)(
  'loses nothing when $what at any moment',
  async ({ act, holds }) => {
    const world = await imported();
    let appends = 0;
    const count = new DisturbedStore(MemoryEventStore.from(world.log), (append) => {
      appends = append;
    });
    await (await processOn(world, count)).takeBack();
    let done = 0;
    for (let at = 1; at <= appends; at++) {
      const log = MemoryEventStore.from(world.log);
      const other = await processOn(world, log);
      let isDone = false;
      const desk = await processOn(
        world,
        new DisturbedStore(log, async (append, when) => {
          if (append !== at || when !== 'before') return;
          isDone = await act(other.engine, world.ids).then(
            () => true,
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error;
              return false;
            },
          );
        }),
      );
      await desk.takeBack();
      expect(await desk.job()).toMatchObject({ status: 'reverted' });
      if (isDone) await holds(desk, world.ids);
      if (isDone) done += 1;
    }
    expect(done).toBeGreaterThan(0);
  },
  60_000,
);

async function isKept(desk: ImportingDesk, id: string, code: string): Promise<void> {
  expect((await desk.engine.creations.endUser('acme', id)).state.status).toBe('active');
  expect(await desk.kept()).toContainEqual({ kind: 'end-user', id, field: '', code });
}

async function nameOf({ store, personal }: InMemoryEngine, id: string): Promise<unknown> {
  let name: unknown;
  for (const stored of await store.readStream(streamOf.endUser('acme', id))) {
    const { data } = await personal.open(stored);
    if ('name' in data) name = data.name;
  }
  return name;
}
