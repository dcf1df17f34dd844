import {
  FindDifference,
  FindDifferenceHandler,
  FindMerge,
  FindMergeHandler,
  ListDifferences,
  ListDifferencesHandler,
  ListMerges,
  ListMergesHandler,
  type MergeFilter,
  type ReadDatabase,
} from '@kith/read-models';
import { kinds } from './databases';
import { TestLog, type Told } from './log';
import { projected } from './projected';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const ann = { kind: 'agent', id: 'ann' } as const;
const bob = { kind: 'agent', id: 'bob' } as const;

describe.each(kinds)('the ledger of merges ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());

  /** The seal of `mergedId`, as the protocol writes it. */
  function merge(
    mergeId: string,
    survivorId: string,
    mergedId: string,
    told: Told & { reason?: string; rule?: string; members?: string[]; named?: [string, string] } = {},
  ) {
    const { reason, rule, members = [mergedId], named = [survivorId, mergedId], ...rest } = told;
    const said = { ...(reason !== undefined && { reason }), ...(rule !== undefined && { rule }) };
    const link = { attemptId: `${mergeId}-1`, mergeId, named: { survivorId: named[0], mergedId: named[1] }, survivorId, members };
    const data = { ...link, ...said, differentFrom: [] };
    return log.endUser(mergedId, 'EndUserMerged', data, rest);
  }
  function unmerge(mergeId: string, mergedId: string, { reason, members = [mergedId], ...told }: Told & { reason?: string; members?: string[] } = {}) {
    return log.endUser(mergedId, 'EndUserUnmerged', { mergeId, members, differentFrom: [], ...(reason !== undefined && { reason }) }, told);
  }
  const list = (filter: MergeFilter = {}, page: { cursor?: string; limit: number } = { limit: 50 }, tenant = 'acme') =>
    new ListMergesHandler(database).execute(new ListMerges(tenant, filter, page));
  const ids = async (filter: MergeFilter) => (await list(filter)).items.map(({ id }) => id);
  const find = (id: string, tenant = 'acme') => new FindMergeHandler(database).execute(new FindMerge(tenant, id));

  it('tells of a merge who was linked to whom, by whom, why and when, and how it was undone', async () => {
    const position = await merge('m1', 'a', 'b', {
      actor: ann,
      onBehalfOf: 'eve',
      reason: 'same person',
      rule: 'same-number',
      members: ['b', 'c'],
      named: ['z', 'c'],
      occurredAt: day(1),
      recordedAt: day(2),
    });
    const undone = await unmerge('m1', 'b', { actor: bob, onBehalfOf: 'joe', reason: 'two brothers', members: ['b', 'c', 'd'], recordedAt: day(9) });
    await merge('m2', 'a', 'b', { recordedAt: day(10) });
    await merge('m3', 'a', 'd', { recordedAt: day(10) });
    await unmerge('m2', 'b', { recordedAt: day(11) });
    database = await projected(log, kind);
    expect(await find('m1')).toEqual({
      id: 'm1',
      survivorId: 'a',
      mergedId: 'b',
      named: { survivorId: 'z', mergedId: 'c' },
      status: 'undone',
      rule: 'same-number',
      reason: 'same person',
      actor: ann,
      onBehalfOf: 'eve',
      at: day(2),
      occurredAt: day(1),
      position: String(position),
      members: ['b', 'c'],
      undone: { at: day(9), actor: bob, onBehalfOf: 'joe', reason: 'two brothers', position: String(undone), members: ['b', 'c', 'd'] },
    });
    expect(await find('m2')).toMatchObject({ status: 'undone', undone: { at: day(11), onBehalfOf: null, reason: null } });
    expect(await find('m3')).toMatchObject({ status: 'completed', rule: null, reason: null, onBehalfOf: null, undone: null });
    expect(await find('m1', 'other')).toBeUndefined();
    expect(await find('m4')).toBeUndefined();
  });

  it('is listed by who did it, for whom, why, by which rule, who was in it, when, and whether it was undone', async () => {
    await merge('m1', 'a', 'b', { actor: ann, onBehalfOf: 'eve', reason: 'Même numéro', recordedAt: day(1) });
    await merge('m2', 'c', 'a', { actor: bob, reason: '100% sure, a_b', rule: 'same-number', members: ['a', 'b'], named: ['z', 'b'], recordedAt: day(2) });
    await merge('m3', 'e', 'f', { actor: ann, rule: 'same-number', recordedAt: day(3) });
    await unmerge('m3', 'f', { actor: bob, reason: 'wrong number', recordedAt: day(4) });
    await merge('m4', 'e', 'f', { actor: bob, tenant: 'other', recordedAt: day(3) });
    database = await projected(log, kind);
    expect(await ids({})).toEqual(['m3', 'm2', 'm1']);
    expect(await ids({ actor: 'ann' })).toEqual(['m3', 'm1']);
    expect(await ids({ actor: 'ann', onBehalfOf: 'eve' })).toEqual(['m1']);
    expect(await ids({ reason: 'MÊME num' })).toEqual(['m1']);
    expect(await ids({ reason: 'number' })).toEqual(['m3']);
    expect(await ids({ reason: '100%' })).toEqual(['m2']);
    expect(await ids({ reason: 'a_b' })).toEqual(['m2']);
    expect(await ids({ reason: '0!' })).toEqual([]);
    expect(await ids({ reason: 'm_me' })).toEqual([]);
    expect(await ids({ rule: 'same-number' })).toEqual(['m3', 'm2']);
    expect(await ids({ endUserId: 'b' })).toEqual(['m2', 'm1']);
    expect(await ids({ endUserId: 'c' })).toEqual(['m2']);
    expect(await ids({ endUserId: 'z' })).toEqual(['m2']);
    expect(await ids({ endUserId: 'f', undone: false })).toEqual([]);
    expect(await ids({ from: day(2) })).toEqual(['m3', 'm2']);
    expect(await ids({ from: day(1), to: day(3) })).toEqual(['m2', 'm1']);
    expect(await ids({ undone: true })).toEqual(['m3']);
    expect(await ids({ undone: false, actor: 'bob' })).toEqual(['m2']);
  });

  it('is read page by page, and a cursor belongs to its filter', async () => {
    const times = [3, 1, 2, 2, 2, 5, 4];
    for (const [i, n] of times.entries()) await merge(`m${i}`, 'a', `b${i}`, { actor: i % 2 ? ann : bob, recordedAt: day(n) });
    database = await projected(log, kind);
    const inPages = async (filter: MergeFilter) => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof list>> = await list(filter, { limit: 2, ...(cursor !== undefined && { cursor }) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      return seen;
    };
    expect(await inPages({})).toEqual(['m5', 'm6', 'm0', 'm4', 'm3', 'm2', 'm1']);
    expect(await inPages({ from: day(2), to: day(4) })).toEqual(['m0', 'm4', 'm3', 'm2']);
    const { nextCursor } = await list({ actor: 'ann' }, { limit: 1 });
    await expect(list({ actor: 'bob' }, { limit: 1, cursor: nextCursor as string })).rejects.toThrow('cursor');
  });

  it('looks for what is rare among many in pages that may be empty, and finds all of it', async () => {
    const first = await merge('m1', 'a', 'b', { reason: 'the one', actor: ann, recordedAt: day(1) });
    await merge('m2', 'a', 'c', { reason: 'the one', actor: ann, onBehalfOf: 'eve', recordedAt: day(30) });
    database = await projected(log, kind);
    const row = await database.kysely.selectFrom('merge').selectAll().where('id', '=', 'm1').executeTakeFirstOrThrow();
    const other = (n: number) => ({
      ...row,
      id: `n${n}`,
      merged_id: `n${n}`,
      position: Number(first) + n,
      searched_reason: 'another',
      recorded_at: day(2),
      members: '[]',
    });
    for (let n = 0; n < 10_100; n += 500)
      await database.kysely
        .insertInto('merge')
        .values(Array.from({ length: 500 }, (_, i) => other(n + i)))
        .execute();
    const pages = async (filter: MergeFilter) => {
      const seen: string[][] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof list>> = await list(filter, { limit: 1, ...(cursor !== undefined && { cursor }) });
        seen.push(page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      return seen;
    };
    expect(await pages({ reason: 'the one' })).toEqual([['m2'], [], ['m1']]);
    expect(await pages({ reason: 'the one', actor: 'ann', from: day(2) })).toEqual([['m2'], [], []]);
    expect(await pages({ onBehalfOf: 'eve', to: day(2) })).toEqual([[]]);
  });

  it('forgets the words of a person who is erased, and does not know them when it is built anew', async () => {
    await merge('m1', 'a', 'b', { reason: 'because' });
    await unmerge('m1', 'b', { reason: 'or not' });
    await merge('m2', 'a', 'c', { reason: 'because' });
    await declare('d1', 'b', 'c', { reason: 'brothers' });
    await withdraw('d1', 'b', 'c', { reason: 'no brothers' });
    await log.endUser('b', 'EndUserErased', { scope: 'profile', members: ['b'] });
    database = await projected(log, kind);
    const words = async () => [
      await find('m1').then((one) => [one?.reason, one?.undone?.reason]),
      await findDifference('d1').then((one) => [one?.reason, one?.withdrawn?.reason]),
      (await find('m2'))?.reason,
    ];
    expect(await words()).toEqual([[null, null], [null, null], 'because']);
    expect(await ids({ reason: 'because' })).toEqual(['m2']);
    for (const id of ['b', 'c']) await log.erase(`endUser-acme.${id}`);
    await database.close();
    database = await projected(log, kind);
    expect(await words()).toEqual([[null, null], [null, null], null]);
    expect(await ids({ reason: 'erased' })).toEqual([]);
  });

  type Declared = Told & { reason?: string; until?: string };
  /** Both sides of a declaration, which here are on the streams of the profiles themselves. */
  async function declare(declarationId: string, one: string, other: string, { reason, until, ...told }: Declared = {}) {
    const said = { ...(reason !== undefined && { reason }), ...(until !== undefined && { until }) };
    const first = await log.endUser(one, 'EndUsersDeclaredDifferent', { declarationId, endUserId: one, otherId: other, ...said }, told);
    const { reason: _, ...second } = { declarationId, endUserId: other, otherId: one, ...said };
    await log.endUser(other, 'EndUsersDeclaredDifferent', second, { ...told, actor: { kind: 'reactor', id: 'late' } });
    return first;
  }
  async function withdraw(declarationId: string, one: string, other: string, { reason, ...told }: Declared = {}) {
    const said = reason === undefined ? {} : { reason };
    await log.endUser(one, 'DifferenceWithdrawn', { declarationId, endUserId: one, otherId: other, ...said }, told);
    await log.endUser(other, 'DifferenceWithdrawn', { declarationId, endUserId: other, otherId: one }, { ...told, actor: { kind: 'reactor', id: 'late' } });
  }
  const findDifference = (id: string, at = day(1), tenant = 'acme') => new FindDifferenceHandler(database).execute(new FindDifference(tenant, id, at));
  const differences = async (filter: { endUserId?: string; standing?: boolean }, at = day(1)) =>
    (await new ListDifferencesHandler(database).execute(new ListDifferences('acme', filter, at, { limit: 50 }))).items.map(({ id }) => id);

  it('tells of a declaration who is different from whom, by whom, why, until when, and how it ended', async () => {
    const position = await declare('d1', 'a', 'b', { actor: ann, onBehalfOf: 'eve', reason: 'brothers', until: day(5), recordedAt: day(1) });
    await declare('d2', 'a', 'c', { recordedAt: day(2) });
    await withdraw('d2', 'a', 'c', { actor: bob, reason: 'a mistake', recordedAt: day(3) });
    database = await projected(log, kind);
    const told = { id: 'd1', endUserId: 'a', otherId: 'b', until: day(5), reason: 'brothers', actor: ann, onBehalfOf: 'eve', at: day(1) };
    expect(await findDifference('d1', day(4))).toEqual({ ...told, position: String(position), standing: true, withdrawn: null });
    expect(await findDifference('d1', day(5))).toMatchObject({ standing: false, withdrawn: null });
    expect(await findDifference('d2')).toMatchObject({
      standing: false,
      until: null,
      reason: null,
      withdrawn: { at: day(3), actor: bob, onBehalfOf: null, reason: 'a mistake', replacedBy: null },
    });
    expect(await findDifference('d1', day(1), 'other')).toBeUndefined();
    expect(await findDifference('d3')).toBeUndefined();
  });

  it('ends a declaration that a later one of the same pair replaces, and leaves those of others alone', async () => {
    await declare('d1', 'a', 'b', { recordedAt: day(1) });
    await declare('d2', 'a', 'c', { recordedAt: day(1) });
    await declare('d3', 'a', 'b', { actor: bob, reason: 'for a year', until: day(9), recordedAt: day(2) });
    await declare('d3', 'a', 'b', { actor: bob, until: day(9), recordedAt: day(3) });
    await withdraw('d1', 'a', 'b', { recordedAt: day(4) });
    await declare('d4', 'a', 'd');
    database = await projected(log, kind);
    expect(await findDifference('d1')).toMatchObject({ standing: false, withdrawn: { at: day(2), actor: bob, reason: null, replacedBy: 'd3' } });
    expect(await findDifference('d2')).toMatchObject({ standing: true, withdrawn: null });
    expect(await findDifference('d3')).toMatchObject({ standing: true, reason: 'for a year', at: day(2), withdrawn: null });
    expect(await findDifference('d4')).toMatchObject({ standing: true });
  });

  it('lists the declarations of all members of a cluster, those that stand or those that do not', async () => {
    for (const id of ['a', 'b', 'c', 'x', 'y']) await log.person(id, id);
    await merge('m1', 'a', 'b');
    await merge('m2', 'b', 'c');
    await declare('d1', 'c', 'x');
    await declare('d2', 'a', 'y', { until: day(5) });
    await declare('d3', 'x', 'y');
    await declare('d4', 'b', 'y');
    await withdraw('d4', 'b', 'y');
    database = await projected(log, kind);
    for (const id of ['a', 'b', 'c']) expect(await differences({ endUserId: id })).toEqual(['d4', 'd2', 'd1']);
    expect(await differences({ endUserId: 'x' })).toEqual(['d3', 'd1']);
    expect(await differences({ endUserId: 'nobody' })).toEqual([]);
    expect(await differences({})).toEqual(['d4', 'd3', 'd2', 'd1']);
    expect(await differences({ standing: true })).toEqual(['d3', 'd2', 'd1']);
    expect(await differences({ standing: true, endUserId: 'b' }, day(5))).toEqual(['d1']);
    expect(await differences({ standing: false, endUserId: 'b' }, day(5))).toEqual(['d4', 'd2']);
  });
});
