import type { EventStore } from '@kith/application';
import { type DomainEvent, idInStream, type Recorded, streamOf } from '@kith/domain';
import fc from 'fast-check';
import { Exporting } from '../support/exporting';
import { type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { type Doing, doings, ToldPeople, tokenPattern } from '../support/told-people';

jest.setTimeout(120_000);

/** Random histories that are tried; with many, each kind of event must have come up. */
const cases = Number(process.env.KITH_EXPORT_CASES ?? 3);

/** Whose words are which, told by the log itself in the plainest way: an event at a time, whatever it costs. */
class WordsOf {
  private constructor(private readonly events: readonly Recorded<DomainEvent>[]) {}

  static async log({ store, personal }: InMemoryEngine): Promise<WordsOf> {
    return new WordsOf(await Promise.all((await all(store)).map((event) => personal.open(event))));
  }

  /** Who is one with a profile today: by the links that stand. */
  clusterOf(id: string, ids: readonly string[]): readonly string[] {
    const survivors = new Map<string, string>();
    for (const { type, stream, data } of this.events) {
      if (type === 'EndUserMerged') survivors.set(idInStream(stream), (data as { survivorId: string }).survivorId);
      if (type === 'EndUserUnmerged') survivors.delete(idInStream(stream));
    }
    const root = (one: string): string => (survivors.has(one) ? root(survivors.get(one) as string) : one);
    return ids.filter((one) => root(one) === root(id));
  }

  /** All that is to be in the export of these profiles. */
  of(profileIds: readonly string[]): ReadonlySet<string> {
    const keys = new Set(profileIds.map((id) => this.events.find(({ stream }) => stream === streamOf.endUser('acme', id))?.keyId));
    const tokens = new Set<string>();
    for (const event of this.events) {
      const owner = this.ownerOfRecord(event.stream);
      const isTheirs = owner === undefined ? event.keyId !== undefined && keys.has(event.keyId) : owner !== null && profileIds.includes(owner);
      // Of a ticket that was another's, why that was corrected is told of the other one.
      if (!isTheirs || (event.type === 'TicketRequesterCorrected' && !keys.has(event.keyId))) continue;
      for (const [token] of JSON.stringify(event.data).toLowerCase().matchAll(tokenPattern)) tokens.add(token);
    }
    return tokens;
  }

  /** Every word of everybody. */
  get everyones(): ReadonlySet<string> {
    return new Set(this.events.flatMap(({ data }) => JSON.stringify(data).toLowerCase().match(tokenPattern) ?? []));
  }

  /** Of an interaction or a ticket whose it is today; undefined for other streams. */
  private ownerOfRecord(stream: string): string | null | undefined {
    const own = this.events.filter((event) => event.stream === stream);
    const corrected = own.findLast((event) => event.type === 'TicketRequesterCorrected');
    const [first] = own;
    if (first?.type === 'TicketOpened') return corrected?.type === 'TicketRequesterCorrected' ? corrected.data.requesterId : first.data.requesterId;
    if (first?.type !== 'InteractionRecorded') return undefined;
    const assigned = own.find((event) => event.type === 'InteractionAssigned');
    let [owner, since] = [first.data.endUserId, first.position];
    if (assigned?.type === 'InteractionAssigned') [owner, since] = [assigned.data.endUserId, assigned.position];
    for (const event of this.events) {
      if (event.type !== 'ContactPointReleased' || event.position < since || idInStream(event.stream) !== first.data.contactPointId) continue;
      if (event.data.endUserId === owner && event.data.cause === 'corrected' && event.data.to !== undefined) owner = event.data.to;
    }
    return owner;
  }
}

const all = async (store: EventStore) => (await store.readAll({ after: 0n, limit: 100_000 })).events;
const tokensIn = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(tokenPattern) ?? [])].sort();

describe('an access export', () => {
  it('has every word that is kept of the person, and no word of anybody else, whatever happened', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(doings, async (program: readonly Doing[]) => {
        const engine = await inMemoryEngine();
        const people = new ToldPeople(engine);
        await people.begin();
        await people.perform(program);
        const exporting = await Exporting.of(engine);
        const words = await WordsOf.log(engine);
        for (const { type } of await all(engine.store)) seen.add(type);
        for (const id of people.ids) {
          const expected = [...words.of(words.clusterOf(id, people.ids))].sort();
          const json = await exporting.json(id);
          expect(tokensIn(json)).toEqual(expected);
          expect(tokensIn(await exporting.page(id))).toEqual(expected);
          expect(JSON.parse(json)).toMatchObject({ format: 'kith-access-export/1', complete: true });
        }
        await exporting.database.close();
      }),
      { numRuns: cases, endOnFailure: true },
    );
    const kinds = ['EndUserMerged', 'EndUserUnmerged', 'InteractionAssigned', 'TicketRequesterCorrected', 'ContactPointShared', 'EndUsersDeclaredDifferent'];
    for (const type of cases >= 30 ? kinds : []) expect([type, seen.has(type)]).toEqual([type, true]);
  });
});
