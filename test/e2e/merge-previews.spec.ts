import { readModelsAtHead } from '../support/at-rest';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

let engine: RunningEngine;
let number = 0;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: presetKey });
  await readModelsAtHead(engine);
});
afterAll(() => engine.discard());

const email = (value: string) => ({ channel: 'email', value });
const knowing = (answer: Answer) => ({ headers: { 'kith-after': answer.headers.get('kith-position') ?? '' } });

/** Whom nobody else has the address of. */
async function created(profile: object): Promise<{ id: string; address: string }> {
  const address = `p${++number}@example.org`;
  const made = await engine.post('/v1/end-users', { ...profile, contactPoints: [email(address)] });
  await engine.get(`/v1/end-users/${made.body.id}`, knowing(made));
  return { id: made.body.id, address };
}
const heard = (address: string) =>
  engine.post('/v1/interactions', { source: 'helpdesk', id: `${address} ${++number}`, channel: 'email', contactPoints: [email(address)] });
const preview = (survivorId: string, mergedId: string, call = {}) => engine.post('/v1/merges/preview', { survivorId, mergedId }, call);
const previewUndo = (id: string, body: object = {}) => engine.post(`/v1/merges/${id}/unmerge/preview`, body);
/** What is shown, but when it was written and by which event. */
const shown = ({ updatedAt: _, revision: __, ...endUser }: Record<string, unknown>) => endUser;

it('a merge is what its preview showed, and the preview writes nothing', async () => {
  const one = await created({ name: 'Léa', locale: 'fr', fields: { plan: 'gold' }, tags: ['vip'] });
  const two = await created({ name: 'Lea', timeZone: 'Europe/Paris', fields: { plan: 'basic', seats: 3 } });
  await heard(one.address);
  await heard(two.address);
  const last = await heard(two.address);
  const head = await engine.head();
  const { status, body } = await preview(one.id, two.id, knowing(last));
  expect([status, body.possible, body.refusals]).toEqual([200, true, []]);
  expect(body.together).toEqual({ interactions: { survivor: 1, merged: 2 }, tickets: 0, visibleTo: [] });
  expect(body.gained).toMatchObject({ contactPoints: [{ key: two.address, endUserId: two.id }], organizations: [] });
  expect(body.conflicts).toEqual(
    expect.arrayContaining([
      { field: 'name', survivor: 'Léa', merged: 'Lea', chosen: 'Léa' },
      { field: 'fields.plan', survivor: 'gold', merged: 'basic', chosen: 'gold' },
      { field: 'primary.email', survivor: one.address, merged: two.address, chosen: one.address },
    ]),
  );
  expect([body.survivor.name, body.merged.name, body.after.sources.timeZone]).toEqual(['Léa', 'Lea', two.id]);
  expect(await engine.head()).toBe(head);
  const done = await engine.post('/v1/merges', { survivorId: one.id, mergedId: two.id });
  expect(shown(done.body.survivor)).toEqual(shown(body.after));
});

it('an unmerge is what its preview showed, alone or not', async () => {
  for (const alone of [false, true]) {
    const [one, two, three] = [await created({ name: 'One' }), await created({ name: 'Two' }), await created({ name: 'Three', locale: 'de' })];
    const low = (await engine.post('/v1/merges', { survivorId: two.id, mergedId: three.id })).body.id;
    const { id } = (await engine.post('/v1/merges', { survivorId: one.id, mergedId: two.id })).body;
    const last = await engine.post(`/v1/end-users/${three.id}/tags`, { tags: ['since'] });
    await engine.get(`/v1/end-users/${one.id}/timeline`, knowing(last));
    const head = await engine.head();
    const { body } = await previewUndo(id, { alone });
    expect(body).toMatchObject({ possible: true, refusals: [], residueTotal: 1, residue: [{ kind: 'tagged', endUserId: one.id, what: ['since'] }] });
    expect(body.leaving).toMatchObject({ members: [two.id, three.id], interactions: 0 });
    expect(body.further).toEqual(alone ? [{ id: low, mergedId: three.id }] : []);
    expect(await engine.head()).toBe(head);
    const undone = (await engine.post(`/v1/merges/${id}/unmerge`, { alone })).body;
    expect([shown(undone.survivor), shown(undone.merged), undone.residue]).toEqual([shown(body.survivorAfter), shown(body.merged), body.residue]);
    expect((await previewUndo(id)).body).toMatchObject({ possible: false, refusals: [{ code: 'merge-undone' }] });
  }
});

it('a preview says why the merge would be refused, and is about nobody who is not there', async () => {
  const [one, two, gone] = [await created({ name: 'One' }), await created({ name: 'Two' }), await created({ name: 'Gone' })];
  await engine.get(`/v1/end-users/${gone.id}`, knowing(await engine.call('DELETE', `/v1/end-users/${gone.id}`)));
  const third = await created({ name: 'Third' });
  await engine.post('/v1/differences', { endUserId: one.id, otherId: third.id });
  await engine.post('/v1/merges', { survivorId: one.id, mergedId: two.id });
  for (const [survivor, merged, code] of [
    [one, one, 'merge-with-itself'],
    [two, one, 'already-merged'],
    [one, gone, 'end-user-deleted'],
    [two, third, 'declared-different'],
  ] as const) {
    const { body } = await preview(survivor.id, merged.id);
    const refused = await engine.post('/v1/merges', { survivorId: survivor.id, mergedId: merged.id });
    expect([code, body.possible, body.refusals.map((one: { code: string }) => one.code), refused.body.code]).toEqual([code, false, [code], code]);
  }
  const unknown = '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11';
  expect((await preview(one.id, unknown)).body.code).toBe('end-user-not-found');
  for (const id of [unknown, 'no-uuid']) expect((await previewUndo(id)).body.code).toBe('merge-not-found');
  expect((await preview('me', one.id)).body.errors).toMatchObject([{ pointer: '/survivorId' }]);
});

it('which values are shown is the tenant’s choice, also of merges that were done', async () => {
  const one = await created({ name: 'Old name' });
  const two = await created({ name: 'New name' });
  await engine.post('/v1/merges', { survivorId: one.id, mergedId: two.id });
  await heard(two.address).then((last) => engine.get(`/v1/end-users/${two.id}/timeline`, knowing(last)));
  const named = async () => (await engine.get(`/v1/end-users/${one.id}`)).body;
  expect(await named()).toMatchObject({ name: 'Old name', sources: { name: one.id } });
  await engine.call('PATCH', '/v1/settings', { body: { survivorship: { name: 'most-recent' } } });
  expect(await named()).toMatchObject({ name: 'New name', sources: { name: two.id } });
  await engine.call('PATCH', '/v1/settings', { body: { survivorship: { name: 'survivor-first' } } });
  expect(await named()).toMatchObject({ name: 'Old name', sources: { name: one.id } });
});
