import { MemoryEventStore, SqliteReadDatabase } from '@kith/adapters';
import { type AsOf, PastLookups, type StoredEvent } from '@kith/application';
import { type DomainEvent, idInStream, type Recorded, streamOf } from '@kith/domain';
import { FindHolders, FindHoldersHandler, projections } from '@kith/read-models';
import fc from 'fast-check';
import { project } from '../read-models/projected';
import { type InMemoryEngine, inMemoryEngine, TestClock } from '../support/in-memory-engine';
import { type Act, acts, addresses, dayOf, performActs } from '../support/past-acts';

/** Questions about the past that are compared, at least. */
const questions = Number(process.env.KITH_PAST_QUESTIONS ?? 360);

const lookUps = (engine: InMemoryEngine) => new PastLookups(engine.store, engine.personal);
const eventsOf = async ({ store }: InMemoryEngine): Promise<readonly StoredEvent[]> => (await store.readAll({ after: 0n, limit: 100_000 })).events;

/** Acts, performed, until enough was asked about them. */
async function asked(told: boolean, compare: (engine: InMemoryEngine, ids: readonly string[], seed: number) => Promise<number>): Promise<number> {
  let count = 0;
  for (let seed = 1; count < questions; seed++) {
    const [all = []] = fc.sample(acts, { seed, numRuns: 1 }) as Act[][];
    const engine = await inMemoryEngine({ clock: new TestClock(Date.parse(told ? '2026-04-01T00:00:00Z' : '2026-03-03T10:00:00Z')) });
    count += await compare(engine, await performActs(engine, all, { told }), seed);
  }
  return count;
}

describe('a lookup as of a position', () => {
  it('answers what a lookup answers on read models that were replayed up to there', async () => {
    let held = 0;
    await asked(false, async (engine, ids, seed) => {
      // Somebody who was erased is nobody, then as now.
      const erased = ids[seed % 7];
      const created = erased && (await engine.store.readStream(streamOf.endUser('acme', erased), { limit: 1 }))[0];
      if (created) await engine.vault.destroy((created.data.personal as { k: string }).k);
      const events = await eventsOf(engine);
      const prefix = new MemoryEventStore();
      const database = await SqliteReadDatabase.temporary();
      const lookup = new FindHoldersHandler(database);
      let count = 0;
      for (const { stream, revision, position, type, data, metadata } of events) {
        expect((await prefix.append(stream, revision - 1, [{ type, data, metadata }])).position).toBe(position);
        if (Number(position) < 10 || (Number(position) + seed) % 6 > 0) continue;
        const only = projections.filter(({ name }) => name === 'contact-lookup');
        await project({ store: prefix, personalData: engine.personal }, database, only);
        for (const given of addresses) {
          const { channel, scope, key, digest } = await engine.points.identify('acme', given, '');
          const replayed = await lookup.execute(new FindHolders('acme', channel, scope, key));
          const found = await lookUps(engine).holders('acme', digest, { position });
          const shown = found && { channel, scope, key, shared: found.shared, holders: found.holders };
          expect({ seed, position, key, shown }).toEqual({ seed, position, key, shown: replayed });
          count++;
          held += replayed?.holders.length ?? 0;
        }
      }
      await database.close();
      return count;
    });
    expect(held).toBeGreaterThan(questions / 4);
  }, 120_000);
});

/** Everything that counts, folded as plainly as possible: all events of the log, one by one. */
function naively(events: readonly Recorded<DomainEvent>[], digest: string, { occurredBy = '~', recordedBy = '~' }: AsOf) {
  const holders = new Map<string, { since: string; verified: boolean }>();
  const people = new Map<string, { there: boolean; name: string | null; into?: string; at?: bigint }>();
  let shared = false;
  for (const { stream, position, metadata, ...event } of events) {
    if (metadata.occurredAt > occurredBy || metadata.recordedAt > recordedBy) continue;
    const person = people.get(idInStream(stream)) ?? { there: false, name: null };
    if (stream.startsWith('endUser-')) people.set(idInStream(stream), person);
    if (event.type === 'EndUserCreated') Object.assign(person, { there: true, name: event.data.name ?? null });
    if (event.type === 'EndUserProfileChanged' && event.data.name !== undefined) person.name = event.data.name;
    if (event.type === 'EndUserDeleted') person.there = false;
    if (event.type === 'EndUserRestored') person.there = true;
    if (event.type === 'EndUserMerged') Object.assign(person, { into: event.data.survivorId, at: position });
    if (event.type === 'EndUserUnmerged') delete person.into;
    if (idInStream(stream) !== digest) continue;
    if (event.type === 'ContactPointAttached') {
      holders.delete(event.data.endUserId);
      holders.set(event.data.endUserId, { since: metadata.occurredAt, verified: event.data.verified });
    }
    if (event.type === 'ContactPointVerified') Object.assign(holders.get(event.data.endUserId) ?? {}, { verified: true });
    if (event.type === 'ContactPointReleased') holders.delete(event.data.endUserId);
    if (event.type === 'ContactPointShared' || event.type === 'ContactPointUnshared') shared = event.type === 'ContactPointShared';
  }
  const pathOf = (id: string, path: string[] = []): string[] => {
    const into = people.get(id)?.into;
    return into === undefined || path.includes(into) || into === id ? [...path, id] : pathOf(into, [...path, id]);
  };
  const nameOf = (root: string) =>
    people.get(root)?.name ??
    [...people]
      .filter(([id, { name }]) => name !== null && id !== root && pathOf(id).includes(root))
      .sort(([, one], [, other]) => Number((one.at ?? 0n) - (other.at ?? 0n)))[0]?.[1].name ??
    null;
  const shown = [...holders].flatMap(([endUserId, hold]) => {
    const canonicalId = pathOf(endUserId).at(-1) ?? endUserId;
    return people.get(endUserId)?.there && people.get(canonicalId)?.there ? [{ endUserId, canonicalId, name: nameOf(canonicalId), ...hold }] : [];
  });
  return shown.length === 0 ? undefined : { shared, holders: shown };
}

describe('a lookup as of two times', () => {
  it('counts what had occurred by the one and was in the log by the other, as a naive fold of the whole log does', async () => {
    let [late, held] = [0, 0];
    await asked(true, async (engine, _, seed) => {
      const events = await Promise.all((await eventsOf(engine)).map((stored) => engine.personal.open(stored)));
      const recorded = events.map(({ metadata }) => metadata.recordedAt);
      let count = 0;
      for (let n = 0; n < 12; n++) {
        const occurredBy = dayOf(((seed * 7 + n * 5) % 28) + 1);
        const recordedBy = n % 3 === 0 ? undefined : recorded[(seed + n * 11) % recorded.length];
        const asOf: AsOf = { occurredBy, ...(recordedBy !== undefined && { recordedBy }) };
        for (const given of addresses) {
          const { digest } = await engine.points.identify('acme', given, '');
          const found = await lookUps(engine).holders('acme', digest, asOf);
          const expected = naively(events, digest, asOf);
          expect({ seed, asOf, shown: found && { shared: found.shared, holders: found.holders } }).toEqual({ seed, asOf, shown: expected });
          count++;
          held += expected ? 1 : 0;
          if (JSON.stringify(expected) !== JSON.stringify(naively(events, digest, { occurredBy }))) late++;
        }
      }
      return count;
    });
    // Both bounds have something to say.
    expect([held > questions / 4, late > questions / 20]).toEqual([true, true]);
  }, 120_000);
});
