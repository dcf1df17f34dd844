import { readModelsAtHead } from '../support/at-rest';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
let number = 612_000_000;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: presetKey });
  await readModelsAtHead(engine);
});
afterAll(() => engine.discard());

const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });
const list = async (query: string, after: Answer) => (await engine.get(`/v1/duplicates?${query}`, knowing(after))).body.items;

/** Two profiles with one number on sibling channels, which nobody else has. */
async function suggested(): Promise<{ caller: string; writer: string; key: string; id: string; last: Answer }> {
  const key = `+33${++number}`;
  const caller = (await engine.post('/v1/end-users', { name: 'Caller', contactPoints: [{ channel: 'phone', value: key }] })).body.id;
  const last = await engine.post('/v1/end-users', { name: 'Writer', contactPoints: [{ channel: 'whatsapp', value: key }] });
  const writer = last.body.id;
  return { caller, writer, key, id: [caller, writer].sort().join('.'), last };
}

it('two who share a number on sibling channels are suggested, and say why', async () => {
  const { caller, writer, key, id, last } = await suggested();
  const [one] = await list(`endUserId=${writer}`, last);
  expect(one).toMatchObject({ id, endUserIds: [caller, writer].sort(), rule: 'same-number' });
  expect(one.endUsers.map((shown: { id: string; name: string }) => [shown.id, shown.name])).toEqual(
    [
      [caller, 'Caller'],
      [writer, 'Writer'],
    ].sort(),
  );
  expect(one.evidence).toMatchObject([{ rule: 'same-number', endUserIds: [caller, writer].sort() }]);
  expect(
    one.evidence[0].points.map((point: { endUserId: string; channel: string; key: string }) => [point.endUserId, point.channel, point.key]).sort(),
  ).toEqual(
    [
      [caller, 'phone', key],
      [writer, 'whatsapp', key],
    ].sort(),
  );
  expect(await list('rule=same-number', last)).toContainEqual(one);
  expect(await list('rule=same-mailbox', last)).not.toContainEqual(one);
});

it('taken up, a suggestion is a merge that remembers its rule, and is gone; undone, it is back', async () => {
  const { caller, writer, id, last } = await suggested();
  await list('', last);
  const taken = await engine.post(`/v1/duplicates/${id}/merge`, { reason: 'same number' });
  expect([taken.status, taken.body]).toMatchObject([201, { survivorId: caller, mergedId: writer, rule: 'same-number', reason: 'same number', complete: true }]);
  expect((await engine.get(`/v1/merges?rule=same-number&endUserId=${writer}`)).body.items).toMatchObject([{ id: taken.body.id }]);
  expect((await engine.get(`/v1/duplicates?endUserId=${writer}`)).body.items).toEqual([]);
  const undone = await engine.post(`/v1/merges/${taken.body.id}/unmerge`, {});
  expect(await list(`endUserId=${writer}`, undone)).toMatchObject([{ id }]);
});

it('a retry of taking one up is answered as it was, however often at once, and by the survivor of its own choice', async () => {
  const { caller, writer, id, last } = await suggested();
  await list('', last);
  const take = (body?: object) => engine.call('POST', `/v1/duplicates/${id}/merge`, { body, headers: { 'idempotency-key': `take-${id}` } });
  const answers = await Promise.all([take(), take(), take()]);
  const done = answers.filter(({ status }) => status === 201);
  for (const { status, body } of answers) if (status !== 201) expect([status, body.code]).toEqual([409, 'command-in-progress']);
  const told = ({ status, body, headers }: Answer) => [status, body.id, body.survivorId, body.mergedId, body.rule, headers.get('kith-position')];
  expect(new Set(done.map((answer) => JSON.stringify(told(answer)))).size).toBe(1);
  const [first] = done as [Answer, ...Answer[]];
  expect(told(await take())).toEqual(told(first));
  await engine.post(`/v1/merges/${first.body.id}/unmerge`, {});
  expect(told(await take())).toEqual(told(first));
  expect((await take({ survivorId: writer })).body.code).toBe('idempotency-key-reused');
  const other = await engine.post(`/v1/duplicates/${id}/merge`, { survivorId: writer });
  expect(other.body).toMatchObject({ survivorId: writer, mergedId: caller });
});

it('dismissed, two are different from then on and not suggested again, until that is withdrawn', async () => {
  const { caller, writer, id, last } = await suggested();
  await list('', last);
  const dismissed = await engine.post(`/v1/duplicates/${id}/dismiss`, { reason: 'a family' });
  expect([dismissed.status, dismissed.body]).toMatchObject([201, { endUserId: [caller, writer].sort()[0], until: null }]);
  expect((await engine.get(`/v1/duplicates?endUserId=${caller}`)).body.items).toEqual([]);
  expect((await engine.post('/v1/merges', { survivorId: caller, mergedId: writer })).body.code).toBe('declared-different');
  const refused = await engine.post(`/v1/duplicates/${id}/merge`, {});
  expect([refused.status, refused.body.code]).toEqual([404, 'duplicate-not-found']);
  const again = await engine.call('POST', `/v1/duplicates/${id}/dismiss`);
  expect([again.status, again.body, again.headers.has('kith-position')]).toEqual([200, dismissed.body, false]);
  const withdrawn = await engine.call('DELETE', `/v1/differences/${dismissed.body.id}`);
  expect(await list(`endUserId=${caller}`, withdrawn)).toMatchObject([{ id }]);
});

it('what is no suggestion is not found, and what is no question is refused', async () => {
  const { caller, writer, id, last } = await suggested();
  const other = (await engine.post('/v1/end-users', { name: 'Other' })).body.id;
  await list('', last);
  for (const wrong of [`${caller}.${other}`, caller, `${caller}.${writer}.${other}`, 'x.y', `${caller}.${caller}`])
    expect([wrong, (await engine.post(`/v1/duplicates/${wrong}/merge`, {})).body.code]).toEqual([wrong, 'duplicate-not-found']);
  expect((await engine.post(`/v1/duplicates/x.y/dismiss`, {})).body.code).toBe('duplicate-not-found');
  expect((await engine.post(`/v1/duplicates/${id}/merge`, { survivorId: other })).body.errors).toMatchObject([{ pointer: '/survivorId' }]);
  for (const wrong of ['rule=same-shoes', 'endUserId=me', 'cursor=x', 'name=x'])
    expect([wrong, (await engine.get(`/v1/duplicates?${wrong}`)).status]).toEqual([wrong, 400]);
});
