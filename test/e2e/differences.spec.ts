import { readModelsAtHead } from '../support/at-rest';
import { presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: presetKey });
  await readModelsAtHead(engine);
});
afterAll(() => engine.discard());

const created = async (name: string): Promise<string> => (await engine.post('/v1/end-users', { name })).body.id;
const declare = (endUserId: string, otherId: string, more: object = {}) => engine.post('/v1/differences', { endUserId, otherId, ...more });
const withdraw = (id: string, body?: object) => engine.call('DELETE', `/v1/differences/${id}`, body === undefined ? {} : { body });
const merge = async (survivorId: string, mergedId: string) => (await engine.post('/v1/merges', { survivorId, mergedId })).body;
const listed = async (query: string) => (await engine.get(`/v1/differences?${query}`)).body.items;
const sorted = (...ids: readonly string[]) => [...ids].sort();

it('two who were declared different are not merged, nor anybody of their clusters, until it is withdrawn', async () => {
  const [father, son, office, phone] = [await created('Jean'), await created('Jean'), await created('Jean'), await created('Jean')];
  await merge(father, office);
  await merge(son, phone);
  const declared = await declare(father, son, { reason: 'father and son' });
  const [endUserId, otherId] = sorted(father, son);
  expect([declared.status, declared.body]).toEqual([201, { id: declared.body.id, endUserId, otherId, until: null }]);
  for (const [one, other] of [
    [father, son],
    [son, father],
    [office, phone],
  ] as const)
    expect((await merge(one, other)).code).toBe('declared-different');
  const [known] = await listed(`endUserId=${phone}`);
  expect(known).toMatchObject({ id: declared.body.id, standing: true, reason: 'father and son', actor: { kind: 'operator' }, withdrawn: null });

  const gone = await withdraw(declared.body.id, { reason: 'one person after all' });
  expect([gone.status, gone.text, gone.headers.has('kith-position')]).toEqual([204, '', true]);
  expect(await listed(`endUserId=${father}&standing=true`)).toEqual([]);
  expect(await listed(`endUserId=${father}&standing=false`)).toMatchObject([
    { id: declared.body.id, standing: false, withdrawn: { reason: 'one person after all', replacedBy: null } },
  ]);
  const again = await withdraw(declared.body.id);
  expect([again.status, again.headers.has('kith-position')]).toEqual([204, false]);
  expect(await merge(office, phone)).toMatchObject({ status: 'completed', survivorId: father, mergedId: son });
});

it('of two who are one already it is not declared; once they are unmerged it is, and outlives further merges', async () => {
  const [one, two, three] = [await created('A'), await created('B'), await created('C')];
  const { id } = await merge(one, two);
  const refused = await declare(one, two);
  expect([refused.status, refused.body.code]).toEqual([409, 'already-merged']);
  await engine.post(`/v1/merges/${id}/unmerge`, {});
  expect((await declare(one, two)).status).toBe(201);
  await merge(three, two);
  expect((await merge(one, three)).code).toBe('declared-different');
  expect((await engine.post('/v1/merges/preview', { survivorId: one, mergedId: three })).body).toMatchObject({
    possible: false,
    refusals: [{ code: 'declared-different' }],
  });
});

it('what is declared already succeeds without an event, and another end takes the place of the first', async () => {
  const [one, two] = [await created('A'), await created('B')];
  const first = await declare(one, two);
  const same = await declare(two, one);
  expect([same.status, same.body, same.headers.has('kith-position')]).toEqual([200, first.body, false]);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const bounded = await declare(one, two, { until });
  expect([bounded.status, bounded.body.until, bounded.body.id === first.body.id]).toEqual([201, until, false]);
  expect(await listed(`endUserId=${one}`)).toMatchObject([
    { id: bounded.body.id, standing: true, until },
    { id: first.body.id, standing: false, withdrawn: { replacedBy: bounded.body.id } },
  ]);
});

it('counts until its time is over', async () => {
  const [one, two] = [await created('A'), await created('B')];
  const until = new Date(Date.now() + 1_500).toISOString();
  expect((await declare(one, two, { until })).status).toBe(201);
  expect((await merge(one, two)).code).toBe('declared-different');
  await new Promise((resolve) => setTimeout(resolve, Date.parse(until) - Date.now() + 50));
  expect(await listed(`endUserId=${one}`)).toMatchObject([{ standing: false, withdrawn: null }]);
  expect((await merge(one, two)).status).toBe('completed');
});

it('is refused for nobody, for one with itself, and for what is no declaration', async () => {
  const one = await created('A');
  const unknown = '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11';
  const head = await engine.head();
  for (const [endUserId, otherId, status, code] of [
    [one, one, 422, 'merge-with-itself'],
    [one, unknown, 404, 'end-user-not-found'],
    [unknown, one, 404, 'end-user-not-found'],
  ] as const) {
    const refused = await declare(endUserId, otherId);
    expect([endUserId, refused.status, refused.body.code]).toEqual([endUserId, status, code]);
  }
  for (const id of [unknown, 'no-uuid']) expect((await withdraw(id)).body.code).toBe('difference-not-found');
  const malformed = await declare('me', one, { until: 'tomorrow', since: 'today' });
  expect([malformed.status, malformed.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual([
    400,
    ['/endUserId', '/since', '/until'],
  ]);
  for (const wrong of ['standing=yes', 'endUserId=me', 'limit=0', 'cursor=x', 'rule=x'])
    expect([wrong, (await engine.get(`/v1/differences?${wrong}`)).status]).toEqual([wrong, 400]);
  expect(await engine.head()).toBe(head);
});

it('is declared and withdrawn by commands in a stream, too', async () => {
  const [one, two] = [await created('A'), await created('B')];
  const declared = await engine.post('/v1/commands', { type: 'DeclareDifferent', data: { endUserId: one, otherId: two, reason: 'bulk' } });
  const { id } = declared.body.result;
  expect([declared.status, declared.body.outcome, declared.body.result]).toEqual([
    201,
    'done',
    { id, endUserId: sorted(one, two)[0], otherId: sorted(one, two)[1], until: null },
  ]);
  const merged = { type: 'MergeUsers', data: { survivorId: one, mergedId: two } };
  expect((await engine.post('/v1/commands', [merged])).body).toMatchObject([{ outcome: 'refused', status: 409, problem: { code: 'declared-different' } }]);
  const withdrawn = { type: 'WithdrawDifference', data: { declarationId: id } };
  expect((await engine.post('/v1/commands', [withdrawn])).body).toMatchObject([{ outcome: 'done', status: 204, result: null }]);
  const [done] = (await engine.post('/v1/commands', [merged])).body;
  expect(done).toMatchObject({ outcome: 'done', status: 201, result: { survivorId: one, mergedId: two, status: 'completed' } });
  const undone = { type: 'UnmergeUsers', data: { mergeId: done.result.id, alone: true } };
  expect((await engine.post('/v1/commands', [undone])).body).toMatchObject([
    { outcome: 'done', status: 200, result: { status: 'undone', members: [two], further: [] } },
  ]);
  expect((await engine.post('/v1/commands', [undone])).body).toMatchObject([{ outcome: 'unchanged', status: 200, position: null }]);
});
