import { endUser, ReserveMerge } from '@kith/domain';
import type { ShownEndUser } from '@kith/read-models';
import fc from 'fast-check';
import { asking, step } from '../support/in-memory-engine';
import { MergedPeople } from './merging';

/** What a preview cannot know: when it is done. */
const timeless = ({ updatedAt: _, revision: _r, ...shown }: ShownEndUser) => shown;

describe('the preview of a merge', () => {
  let people: MergedPeople;
  let [ann, bea] = ['', ''];
  beforeEach(async () => {
    people = await MergedPeople.of();
    ann = await people.create({ name: 'Ann', tags: ['vip'], fields: { plan: 'gold' } }, 'email:ann@example.org');
    bea = await people.create({ name: 'Bea', locale: 'fr', fields: { plan: 'free' } }, 'email:bea@example.org', 'phone:0612345678!');
    await people.hear(3, 'phone:0612345678');
  });
  afterEach(() => people.database.close());

  it('shows both as they are, what comes of it with the source of each value, what is gained, and where they differ', async () => {
    const head = await people.engine.store.head();
    const preview = await (await people.previews()).previewMerge('acme', ann, bea);
    expect(preview).toMatchObject({
      possible: true,
      refusals: [],
      survivor: { id: ann, name: 'Ann', locale: null, status: 'active' },
      merged: { id: bea, name: 'Bea', status: 'active', mergedFrom: [] },
      after: { id: ann, canonicalId: ann, name: 'Ann', locale: 'fr', mergedFrom: [bea], sources: { name: ann, locale: bea, 'fields.plan': ann } },
      together: { interactions: { survivor: 0, merged: 1 }, tickets: 0, visibleTo: [] },
    });
    expect(preview.gained.contactPoints.map(({ key, primary, endUserId }) => [key, primary, endUserId]).sort()).toEqual([
      ['+33612345678', true, bea],
      ['bea@example.org', false, bea],
    ]);
    expect(preview.conflicts).toEqual([
      { field: 'name', survivor: 'Ann', merged: 'Bea', chosen: 'Ann' },
      { field: 'fields.plan', survivor: 'gold', merged: 'free', chosen: 'gold' },
      { field: 'primary.email', survivor: 'ann@example.org', merged: 'bea@example.org', chosen: 'ann@example.org' },
    ]);
    expect(await people.engine.store.head()).toBe(head);
    await people.merge(ann, bea);
    expect(timeless(await people.shown(ann))).toEqual(timeless(preview.after));
  });

  it('says that one is suspended and the other not, and follows the policy of the tenant', async () => {
    await people.suspend(bea);
    await people.policy({ name: 'most-recent' });
    const { conflicts, after } = await (await people.previews()).previewMerge('acme', ann, bea);
    expect(conflicts).toContainEqual({ field: 'status', survivor: 'active', merged: 'suspended', chosen: 'active' });
    expect(conflicts).toContainEqual({ field: 'name', survivor: 'Ann', merged: 'Bea', chosen: 'Bea' });
    expect(after.sources.name).toBe(bea);
  });

  it('names the keys of agents who see the one, or the other, and will see both', async () => {
    const [acme = '', beta = '', gamma = ''] = await people.createOrganizations('Acme', 'Beta', 'Gamma');
    await people.join(ann, acme);
    await people.join(bea, beta);
    const context = asking({ actor: { kind: 'operator', id: 'boss' } });
    const key = async (...organizations: string[]) => (await people.engine.keys.issue(context, { role: 'agent', clientName: 'desk', organizations })).keyId;
    const [ofAcme, ofBeta] = [await key(acme), await key(beta), await key(acme, beta), await key(gamma)];
    const revoked = await key(acme);
    await people.engine.keys.revoke(context, revoked, { evenTheLast: true });
    await people.engine.keys.issue(context, { role: 'agent', clientName: 'sees all' });
    const { together } = await (await people.previews()).previewMerge('acme', ann, bea);
    expect(together.visibleTo).toEqual([ofAcme, ofBeta]);
    const { mergeId } = await people.mergeOrganizations(acme, beta);
    expect((await (await people.previews()).previewMerge('acme', ann, bea)).together.visibleTo).toEqual([]);
    await people.unmergeOrganizations(mergeId);
    await people.merge(ann, bea);
    expect((await (await people.previews()).previewMerge('acme', ann, bea)).together.visibleTo).toEqual([]);
  });

  it('shows which organizations and tickets are seen together, and that the two have another default', async () => {
    const [acme = '', beta = '', gamma = ''] = await people.createOrganizations('Acme', 'Beta', 'Gamma');
    await people.join(ann, acme);
    await people.join(bea, gamma);
    await people.join(bea, beta, true);
    const { mergeId: ofOrganizations } = await people.mergeOrganizations(acme, gamma);
    for (const [ticket, requester] of Object.entries({ t1: ann, t2: bea, t3: bea })) await people.openTicket(ticket, requester);
    const { after, gained, together, conflicts } = await (await people.previews()).previewMerge('acme', ann, bea);
    const named = (organizations: ShownEndUser['organizations']) => organizations.map(({ name, default: isDefault }) => [name, isDefault]);
    expect(named(after.organizations)).toEqual([
      ['Acme', true],
      ['Beta', false],
    ]);
    expect(named(gained.organizations)).toEqual([['Beta', false]]);
    expect(together.tickets).toBe(3);
    expect(conflicts).toContainEqual({ field: 'defaultOrganization', survivor: acme, merged: beta, chosen: acme });
    const { mergeId } = await people.merge(ann, bea);
    expect((await people.shown(ann)).organizations).toEqual(after.organizations);
    await people.unmergeOrganizations(ofOrganizations);
    const { leaving, survivorAfter } = await (await people.previews()).previewUnmerge('acme', mergeId, false);
    expect([named(leaving.organizations), leaving.tickets]).toEqual([
      [
        ['Gamma', false],
        ['Beta', true],
      ],
      2,
    ]);
    expect(named(survivorAfter.organizations)).toEqual([['Acme', true]]);
  });

  it('hides nothing of who comes that the survivor had taken away before it came', async () => {
    await people.change(ann, { locale: 'de' });
    await people.change(ann, { locale: null });
    const { after } = await (await people.previews()).previewMerge('acme', ann, bea);
    expect(after).toMatchObject({ locale: 'fr', sources: { locale: bea } });
    await people.merge(ann, bea);
    expect(timeless(await people.shown(ann))).toEqual(timeless(after));
  });

  it('shows what is taken away after the merge no more, even where only the merged profile had it', async () => {
    await people.merge(ann, bea);
    expect((await people.shown(ann)).locale).toBe('fr');
    await people.change(ann, { locale: null });
    expect((await people.shown(bea)).locale).toBeNull();
  });

  it('takes no merge that was cut off half way for a refusal: it is brought to its end before the command decides', async () => {
    const cyd = await people.create({ name: 'Cyd' }, 'email:cyd@example.org');
    const [lo, hi] = [ann, cyd].sort() as [string, string];
    const attempt = {
      attemptId: 'a1',
      mergeId: 'm1',
      otherId: hi,
      role: 'survivor',
      named: { survivorId: lo, mergedId: hi },
    } as const;
    await people.engine.runner.run(endUser, new ReserveMerge('acme', lo, attempt, '2026-05-01T00:00:00.000Z'), step());
    expect(await (await people.previews()).previewMerge('acme', lo, bea)).toMatchObject({ possible: true, refusals: [] });
    await people.merge(lo, bea);
    expect((await people.shown(lo)).mergedFrom).toEqual([bea, hi].sort());
  });

  it('names the refusal that the command would answer', async () => {
    const refused = async (survivorId: string, mergedId: string) => {
      const { possible, refusals } = await (await people.previews()).previewMerge('acme', survivorId, mergedId);
      const [refusal] = refusals;
      await expect(people.merge(survivorId, mergedId)).rejects.toMatchObject({ code: refusal?.code });
      return [possible, refusal?.code];
    };
    const cyd = await people.create({ name: 'Cyd' });
    expect(await refused(ann, ann)).toEqual([false, 'merge-with-itself']);
    await people.declare(ann, bea);
    expect(await refused(ann, bea)).toEqual([false, 'declared-different']);
    expect(await refused(bea, ann)).toEqual([false, 'declared-different']);
    await people.merge(ann, cyd);
    expect(await refused(cyd, ann)).toEqual([false, 'already-merged']);
    expect(await refused(cyd, bea)).toEqual([false, 'declared-different']);
    const dan = await people.create({ name: 'Dan' });
    await people.remove(dan);
    expect(await refused(ann, dan)).toEqual([false, 'end-user-deleted']);
    const nobody = '00000000-0000-7000-8000-999999999999';
    await expect((await people.previews()).previewMerge('acme', ann, nobody)).rejects.toMatchObject({ code: 'end-user-not-found' });
    await expect((await people.previews()).previewMerge('other', ann, bea)).rejects.toMatchObject({ code: 'end-user-not-found' });
  });
});

describe('the preview of an unmerge', () => {
  let people: MergedPeople;
  beforeEach(async () => {
    people = await MergedPeople.of();
  });
  afterEach(() => people.database.close());

  it('shows who leaves with what, and what becomes of both sides; so it is', async () => {
    const [ann, bea, cyd] = [
      await people.create({ name: 'Ann' }, 'email:ann@example.org'),
      await people.create({ name: 'Bea', locale: 'fr' }, 'phone:0612345678'),
      await people.create({ name: 'Cyd', timeZone: 'Europe/Paris' }, 'telegram:cydney'),
    ];
    await people.hear(3, 'phone:0612345678');
    const inner = await people.merge(bea, cyd);
    const { mergeId } = await people.merge(ann, bea);
    await people.note(ann, 'Called back.');
    const preview = await (await people.previews()).previewUnmerge('acme', mergeId, false);
    expect(preview).toMatchObject({
      possible: true,
      refusals: [],
      survivor: { id: ann, locale: 'fr', timeZone: 'Europe/Paris', mergedFrom: [bea, cyd].sort() },
      survivorAfter: { id: ann, locale: null, mergedFrom: [] },
      merged: { id: bea, canonicalId: bea, status: 'active', timeZone: 'Europe/Paris', mergedFrom: [cyd] },
      leaving: { members: [bea, cyd], interactions: 1 },
      further: [],
      residue: { total: 1, entries: [{ kind: 'noted', summary: 'Called back.', endUserId: ann }] },
    });
    expect(preview.leaving.contactPoints.map(({ key }) => key)).toEqual(['+33612345678', 'cydney']);
    const alone = await (await people.previews()).previewUnmerge('acme', mergeId, true);
    expect(alone).toMatchObject({ merged: { timeZone: null, mergedFrom: [] }, further: [{ mergeId: inner.mergeId, mergedId: cyd }] });
    await people.unmerge(mergeId, true);
    for (const id of [ann, bea]) expect(timeless(await people.shown(id))).toEqual(timeless(id === ann ? alone.survivorAfter : alone.merged));
    expect(await people.shown(cyd)).toMatchObject({ canonicalId: cyd });
  });

  it('says that the merge was undone already, or was never made', async () => {
    const [ann, bea] = [await people.create({ name: 'Ann' }), await people.create({ name: 'Bea' })];
    const { mergeId } = await people.merge(ann, bea);
    await people.unmerge(mergeId);
    const again = await people.merge(bea, ann);
    expect(await (await people.previews()).previewUnmerge('acme', mergeId, false)).toMatchObject({
      possible: false,
      refusals: [{ code: 'merge-undone' }],
      leaving: { members: [], contactPoints: [], interactions: 0 },
      residue: { total: 0 },
    });
    expect(await (await people.previews()).previewUnmerge('acme', again.mergeId, false)).toMatchObject({ possible: true, leaving: { members: [ann] } });
    await expect((await people.previews()).previewUnmerge('acme', 'nothing', false)).rejects.toMatchObject({ code: 'merge-not-found' });
  });
});

describe('every preview', () => {
  const person = fc.record(
    {
      name: fc.constantFrom('Ann', 'Bea', 'Cyd'),
      locale: fc.constantFrom('fr', 'de'),
      notes: fc.constantFrom('x', 'y'),
      tags: fc.uniqueArray(fc.constantFrom('vip', 'new', 'old'), { maxLength: 3 }),
      fields: fc.dictionary(fc.constantFrom('plan', 'seats'), fc.nat(2)),
    },
    { requiredKeys: [] },
  );
  const orders = ['survivor-first', 'most-recent', 'oldest', 'verified-first'] as const;
  const order = fc.constantFrom(...orders);
  const set = fc.constantFrom(...orders, 'union' as const);
  const policies = fc.record({ name: order, locale: order, notes: order, fields: set, tags: set }, { requiredKeys: [] });
  const what = fc.constantFrom('merge', 'merge', 'unmerge', 'rename', 'blank', 'untag', 'choose', 'hear', 'attach');
  const steps = fc.array(fc.tuple(what, fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 8 });

  it(
    'is what is shown after the merge, and after the unmerge, whatever went before',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(person, { minLength: 4, maxLength: 4 }), policies, steps, async (profiles, policy, happens) => {
          const people = await MergedPeople.of();
          await people.policy(policy);
          const ids: string[] = [];
          for (const [i, profile] of profiles.entries())
            ids.push(await people.create(profile, `email:p${i}@example.org`, i % 2 ? `phone:061234567${i}!` : `phone:061234567${i}`));
          const made: string[] = [];
          for (const [i, [kind, one, other]] of happens.entries()) {
            const [id, otherId] = [ids[one] as string, ids[other] as string];
            if (kind === 'merge') await mergedAsPreviewed(people, id, otherId, made);
            else if (kind === 'unmerge') await undoneAsPreviewed(people, made.splice(one % Math.max(1, made.length), 1)[0], other % 2 === 1);
            else if (kind === 'rename') await people.change(id, { name: `Name ${i}`, fields: { plan: i } });
            else if (kind === 'blank') await people.change(id, { name: null, locale: null, fields: { plan: null } });
            else if (kind === 'untag') await people.untag(id, 'vip', 'new');
            else if (kind === 'choose') await people.choose(id, `email:p${one}@example.org`);
            else if (kind === 'hear') await people.hear(i + 1, `email:p${one}@example.org`);
            else await people.attach(id, `email:more${i}@example.org`);
          }
          await people.database.close();
        }),
        { numRuns: 15 },
      ),
    120_000,
  );

  async function mergedAsPreviewed(people: MergedPeople, id: string, otherId: string, made: string[]): Promise<void> {
    const { possible, after } = await (await people.previews()).previewMerge('acme', id, otherId);
    if (!possible) return expect(people.merge(id, otherId)).rejects.toMatchObject({ name: 'Refusal' });
    made.push((await people.merge(id, otherId)).mergeId);
    expect(timeless(await people.shown(id))).toEqual(timeless(after));
  }

  async function undoneAsPreviewed(people: MergedPeople, mergeId: string | undefined, alone: boolean): Promise<void> {
    if (mergeId === undefined) return;
    const { possible, survivorAfter, merged, leaving } = await (await people.previews()).previewUnmerge('acme', mergeId, alone);
    const { members, survivorId, mergedId, further } = await people.unmerge(mergeId, alone);
    if (!possible) return;
    expect(timeless(await people.shown(survivorId))).toEqual(timeless(survivorAfter));
    expect(timeless(await people.shown(mergedId))).toEqual(timeless(merged));
    if (further.length === 0) expect([...leaving.members].sort()).toEqual([...members].sort());
  }
});
