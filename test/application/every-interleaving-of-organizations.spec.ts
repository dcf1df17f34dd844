import type { Race } from '../support/merging-explore';
import { organizations } from '../support/merging-kinds';
import { cases, exploring } from '../support/merging-scenarios';

/** What organizations can do to each other: they are never declared different, nor erased. */
const possible = cases.filter(([what]) => !/different|eras/.test(what));
const isLong = process.env.KITH_EXPLORE === 'long';
/** Those that show each rule of the protocol; `npm run test:explore` leaves none out. */
const brief = [
  'opposite merges',
  'a merge into the lower id against a delete of it',
  'a merge into the higher id against a delete of it',
  'a merge into the higher id against a delete of the other',
  'an unmerge against a merge of the survivor into another',
  'an unmerge against a merge of who is to come back',
];
const once: Partial<Race['allow']> = { reactions: 1 };

describe('every interleaving of merges and unmerges of organizations, each cut off anywhere, comes to rest by the reactors alone, with links that fit', () => {
  for (const one of possible.filter(([what]) => isLong || brief.includes(what)))
    it(one[0], async () => {
      const { states, logs, violation } = await exploring(one, once, undefined, false, organizations);
      console.log(`organizations, ${one[0]}: ${states} states, ${logs} logs`);
      expect([violation?.what ?? 'nothing is wrong', ...(violation?.trace ?? [])].join('\n')).toBe('nothing is wrong');
      expect(logs).toBeGreaterThan(4);
    }, 3_600_000);
});
