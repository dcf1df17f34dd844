import type { Program } from './explore';
import { exploreRace, type Found, type Race } from './merging-explore';
import type { Kind } from './merging-kinds';
import { Beginning, type Fault } from './merging-programs';

/** What is there before, and what then happens at once. */
export type Case = readonly [string, (fault?: Fault, kind?: Kind) => Promise<{ readonly beginning: Beginning; readonly programs: readonly Program[] }>];

const racing =
  (
    letters: string,
    programs: (at: Beginning, ids: readonly string[]) => readonly Program[],
    ...before: ((at: Beginning, ids: readonly string[]) => Program)[]
  ): Case[1] =>
  async (fault, kind) => {
    const beginning = await Beginning.of(letters, fault, kind);
    const ids: string[] = [];
    for (const one of before) ids.push(await beginning.done(one(beginning, ids)));
    return { beginning, programs: programs(beginning, ids) };
  };

type Before = (at: Beginning, ids: readonly string[]) => Program;
const merged =
  (two: string): Before =>
  (at) =>
    at.merge(two, `before ${two}`);
const declared =
  (two: string, until?: string): Before =>
  (at) =>
    at.declare(two, until, `before ${two}`);
const erased =
  (letter: string): Before =>
  (at) =>
    at.erase(letter);
const id = (ids: readonly string[], i: number) => ids[i] ?? '';

/** Everything that two or three commands on the same profiles can do to each other. */
export const cases: readonly Case[] = [
  ['opposite merges', racing('ab', (at) => [at.merge('ab'), at.merge('ba')])],
  ['opposite merges, one of them asked again', racing('ab', (at) => [at.merge('ab'), at.merge('ba'), at.merge('ab')])],
  ['a ring of three', racing('abc', (at) => [at.merge('ab'), at.merge('bc'), at.merge('ca')])],
  ['a ring of three the other way', racing('abc', (at) => [at.merge('ba'), at.merge('cb'), at.merge('ac')])],
  ['a merge into the lower id against a delete of it', racing('ab', (at) => [at.merge('ab'), at.remove('a')])],
  ['a merge into the lower id against a delete of the other', racing('ab', (at) => [at.merge('ab'), at.remove('b')])],
  ['a merge into the higher id against a delete of it', racing('ab', (at) => [at.merge('ba'), at.remove('b')])],
  ['a merge into the higher id against a delete of the other', racing('ab', (at) => [at.merge('ba'), at.remove('a')])],
  ['an unmerge against a merge of the survivor into another', racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.merge('ca')], merged('ab'))],
  ['an unmerge against a merge of another into the survivor', racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.merge('bc')], merged('ba'))],
  ['an unmerge against a merge of who is to come back', racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.merge('cb')], merged('ab'))],
  ['an unmerge against new merges in both directions', racing('ab', (at, ids) => [at.unmerge(id(ids, 0)), at.merge('ab'), at.merge('ba')], merged('ab'))],
  ['an unmerge against merges of both into a third', racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.merge('ca'), at.merge('cb')], merged('ab'))],
  [
    'an unmerge in the middle of a chain against one at its top',
    racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.unmerge(id(ids, 1))], merged('bc'), merged('ab')),
  ],
  [
    'an unmerge in the middle of a chain against one at its top, the ids the other way',
    racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.unmerge(id(ids, 1))], merged('ba'), merged('cb')),
  ],
  [
    'an unmerge of one alone against one below it',
    racing('abcd', (at, ids) => [at.unmerge(id(ids, 1), true), at.unmerge(id(ids, 0))], merged('cd'), merged('bc'), merged('ab')),
  ],
  [
    'an unmerge at the top of a chain against a merge of its bottom',
    racing('abcd', (at, ids) => [at.unmerge(id(ids, 1)), at.merge('dc')], merged('bc'), merged('ab')),
  ],
  ['declared different against a merge', racing('ab', (at) => [at.declare('ab'), at.merge('ab')])],
  ['declared different against opposite merges', racing('ab', (at) => [at.declare('ab'), at.merge('ab'), at.merge('ba')])],
  ['declared different from a member against a merge', racing('abc', (at) => [at.declare('bc'), at.merge('ab')], merged('ac'))],
  ['declared different against merges of both into a third', racing('abc', (at) => [at.declare('ab'), at.merge('ca'), at.merge('cb')])],
  ['declared different from who comes back', racing('abc', (at, ids) => [at.declare('bc'), at.unmerge(id(ids, 0))], merged('ac'))],
  [
    'taken back that one is different, who comes back',
    racing('abc', (at, ids) => [at.withdraw(id(ids, 1)), at.unmerge(id(ids, 0))], merged('ac'), declared('bc')),
  ],
  [
    'taken back that one is different, against a merge of it',
    racing('abc', (at, ids) => [at.withdraw(id(ids, 0)), at.merge('ac'), at.merge('ab')], declared('bc')),
  ],
  ['declared different until two times', racing('ab', (at) => [at.declare('ab', '2027-01-01T00:00:00.000Z'), at.declare('ab', '2028-01-01T00:00:00.000Z')])],
  [
    'declared different for longer, and taken back',
    racing('ab', (at, ids) => [at.declare('ab', '2028-01-01T00:00:00.000Z'), at.withdraw(id(ids, 0))], declared('ab', '2027-01-01T00:00:00.000Z')),
  ],
  [
    'an unmerge from who was erased, and of who was',
    racing('abc', (at, ids) => [at.unmerge(id(ids, 0)), at.unmerge(id(ids, 1))], merged('bc'), merged('ab'), erased('b'), erased('a')),
  ],
  ['a merge against erasing either side', racing('ab', (at) => [at.merge('ab'), at.erase('a'), at.erase('b')])],
  ['erasing a person against a merge into it', racing('ab', (at) => [at.erase('a', 'person'), at.merge('ab')])],
  ['erasing a person against a merge into it, the ids the other way', racing('ab', (at) => [at.erase('b', 'person'), at.merge('ba')])],
  ['erasing a person against a merge of it', racing('ab', (at) => [at.erase('b', 'person'), at.merge('ab')])],
  ['erasing a person against a merge of it, the ids the other way', racing('ab', (at) => [at.erase('a', 'person'), at.merge('ba')])],
  ['erasing a person against an unmerge', racing('ab', (at, ids) => [at.erase('a', 'person'), at.unmerge(id(ids, 0))], merged('ab'))],
  ['erasing a person against an unmerge, the ids the other way', racing('ab', (at, ids) => [at.erase('a', 'person'), at.unmerge(id(ids, 0))], merged('ba'))],
  ['erasing who is to come back against an unmerge', racing('ab', (at, ids) => [at.erase('b'), at.unmerge(id(ids, 0))], merged('ab'))],
  ['erasing who stands for others against an unmerge', racing('ab', (at, ids) => [at.erase('a'), at.unmerge(id(ids, 0))], merged('ab'))],
  [
    'erasing a person against erasing one of its profiles',
    racing('ab', (at) => [at.erase('b', 'person'), at.erase('b', 'profile', 'erase b alone')], merged('ab')),
  ],
  [
    'erasing a person against erasing the profile that stands for it',
    racing('ab', (at) => [at.erase('b', 'person'), at.erase('a', 'profile', 'erase a alone')], merged('ab')),
  ],
  ['erasing a person against a delete of it', racing('ab', (at) => [at.erase('b', 'person'), at.remove('a')], merged('ab'))],
  [
    'erasing a person of three against an unmerge in its middle',
    racing('abc', (at, ids) => [at.erase('c', 'person'), at.unmerge(id(ids, 0))], merged('bc'), merged('ab')),
  ],
];

/** Explores one of them. */
export async function exploring([, make]: Case, allow: Partial<Race['allow']>, fault?: Fault, exact = false, kind?: Kind): Promise<Found> {
  const { beginning, programs } = await make(fault, kind);
  return exploreRace({
    start: beginning.log,
    programs,
    reactions: (event) => beginning.reactionsTo(event),
    allow: { reactions: 0, unknown: 0, between: 1, ...allow },
    exact,
    judge: (log) => beginning.judge(log),
  });
}
