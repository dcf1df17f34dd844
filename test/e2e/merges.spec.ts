import { reactorsAtRest, readModelsAtHead } from '../support/at-rest';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
let number = 0;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { ...presetKey, KITH_DEFAULT_REGION: 'FR' } });
  await readModelsAtHead(engine);
});
afterAll(() => engine.discard());

interface Profile {
  readonly id: string;
  /** Nobody else has it. */
  readonly address: string;
}
const email = (value: string) => ({ channel: 'email', value });
const mail = (value: string, summary: string) => ({ source: 'helpdesk', id: summary, channel: 'email', summary, contactPoints: [email(value)] });

async function created(profile: object = {}): Promise<Profile> {
  const address = `m${++number}@example.org`;
  const made = await engine.post('/v1/end-users', { ...profile, contactPoints: [email(address)] });
  await engine.get(`/v1/end-users/${made.body.id}`, knowing(made));
  return { id: made.body.id, address };
}
const created3 = async () => [await created({ name: 'One' }), await created({ name: 'Two' }), await created({ name: 'Three' })] as const;
const merge = (survivor: Profile, merged: Profile, headers = {}) => engine.post('/v1/merges', { survivorId: survivor.id, mergedId: merged.id }, { headers });
const merged = async (survivor: Profile, other: Profile): Promise<string> => {
  const { status, body } = await merge(survivor, other);
  expect([status, body.complete]).toEqual([201, true]);
  return body.id;
};
const unmerge = (id: string, body: object = {}, headers = {}) => engine.post(`/v1/merges/${id}/unmerge`, body, { headers });
const read = async (id: string) => (await engine.get(`/v1/end-users/${id}`)).body;
const canonicalOf = async ({ id }: Profile) => (await read(id)).canonicalId;
const canonicals = (...profiles: readonly Profile[]) => Promise.all(profiles.map(canonicalOf));
const lookedUp = async ({ address }: Profile) => (await engine.get(`/v1/contact-points/email/${address}`)).body.holders;
const timelineOf = async ({ id }: Profile): Promise<(string | null)[]> =>
  (await engine.get(`/v1/end-users/${id}/timeline`)).body.items.map(({ summary }: { summary: string | null }) => summary);
const found = async (query: string): Promise<string[]> =>
  (await engine.get(`/v1/end-users?query=${encodeURIComponent(query)}`)).body.items.map(({ id }: { id: string }) => id);
const resolved = async ({ address }: Profile) => (await engine.post('/v1/resolve', { contactPoints: [email(address)], create: false })).body;
const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });

it('from the first read after a merge, every question is answered with the survivor, whatever id or address it is about', async () => {
  const lea = await created({ name: 'Léa Zimmer', tags: ['vip'] });
  const other = await created({ name: 'Lea Z', locale: 'fr', tags: ['new'] });
  await engine.post('/v1/interactions', mail(lea.address, 'by lea'));
  await engine.post('/v1/interactions', mail(other.address, 'by the other'));

  const done = await merge(lea, other);
  expect(await lookedUp(other)).toMatchObject([{ endUserId: other.id, canonicalId: lea.id, name: 'Léa Zimmer' }]);
  expect(await resolved(other)).toMatchObject({ outcome: 'matched', endUserId: other.id, canonicalId: lea.id });
  expect(await timelineOf(lea)).toEqual(expect.arrayContaining(['by lea', 'by the other']));
  expect(await timelineOf(other)).toEqual(await timelineOf(lea));
  for (const query of ['zimmer', 'lea z', other.address, lea.address]) expect([query, await found(query)]).toEqual([query, [lea.id]]);
  const shown = await read(other.id);
  expect(shown).toMatchObject({ id: other.id, canonicalId: lea.id, status: 'merged', name: 'Léa Zimmer', locale: 'fr', mergedFrom: [other.id] });
  expect(shown).toMatchObject({ tags: ['vip', 'new'], sources: { name: lea.id, locale: other.id, 'tags.vip': lea.id, 'tags.new': other.id } });
  expect(shown.contactPoints.map(({ key, endUserId }: { key: string; endUserId: string }) => [key, endUserId])).toEqual([
    [lea.address, lea.id],
    [other.address, other.id],
  ]);
  expect(await read(lea.id)).toEqual({ ...shown, id: lea.id, status: 'active' });
  const next = await engine.post('/v1/interactions', mail(other.address, 'after the merge'));
  expect(next.body).toMatchObject({ outcome: 'matched', endUserId: other.id, canonicalId: lea.id });
  expect((await engine.get(`/v1/end-users/${lea.id}/timeline`, knowing(next))).body.items[0].summary).toBe('after the merge');

  expect(done.headers.get('kith-position')).not.toBeNull();
  expect(done.body).toMatchObject({ survivorId: lea.id, mergedId: other.id, status: 'completed', complete: true, rule: null, reason: null });
  expect(done.body.survivor).toMatchObject({ id: lea.id, name: 'Léa Zimmer', mergedFrom: [other.id] });
  expect(done.body.merged).toMatchObject({ id: other.id, canonicalId: other.id, status: 'active', name: 'Lea Z', tags: ['new'], mergedFrom: [] });
});

it('a change under a merged id is a change of its canonical end user', async () => {
  const [one, two] = await created3();
  await merged(one, two);
  const path = `/v1/end-users/${two.id}`;
  const suspended = await engine.post(`${path}/suspend`, {});
  expect([suspended.status, suspended.body]).toEqual([200, { id: two.id, canonicalId: one.id }]);
  expect((await engine.get(`/v1/end-users/${one.id}`, knowing(suspended))).body.status).toBe('suspended');
  expect((await engine.post(`${path}/reinstate`, {})).body.canonicalId).toBe(one.id);
  const command = await engine.post('/v1/commands', { type: 'TagEndUser', data: { endUserId: two.id, tags: ['seen'] } });
  expect(command.body.result).toEqual({ id: two.id, canonicalId: one.id });
  const attached = await engine.post(`${path}/contact-points`, email('m-attached@example.org'));
  expect(attached.body).toMatchObject({ endUserId: one.id, canonicalId: one.id });
  expect((await engine.call('DELETE', `${path}/contact-points/email/${two.address}`)).status).toBe(204);
});

it('a change may depend on what was seen, under whichever id, and whatever was linked or declared before it was seen', async () => {
  const [low, high, other] = [await created(), await created(), await created()].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Profile, Profile, Profile];
  for (const [one, two] of [
    [low, high],
    [high, low],
  ] as const) {
    const path = `/v1/end-users/${two.id}`;
    const tag = async () => (await engine.get(path)).headers.get('etag') as string;
    const change = (ifMatch: string, name: string) => engine.call('PATCH', path, { body: { name }, headers: { 'if-match': ifMatch } });
    const before = await tag();
    const id = await merged(one, two);
    const seen = await tag();
    expect(seen).toMatch(new RegExp(`^"${one.id}\\.`));
    for (const stale of [before, seen.replace(one.id, other.id), `W/${seen}`]) expect((await change(stale, 'Stale')).body.code).toBe('state-changed');
    const changed = await change(seen, `Changed ${id}`);
    expect([changed.status, changed.body]).toEqual([200, { id: two.id, canonicalId: one.id }]);
    expect((await change(seen, 'Again')).body.code).toBe('state-changed');
    const shown = await engine.get(path, knowing(changed));
    expect([shown.headers.get('etag'), shown.body.sources.name]).toEqual([changed.headers.get('etag'), one.id]);
    const declared = await engine.post('/v1/differences', { endUserId: two.id, otherId: other.id });
    expect((await change(await tag(), `Declared ${id}`)).status).toBe(200);
    await engine.call('DELETE', `/v1/differences/${declared.body.id}`);
    await unmerge(id);
    expect((await change(await tag(), `Apart ${id}`)).body).toEqual({ id: two.id, canonicalId: two.id });
  }
});

it('an unmerge gives back exactly what was there, both profiles side by side', async () => {
  const [one, two] = await created3();
  const heard = await engine.post('/v1/interactions', mail(two.address, 'before'));
  const [twoBefore, oneBefore] = [(await engine.get(`/v1/end-users/${two.id}`, knowing(heard))).body, await read(one.id)];
  const id = await merged(one, two);
  const undone = await unmerge(id, { reason: 'two people' });
  expect([undone.status, undone.body]).toMatchObject([
    200,
    { id, survivorId: one.id, mergedId: two.id, status: 'undone', complete: true, reason: 'two people' },
  ]);
  expect(undone.body).toMatchObject({ members: [two.id], further: [], survivor: { id: one.id, name: 'One' }, merged: { id: two.id, name: 'Two' } });
  const { restored, residue, residueTotal } = undone.body;
  expect([restored, residue, residueTotal]).toEqual([
    { endUserId: two.id, digestBefore: restored.digestAfter, digestAfter: expect.stringMatching(/^[0-9a-f]{64}$/) },
    [],
    0,
  ]);
  const same = ({ updatedAt: _, revision: __, ...rest }: Record<string, unknown>) => rest;
  expect(same(await read(one.id))).toEqual(same(oneBefore));
  expect(same(await read(two.id))).toEqual(same(twoBefore));
  expect(await lookedUp(two)).toMatchObject([{ endUserId: two.id, canonicalId: two.id, name: 'Two' }]);
  expect(await timelineOf(one)).not.toContain('before');
  expect(await found(two.address)).toEqual([two.id]);
});

it('an unmerge lists what was written since and may belong to either, and its digests tell that the profile is not what it was', async () => {
  const [one, two] = await created3();
  const id = await merged(one, two);
  const path = `/v1/end-users/${two.id}`;
  await engine.call('PATCH', path, { body: { name: 'Whoever' } });
  await engine.post(`${path}/tags`, { tags: ['whose'] });
  await engine.post(`${path}/contact-points`, email('either@example.org'));
  await engine.post('/v1/interactions', mail('either@example.org', 'from either'));
  await engine.post('/v1/interactions', mail(one.address, 'from the one'));
  await engine.post('/v1/interactions', mail(two.address, 'from the two'));
  await engine.post(`/v1/end-users/${one.id}/notes`, { note: 'of whom?' });
  const { body } = await unmerge(id);
  const told = body.residue.map((entry: Record<string, unknown>) => [entry.kind, entry.endUserId, entry.what ?? entry.summary ?? entry.key]);
  expect(told).toEqual([
    ['noted', one.id, 'of whom?'],
    ['interaction', one.id, 'from either'],
    ['contact-point-attached', one.id, 'either@example.org'],
    ['tagged', one.id, ['whose']],
    ['changed', one.id, ['name']],
  ]);
  expect([body.residueTotal, body.restored.digestBefore === body.restored.digestAfter]).toEqual([5, false]);
  expect(await timelineOf(two)).toEqual(expect.arrayContaining(['from the two']));
  expect([body.survivor.name, body.merged.name]).toEqual(['Whoever', 'Two']);
});

it('undone, two can be merged again the other way', async () => {
  const [one, two] = await created3();
  const first = await merged(one, two);
  await unmerge(first);
  const second = await merged(two, one);
  expect(second).not.toBe(first);
  expect(await canonicals(one, two)).toEqual([two.id, two.id]);
  await unmerge(second);
  expect(await canonicals(one, two)).toEqual([one.id, two.id]);
});

it('of a chain, a profile in the middle comes back with what was merged into it, or alone', async () => {
  for (const alone of [false, true]) {
    const [top, middle, leaf] = await created3();
    const low = await merged(middle, leaf);
    const high = await merged(top, leaf);
    expect(await canonicals(top, middle, leaf)).toEqual([top.id, top.id, top.id]);
    expect((await engine.get(`/v1/merges/${high}`)).body).toMatchObject({ mergedId: middle.id, named: { mergedId: leaf.id }, members: [middle.id, leaf.id] });
    const undone = await unmerge(high, { alone });
    expect(undone.body).toMatchObject({ survivorId: top.id, mergedId: middle.id, members: alone ? [middle.id] : [middle.id, leaf.id] });
    expect(undone.body.further).toEqual(alone ? [{ id: low, mergedId: leaf.id }] : []);
    expect(await canonicals(top, middle, leaf)).toEqual([top.id, middle.id, alone ? leaf.id : middle.id]);
  }
});

it('is refused with its reason, and changes nothing', async () => {
  const [one, two, gone] = await created3();
  await engine.call('DELETE', `/v1/end-users/${gone.id}`);
  const third = await created();
  await merged(one, two);
  await engine.post('/v1/differences', { endUserId: two.id, otherId: third.id });
  const unknown = { id: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11', address: '' };
  // What the deletion brings about comes before, too.
  await reactorsAtRest(engine);
  const head = await engine.head();
  for (const [survivor, other, status, code] of [
    [one, one, 422, 'merge-with-itself'],
    [two, one, 409, 'already-merged'],
    [one, gone, 409, 'end-user-deleted'],
    [gone, one, 409, 'end-user-deleted'],
    [one, third, 409, 'declared-different'],
    [third, two, 409, 'declared-different'],
    [one, unknown, 404, 'end-user-not-found'],
    [unknown, one, 404, 'end-user-not-found'],
  ] as const) {
    const refused = await merge(survivor, other);
    expect([refused.status, refused.body.code, refused.headers.has('kith-position')]).toEqual([status, code, false]);
  }
  for (const id of [unknown.id, 'no-uuid'])
    for (const answer of [await unmerge(id), await engine.get(`/v1/merges/${id}`)]) expect([answer.status, answer.body.code]).toEqual([404, 'merge-not-found']);
  expect(await engine.head()).toBe(head);
  const malformed = await engine.post('/v1/merges', { survivorId: 'x', mergedId: null, more: 1 });
  expect([malformed.status, malformed.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual([
    400,
    ['/mergedId', '/more', '/survivorId'],
  ]);
  expect((await merge(one, third, { 'if-match': '*' })).body.errors).toMatchObject([{ header: 'If-Match' }]);
});

it('a retry is answered as it was, also after the merge was undone; undoing twice succeeds', async () => {
  const [one, two] = await created3();
  const key = { 'idempotency-key': 'retried-merge' };
  const first = await merge(one, two, key);
  expect((await merge(two, one, key)).body.code).toBe('idempotency-key-reused');
  const undone = await unmerge(first.body.id, {}, { 'idempotency-key': 'retried-unmerge' });
  const head = await engine.head();
  const again = await merge(one, two, key);
  expect([again.status, again.body.id, again.headers.get('kith-position')]).toEqual([201, first.body.id, first.headers.get('kith-position')]);
  expect(again.body.status).toBe('undone');
  const undoneAgain = await unmerge(first.body.id, {}, { 'idempotency-key': 'retried-unmerge' });
  expect([undoneAgain.status, undoneAgain.headers.get('kith-position')]).toEqual([200, undone.headers.get('kith-position')]);
  const once = await unmerge(first.body.id);
  expect([once.status, once.headers.has('kith-position')]).toEqual([200, false]);
  expect(await engine.head()).toBe(head);
});

it('the ledger is found by who, for whom, why, when, about whom and what became of it', async () => {
  const agent = await engine.keyFor('agent');
  const [one, two, three] = await created3();
  const began = new Date().toISOString();
  const first = await engine.post(
    '/v1/merges',
    { survivorId: one.id, mergedId: two.id, reason: 'Même numéro' },
    { key: agent, headers: { 'kith-on-behalf-of': 'team-7' } },
  );
  const second = await merged(one, three);
  await unmerge(second, { reason: 'another person' });
  const ids = async (query: string): Promise<string[]> =>
    (await engine.get(`/v1/merges?endUserId=${one.id}&${query}`)).body.items.map(({ id }: { id: string }) => id);
  const actor = (await engine.get(`/v1/merges/${first.body.id}`)).body.actor.id;
  for (const [query, expected] of [
    ['', [second, first.body.id]],
    [`actor=${actor}`, [first.body.id]],
    ['onBehalfOf=team-7', [first.body.id]],
    ['reason=meme', [first.body.id]],
    ['reason=another', [second]],
    ['undone=true', [second]],
    ['undone=false', [first.body.id]],
    [`from=${began}`, [second, first.body.id]],
    [`to=${began}`, []],
    ['rule=same-number', []],
  ] as const)
    expect([query, await ids(query)]).toEqual([query, expected]);
  expect((await engine.get(`/v1/merges?endUserId=${three.id}`)).body.items).toMatchObject([{ id: second, undone: { reason: 'another person' } }]);
  const page = await engine.get(`/v1/merges?endUserId=${one.id}&limit=1`);
  const rest = await engine.get(`/v1/merges?endUserId=${one.id}&limit=1&cursor=${page.body.nextCursor}`);
  expect([page.body.items[0].id, rest.body.items[0].id, rest.body.nextCursor]).toEqual([second, first.body.id, null]);
  for (const wrong of ['undone=perhaps', 'endUserId=me', 'from=yesterday', 'reason=', 'cursor=x', 'status=undone'])
    expect([wrong, (await engine.get(`/v1/merges?${wrong}`)).status]).toEqual([wrong, 400]);
});

it('auditors read the ledger and previews, and merge nothing', async () => {
  const auditor = await engine.keyFor('auditor');
  const [one, two] = await created3();
  const id = await merged(one, two);
  for (const path of ['/v1/merges', `/v1/merges/${id}`, '/v1/differences', '/v1/duplicates'])
    expect([path, (await engine.get(path, { key: auditor })).status]).toEqual([path, 200]);
  const pair = { survivorId: one.id, mergedId: two.id };
  for (const [path, body] of [
    ['/v1/merges/preview', pair],
    [`/v1/merges/${id}/unmerge/preview`, {}],
  ] as const)
    expect([path, (await engine.post(path, body, { key: auditor })).status]).toEqual([path, 200]);
  for (const [path, body] of [
    ['/v1/merges', pair],
    [`/v1/merges/${id}/unmerge`, {}],
    ['/v1/differences', { endUserId: one.id, otherId: two.id }],
    [`/v1/duplicates/${one.id}.${two.id}/merge`, {}],
    [`/v1/duplicates/${one.id}.${two.id}/dismiss`, {}],
  ] as const)
    expect([path, (await engine.post(path, body, { key: auditor })).body.code]).toEqual([path, 'not-allowed']);
  for (const role of ['agent', 'service']) {
    const key = await engine.keyFor(role);
    const [other, another] = await created3();
    expect([role, (await engine.post('/v1/merges', { survivorId: other.id, mergedId: another.id }, { key })).status]).toEqual([role, 201]);
  }
});

it('the log tells who follows it where each id leads from then on', async () => {
  const [top, middle, leaf] = await created3();
  const after = await engine.head();
  await merged(middle, leaf);
  const high = await merged(top, middle);
  await unmerge(high);
  const lines = (await engine.get(`/v1/events?after=${after}&type=EndUserMerged,EndUserUnmerged`)).text.split('\n').filter(Boolean);
  const told = lines.map((line) =>
    JSON.parse(line).rekey.map(({ endUserId, canonicalId }: { endUserId: string; canonicalId: string }) => [endUserId, canonicalId]),
  );
  expect(told).toEqual([
    [[leaf.id, middle.id]],
    [
      [middle.id, top.id],
      [leaf.id, top.id],
    ],
    [
      [middle.id, middle.id],
      [leaf.id, middle.id],
    ],
  ]);
});
