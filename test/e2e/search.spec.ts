import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
const ids: Record<string, string> = {};
let position = '';

beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_DEFAULT_REGION: 'FR' } });
  const create = async (called: string, body: object) => {
    const answer = await engine.post('/v1/end-users', body);
    ids[called] = answer.body.id;
    position = answer.headers.get('kith-position') ?? '';
  };
  await create('lea', { name: 'Léa Martin', tags: ['vip', 'Café'], contactPoints: [{ channel: 'email', value: 'Lea@Example.org', verified: true }] });
  await create('leo', { name: 'Léo Durand', tags: ['vip'], contactPoints: [{ channel: 'phone', value: '06 12 34 56 78' }] });
  await create('tom', { name: 'Tom Lea', contactPoints: [{ channel: 'phone', value: '06 99 99 99 99' }] });
});
afterAll(() => engine.discard());

const list = (parameters: Record<string, string> = {}, after = position) =>
  engine.get(`/v1/end-users?${new URLSearchParams(parameters)}`, { headers: { 'kith-after': after } });
async function found(parameters: Record<string, string>, after?: string): Promise<readonly (string | undefined)[]> {
  const { status, body } = await list(parameters, after);
  expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });
  return body.items.map(({ id }: { id: string }) => Object.keys(ids).find((called) => ids[called] === id));
}

describe('end users over HTTP', () => {
  it('are listed with what a person needs to tell them apart, the latest first', async () => {
    const { body } = await list();
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Tom Lea', 'Léo Durand', 'Léa Martin']);
    expect(body.nextCursor).toBeNull();
    expect(body.items[2]).toEqual({
      id: ids['lea'],
      canonicalId: ids['lea'],
      status: 'active',
      name: 'Léa Martin',
      tags: ['Café', 'vip'],
      contactPoints: [{ channel: 'email', scope: '', key: 'lea@example.org', value: 'Lea@Example.org', verified: true, primary: true }],
      createdAt: expect.stringMatching(/Z$/),
      lastInteractionAt: null,
    });
  });

  it('are found by name, by part of a contact point, and by every other condition, all of which must hold', async () => {
    expect(await found({ query: 'le' })).toEqual(['tom', 'leo', 'lea']);
    expect(await found({ query: 'LEA mar' })).toEqual(['lea']);
    expect(await found({ query: '0612' })).toEqual(['leo']);
    expect(await found({ query: '+33 6 12' })).toEqual(['leo']);
    expect(await found({ query: 'ample.o' })).toEqual(['lea']);
    expect(await found({ tag: 'vip' })).toEqual(['leo', 'lea']);
    expect(await found({ tag: 'Cafe\u0301' })).toEqual(['lea']);
    expect(await found({ channel: 'phone', tag: 'vip' })).toEqual(['leo']);
    expect(await found({ without: 'email' })).toEqual(['tom', 'leo']);
    expect(await found({ without: 'email', query: 'lea' })).toEqual(['tom']);
    expect(await found({ channel: 'line' })).toEqual([]);
  });

  it('are found by when they were last heard of, and sorted by it', async () => {
    const heard = async (id: string, value: string, occurredAt: string) =>
      (await engine.post('/v1/interactions', { source: 'desk', id, channel: 'phone', occurredAt, contactPoints: [{ channel: 'phone', value }] })).body.position;
    await heard('1', '06 12 34 56 78', '2026-03-02T10:00:00Z');
    const last = await heard('2', '06 99 99 99 99', '2026-03-01T10:00:00Z');
    expect(await found({ sort: 'last-contact' }, last)).toEqual(['leo', 'tom', 'lea']);
    expect(await found({ lastContactAfter: '2026-03-02T11:00:00+01:00' }, last)).toEqual(['leo']);
    expect(await found({ lastContactBefore: '2026-03-02T10:00:00Z' }, last)).toEqual(['tom']);
  });

  it('come in pages whose cursor belongs to one list', async () => {
    const first = (await list({ query: 'le', limit: '2' })).body;
    expect(first.items).toHaveLength(2);
    const second = (await list({ query: 'le', limit: '2', cursor: first.nextCursor })).body;
    expect(second.items.map(({ id }: { id: string }) => id)).toEqual([ids['lea']]);
    expect(second.nextCursor).toBeNull();
    for (const other of [{ query: 'lea' }, { query: 'le', sort: 'last-contact' }, {}] as Record<string, string>[])
      expect((await list({ ...other, cursor: first.nextCursor })).body).toMatchObject({ code: 'request-invalid', errors: [{ parameter: 'cursor' }] });
  });

  it('are not found any more under what was changed, and are under what it is now', async () => {
    const changed = await engine.call('PATCH', `/v1/end-users/${ids['tom']}`, { body: { name: 'Zoé Åkesson' } });
    const after = changed.headers.get('kith-position') ?? '';
    expect(await found({ query: 'tom' }, after)).toEqual([]);
    expect(await found({ query: 'ake zo' }, after)).toEqual(['tom']);
    const deleted = await engine.call('DELETE', `/v1/end-users/${ids['tom']}`);
    expect(await found({ query: 'zoe' }, deleted.headers.get('kith-position') ?? '')).toEqual([]);
    expect(await found({ query: 'zoe', status: 'deleted' })).toEqual(['tom']);
  });

  it.each([
    ['query', ' '],
    ['query', `${'too long '.repeat(23)}`],
    ['tag', ''],
    ['channel', '!email'],
    ['status', 'erased'],
    ['without', 'phone'],
    ['lastContactAfter', '2026-02-31T00:00:00Z'],
    ['lastContactBefore', 'yesterday'],
    ['sort', 'name'],
    ['cursor', 'x'],
    ['limit', '201'],
  ])('are not looked for by a wrong %s, such as %p: the answer names it', async (parameter, value) => {
    expect((await list({ [parameter]: value })).body).toMatchObject({ status: 400, code: 'request-invalid', errors: [{ parameter }] });
  });
});
