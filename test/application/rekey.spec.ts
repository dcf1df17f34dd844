import { cloudEvent, type FedEvent } from '@kith/application';
import fc from 'fast-check';
import { LinkedLog } from './linked-log';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

/** One thing that is asked for or goes on: a merge of two, the end of one of the merges, a step of something under way. */
type Ask = readonly [what: 'merge' | 'unmerge' | 'go on', one: number, other: number];
const asks = fc.array(fc.tuple(fc.constantFrom<Ask[0]>('merge', 'merge', 'unmerge', 'go on', 'go on', 'go on'), fc.nat(30), fc.nat(5)), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});

function happened(asked: readonly Ask[]): LinkedLog {
  const log = new LinkedLog(ids);
  for (const [what, one, other] of asked)
    if (what === 'merge') log.merge(ids[one % ids.length] as string, ids[other] as string);
    else if (what === 'unmerge') log.unmerge(one);
    else log.goOn(one);
  log.finish();
  return log;
}

/** The rule of docs/how-to/follow-events.md: a row for each id that ever led elsewhere, and looking it up until an id leads to itself. */
class Rekeyed {
  protected readonly rows = new Map<string, { readonly canonicalId: string; readonly position: bigint }>();

  take({ rekey, position }: FedEvent): void {
    for (const { endUserId, canonicalId } of rekey ?? []) this.put(endUserId, canonicalId, BigInt(position));
  }

  put(endUserId: string, canonicalId: string, position: bigint): void {
    this.rows.set(endUserId, { canonicalId, position });
  }

  canonicalOf(id: string): string {
    for (let [seen, at] = [new Set<string>(), id]; ; ) {
      const next = this.rows.get(at)?.canonicalId ?? at;
      if (next === at) return at;
      if (seen.has(at)) throw new Error(`${id} leads in a circle`);
      seen.add(at);
      at = next;
    }
  }
}

/** The same for whoever gets events in another order than that of the log: what is later in the log wins. */
class RekeyedInAnyOrder extends Rekeyed {
  override put(endUserId: string, canonicalId: string, position: bigint): void {
    if (position > (this.rows.get(endUserId)?.position ?? 0n)) super.put(endUserId, canonicalId, position);
  }
}

/** What the views show: they follow the seal of each profile, and nothing else. */
function shownAfter(events: readonly FedEvent[]): Rekeyed {
  const view = new Rekeyed();
  for (const { type, subject, rekey, position } of events)
    if (type === 'EndUserMerged' || type === 'EndUserUnmerged') view.put(subject as string, rekey?.[0]?.canonicalId as string, BigInt(position));
  return view;
}

const ends = (of: { canonicalOf(id: string): string }) => ids.map((id) => of.canonicalOf(id));

describe('whoever keeps ids of end users and follows the feed', () => {
  it('comes to the canonical end user of every id, however late each step of each merge and unmerge is, and never to a circle', () =>
    fc.assert(
      fc.property(asks, (asked) => {
        const log = happened(asked);
        const kept = new Rekeyed();
        for (const event of log.events) {
          kept.take(event);
          ends(kept);
        }
        expect(ends(kept)).toEqual(ends(log));
      }),
      { numRuns: 1000 },
    ));

  it('may begin in the middle, with the canonical end users that the views show there or later', () =>
    fc.assert(
      fc.property(asks, fc.nat(), fc.array(fc.nat(9), { minLength: ids.length, maxLength: ids.length }), (asked, cut, later) => {
        const log = happened(asked);
        const begin = cut % (log.events.length + 1);
        const kept = new Rekeyed();
        for (const [i, id] of ids.entries()) kept.put(id, shownAfter(log.events.slice(0, begin + (later[i] ?? 0))).canonicalOf(id), 0n);
        for (const event of log.events.slice(begin)) kept.take(event);
        expect(ends(kept)).toEqual(ends(log));
      }),
      { numRuns: 1000 },
    ));

  it('comes to the same when events arrive in any order and twice, and the later one in the log wins', () =>
    fc.assert(
      fc.property(
        asks.chain((asked) => {
          const log = happened(asked);
          return fc.record({ log: fc.constant(log), events: fc.shuffledSubarray([...log.events, ...log.events], { minLength: 2 * log.events.length }) });
        }),
        ({ log, events }) => {
          const kept = new RekeyedInAnyOrder();
          for (const event of events) kept.take(event);
          expect(ends(kept)).toEqual(ends(log));
        },
      ),
      { numRuns: 300 },
    ));
});

describe('a webhook', () => {
  const told = (event: FedEvent) => JSON.parse(cloudEvent('acme', event, false)) as { readonly data: object };

  it('is told with the data of a merge and of an unmerge which ids lead elsewhere, because attributes hold no lists', () => {
    const log = new LinkedLog(ids);
    log.merge('a', 'b');
    log.finish();
    log.merge('c', 'a');
    log.finish();
    log.unmerge(1);
    log.finish();
    const rekeys = log.events.map((event) => [event.type, (told(event).data as { rekey?: unknown }).rekey]);
    const to = (canonicalId: string) => ['a', 'b'].map((endUserId) => ({ endUserId, canonicalId }));
    expect(rekeys.filter(([, rekey]) => rekey !== undefined)).toEqual([
      ['EndUserMerged', [{ endUserId: 'b', canonicalId: 'a' }]],
      ['EndUserMerged', to('c')],
      ['EndUserUnmerged', to('a')],
    ]);
    expect(log.events.length).toBeGreaterThan(rekeys.filter(([, rekey]) => rekey !== undefined).length);
  });
});
