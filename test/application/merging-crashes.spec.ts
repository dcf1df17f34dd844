import type { StoredEvent } from '@kith/application';
import type { Program } from '../support/explore';
import { logFrom } from '../support/merging-explore';
import { endUsers, type Kind, organizations } from '../support/merging-kinds';
import { Beginning } from '../support/merging-programs';
import { WrappedStore } from '../support/merging-store';

/** Profiles, what happened to them before, and the command that is cut off. */
type Case = readonly [string, string, readonly ((at: Beginning, ids: readonly string[]) => Program)[]];

const merged = (two: string) => (at: Beginning) => at.merge(two, `before ${two}`);
const cases: readonly Case[] = [
  ['a merge into the lower id', 'ab', [(at) => at.merge('ab')]],
  ['a merge into the higher id', 'ab', [(at) => at.merge('ba')]],
  ['a merge of two clusters', 'abcd', [merged('cd'), merged('ba'), (at) => at.merge('da')]],
  ['an unmerge', 'ab', [merged('ab'), (at, ids) => at.unmerge(ids[0] ?? '')]],
  ['an unmerge of the survivor with the higher id', 'ab', [merged('ba'), (at, ids) => at.unmerge(ids[0] ?? '')]],
  ['an unmerge at the bottom of a chain', 'abcd', [merged('ab'), merged('ca'), merged('dc'), (at, ids) => at.unmerge(ids[0] ?? '')]],
  ['an unmerge in the middle of a chain', 'abcd', [merged('ab'), merged('ca'), merged('dc'), (at, ids) => at.unmerge(ids[1] ?? '')]],
  ['an unmerge of one alone', 'abcd', [merged('bc'), merged('bd'), merged('ab'), (at, ids) => at.unmerge(ids[2] ?? '', true)]],
  ['a declaration', 'ab', [(at) => at.declare('ab')]],
  ['a declaration of two members', 'abcd', [merged('ab'), merged('dc'), (at) => at.declare('cb')]],
  ['a withdrawal', 'ab', [(at) => at.declare('ab'), (at, ids) => at.withdraw(ids[0] ?? '')]],
];

class Crash extends Error {
  override readonly name = 'Crash';
}

/** Everything but the last program has happened. */
async function begun([, letters, programs]: Case, kind: Kind): Promise<{ beginning: Beginning; last: Program }> {
  const beginning = await Beginning.of(letters, undefined, kind);
  const ids: string[] = [];
  for (const one of programs.slice(0, -1)) ids.push(await beginning.done(one(beginning, ids)));
  return { beginning, last: programs.at(-1)?.(beginning, ids) as Program };
}

describe.each([
  ['end users', endUsers, cases],
  ['organizations', organizations, cases.filter(([what]) => what.includes('merge'))],
])('a crash at any call of the store, before or after it was made, with %s', (_, kind, possible) => {
  for (const one of possible)
    for (const isMade of [false, true])
      it(`leaves ${one[0]} as if it had not begun or had come to its end, by the reactors alone${isMade ? ', when the call was made' : ''}`, async () => {
        const { beginning, last } = await begun(one, kind);
        const links = (log: readonly StoredEvent[]) => Object.fromEntries(beginning.profilesIn(log));
        const whole = logFrom(beginning.log);
        await last.run(whole);
        const [before, after] = [links(beginning.log.events), links(whole.snapshot().events)];
        expect(after).not.toEqual(before);
        const outcomes = { before: 0, after: 0 };
        for (let calls = 0, isOver = false; !isOver; calls++) {
          const store = logFrom(beginning.log);
          isOver = await diesAfter(calls, isMade, store, last);
          const isBegun = store.snapshot().events.length > beginning.log.events.length;
          await beginning.settle(store, 0);
          expect({ calls, links: links(store.snapshot().events) }).toEqual({ calls, links: isBegun ? after : before });
          outcomes[isBegun ? 'after' : 'before']++;
        }
        expect(outcomes.before).toBeGreaterThan(0);
        expect(outcomes.after).toBeGreaterThan(1);
      });
});

/** Whether the program came to its end before it had made so many calls. */
async function diesAfter(calls: number, isMade: boolean, store: ReturnType<typeof logFrom>, { run }: Program): Promise<boolean> {
  let made = 0;
  const crashing = new WrappedStore(store, async (call) => {
    if (made++ < calls) return call();
    if (made - 1 === calls && isMade) await call();
    throw new Crash('the process is gone');
  });
  try {
    await run(crashing);
    return true;
  } catch (error) {
    if (error instanceof Crash) return false;
    throw error;
  }
}
