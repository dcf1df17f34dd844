import type { Restored, ShownEndUser } from '@kith/read-models';
import fc from 'fast-check';
import { kinds as databases } from './databases';
import { MergedPeople } from './merging';

describe.each(databases)('a restored profile ($name)', (kind) => {
  let people: MergedPeople;
  let [ann, bea] = ['', ''];
  beforeEach(async () => {
    people = await MergedPeople.of(await kind.make());
    ann = await people.create({ name: 'Ann', tags: ['vip'] }, 'email:ann@example.org');
    bea = await people.create({ name: 'Bea', locale: 'fr', details: 'tall', fields: { plan: 'free' } }, 'email:bea@example.org', 'phone:0612345678!');
    await people.tag(bea, 'new');
    await people.choose(bea, 'email:bea@example.org');
    await people.hear(3, 'phone:0612345678');
  });
  afterEach(() => people.database.close());

  const undone = async (mergeId: string, alone = false): Promise<Restored> => {
    const answer = await people.unmerge(mergeId, alone);
    return (await people.restorals()).restored('acme', answer);
  };

  it('has the digest that it had before the merge, when nothing came in between', async () => {
    const before = await people.shown(bea);
    const { mergeId } = await people.merge(ann, bea);
    const { endUserId, digestBefore, digestAfter, residue, residueTotal } = await undone(mergeId);
    expect({ endUserId, residue, residueTotal }).toEqual({ endUserId: bea, residue: [], residueTotal: 0 });
    expect(digestAfter).toMatch(/^[0-9a-f]{64}$/);
    expect(digestBefore).toBe(digestAfter);
    expect(await (await people.restorals()).digestOf('acme', before)).toBe(digestAfter);
    const tenant = await people.engine.identifiers.of('acme');
    expect(tenant.profileDigest({ b: 1, a: [2] })).toBe(tenant.profileDigest({ a: [2], b: 1 }));
  });

  it('has it also after the survivor was changed, merged further and heard of', async () => {
    const { mergeId } = await people.merge(ann, bea);
    const cyd = await people.create({ name: 'Cyd' }, 'email:cyd@example.org');
    await people.merge(cyd, ann);
    await people.change(bea, { name: 'Anna', locale: null, details: 'short', fields: { plan: 'gold' } });
    await people.untag(bea, 'new');
    await people.hear(20, 'email:ann@example.org');
    const { digestBefore, digestAfter } = await undone(mergeId);
    expect(digestBefore).toBe(digestAfter);
    expect(await people.shown(bea)).toMatchObject({ name: 'Bea', locale: 'fr', tags: ['new'], lastInteractionAt: '2026-05-03T00:00:00.000Z' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['heard of later', () => people.hear(20, 'phone:0612345678')],
    ['verified', () => people.verify(bea, 'email:bea@example.org')],
    ['taken off', () => people.detach(ann, 'email:bea@example.org')],
  ])('has another digest when one of its contact points was %s in between', async (_, happens) => {
    const { mergeId } = await people.merge(ann, bea);
    await happens();
    const { digestBefore, digestAfter } = await undone(mergeId);
    expect(digestBefore).toMatch(/^[0-9a-f]{64}$/);
    expect(digestAfter).not.toBe(digestBefore);
  });

  it('was heard of before the merge only by what had come by then, and not by what was assigned or reported later', async () => {
    const late = await people.hear(25);
    const { mergeId } = await people.merge(ann, bea);
    await people.hear(2, 'phone:0612345678');
    await people.assign(late, bea);
    expect(await undone(mergeId)).toMatchObject({ residueTotal: 1, residue: [{ kind: 'interaction', endUserId: ann, at: '2026-05-25T00:00:00.000Z' }] });
    const again = await people.merge(ann, bea);
    const { digestBefore, digestAfter } = await undone(again.mergeId);
    expect(digestBefore).toBe(digestAfter);
  });

  it('is seen in the cluster as soon as it is sealed, whichever of the two ids is the lower', async () => {
    for (const [survivor, merged] of [
      [ann, bea],
      [bea, ann],
    ] as const) {
      const { mergeId } = await people.merge(survivor, merged);
      const { mergedAt } = await people.unmerge(mergeId);
      const replayed = await people.replayed();
      for (const id of [survivor, merged])
        expect((await replayed.at('acme', id, mergedAt))?.endUser).toMatchObject({ id, canonicalId: survivor, mergedFrom: [merged] });
      expect((await replayed.at('acme', merged, mergedAt - 1n))?.endUser).toMatchObject({ canonicalId: merged, mergedFrom: [] });
    }
    expect(await (await people.replayed()).at('acme', ann, 1n)).toBeUndefined();
  });

  it('brings along who was merged into it, or comes back alone, each time as it was', async () => {
    const cyd = await people.create({ name: 'Cyd', timeZone: 'Europe/Paris' }, 'telegram:cydney');
    await people.hear(9, 'telegram:cydney');
    await people.merge(bea, cyd);
    const whole = await people.merge(ann, bea);
    const withCyd = await undone(whole.mergeId);
    expect(withCyd.digestBefore).toBe(withCyd.digestAfter);
    const again = await people.merge(ann, bea);
    const alone = await undone(again.mergeId, true);
    expect(alone.digestBefore).toBe(alone.digestAfter);
    expect(alone.digestAfter).not.toBe(withCyd.digestAfter);
    expect(await people.shown(cyd)).toMatchObject({ canonicalId: cyd });
  });

  it('is heard of as it was, when a contact point turns out later to have always been another’s', async () => {
    const { mergeId } = await people.merge(ann, bea);
    const cyd = await people.create({ name: 'Cyd' }, 'email:cyd@example.org');
    await people.hear(15, 'email:cyd@example.org');
    await people.correct(ann, cyd, 'phone:0612345678');
    const before = await people.replayed();
    const { mergedAt } = await people.unmerge(mergeId);
    expect((await before.at('acme', bea, mergedAt - 1n))?.endUser).toMatchObject({
      canonicalId: bea,
      lastInteractionAt: '2026-05-03T00:00:00.000Z',
      contactPoints: expect.arrayContaining([expect.objectContaining({ key: '+33612345678' })]),
    });
    expect((await (await people.replayed()).at('acme', cyd, await people.engine.store.head()))?.endUser.lastInteractionAt).toBe('2026-05-15T00:00:00.000Z');
    await people.correct(cyd, bea, 'email:cyd@example.org');
    const replayed = await (await people.replayed()).at('acme', bea, await people.engine.store.head());
    expect(replayed?.endUser.lastInteractionAt).toBe('2026-05-15T00:00:00.000Z');
    expect((await (await people.replayed()).at('acme', bea, mergedAt))?.endUser.lastInteractionAt).toBe('2026-05-03T00:00:00.000Z');
  });
});

describe.each(databases)('the residue ($name)', (kind) => {
  let people: MergedPeople;
  beforeEach(async () => {
    people = await MergedPeople.of(await kind.make());
  });
  afterEach(() => people.database.close());

  it('has the organizations that somebody named meanwhile, and not those that an address brought about', async () => {
    const [ann, bea] = [await people.create({ name: 'Ann' }, 'email:ann@example.org'), await people.create({ name: 'Bea' }, 'email:bea@example.org')];
    const [acme = '', beta = '', gamma = '', delta = ''] = await people.createOrganizations('Acme', 'Beta', 'Gamma', 'Delta');
    await people.join(ann, gamma);
    await people.join(bea, acme);
    await people.join(bea, beta);
    const digest = async () => (await people.restorals()).digestOf('acme', await people.shown(bea));
    const before = await digest();
    await people.renameOrganization(acme, 'Acme Corporation');
    expect(await digest()).toBe(before);
    const answer = await people.merge(ann, bea);
    await people.join(bea, delta, true);
    await people.joinByDomain(ann, acme);
    await people.leave(bea, gamma);
    await people.chooseDefault(bea, null);
    await people.mergeOrganizations(acme, beta);
    const { residue, digestBefore, digestAfter } = await (await people.restorals()).restored('acme', await people.unmerge(answer.mergeId));
    expect(residue.map(({ kind, endUserId }) => [kind, endUserId])).toEqual([
      ['default-organization-chosen', ann],
      ['organization-left', ann],
      ['organization-joined', ann],
    ]);
    expect(digestBefore).toBe(digestAfter);
    await people.leave(bea, acme);
    expect(await digest()).not.toBe(digestAfter);
  });

  it('is what was written to the profiles that stay, in the time in which they were one with who comes back', async () => {
    const [ann, bea, cyd] = [
      await people.create({ name: 'Ann' }, 'email:ann@example.org'),
      await people.create({ name: 'Bea' }, 'email:bea@example.org'),
      await people.create({ name: 'Cyd' }, 'email:cyd@example.org'),
    ];
    await people.note(ann, 'before');
    await people.note(cyd, 'Cyd alone');
    await people.assign(await people.hear(1), ann);
    const { mergeId } = await people.merge(ann, bea);
    await people.note(bea, 'to both');
    await people.attach(ann, 'phone:0612345678');
    await people.hear(10, 'phone:0612345678');
    await people.hear(11, 'email:ann@example.org');
    await people.hear(12, 'email:bea@example.org');
    await people.note(cyd, 'still Cyd alone');
    await people.merge(cyd, ann);
    await people.tag(bea, 'vip');
    await people.choose(cyd, 'email:bea@example.org');
    await people.suspend(ann);
    const previewed = await (await people.previews()).previewUnmerge('acme', mergeId, false);
    const answer = await people.unmerge(mergeId);
    await people.note(ann, 'after');
    const { residue, residueTotal } = await (await people.restorals()).restored('acme', answer);
    expect(residue.map(({ kind, endUserId, summary, what, key }) => [kind, endUserId, summary ?? what ?? key])).toEqual([
      ['suspended', cyd, null],
      ['primary-chosen', cyd, 'bea@example.org'],
      ['tagged', cyd, ['vip']],
      ['interaction', ann, 'Call 2'],
      ['contact-point-attached', ann, '+33612345678'],
      ['noted', ann, 'to both'],
    ]);
    expect(residueTotal).toBe(6);
    expect(previewed).toMatchObject({ residue: { entries: residue, total: 6 }, leaving: { members: [bea], interactions: 1 } });
    expect(residue.map(({ position }) => BigInt(position))).toEqual(
      residue.map(({ position }) => BigInt(position)).sort((one, other) => (one > other ? -1 : 1)),
    );
  });

  it('lists the latest 200, and counts all', async () => {
    const [ann, bea] = [await people.create({ name: 'Ann' }), await people.create({ name: 'Bea' })];
    const { mergeId } = await people.merge(ann, bea);
    for (let i = 0; i < 205; i++) await people.note(ann, `note ${i}`);
    const { residue, residueTotal } = await (await people.restorals()).restored('acme', await people.unmerge(mergeId));
    expect([residue.length, residueTotal, residue[0]?.summary, residue.at(-1)?.summary]).toEqual([200, 205, 'note 204', 'note 5']);
  });
});

describe('a profile as it was', () => {
  const kinds = [
    'merge',
    'merge',
    'unmerge',
    'rename',
    'blank',
    'tag',
    'choose',
    'hear',
    'hear',
    'open',
    'assign',
    'attach',
    'detach',
    'verify',
    'correct',
    'delete',
  ] as const;
  const steps = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(3), fc.nat(3)), { minLength: 4, maxLength: 14 });
  const shownAs = ({ updatedAt: _, ...shown }: ShownEndUser) => shown;

  it(
    'is what was shown at that place of the log, for every profile and at every step; what a merge took in is given back',
    () =>
      fc.assert(
        fc.asyncProperty(steps, async (happens) => {
          const people = await MergedPeople.of();
          const ids: string[] = [];
          for (let i = 0; i < 4; i++) ids.push(await people.create({ name: `P${i}`, tags: ['t'] }, `email:p${i}@example.org`, `phone:061234567${i}`));
          const history: { position: bigint; shown: ReadonlyMap<string, ShownEndUser> }[] = [];
          const [made, open]: [string[], string[]] = [[], []];
          for (const [i, [kind, one, other]] of happens.entries()) {
            await happen(people, { kind, i, one, other, ids, made, open }).catch(unlessRefused);
            const shown = new Map<string, ShownEndUser>();
            for (const id of ids) shown.set(id, await people.shown(id));
            history.push({ position: await people.engine.store.head(), shown });
          }
          const replayed = await people.replayed();
          for (const { position, shown } of history)
            for (const [id, then] of shown) expect(shownAs((await replayed.at('acme', id, position))?.endUser as ShownEndUser)).toEqual(shownAs(then));
          await people.database.close();
        }),
        { numRuns: 10 },
      ),
    180_000,
  );

  interface Happening {
    readonly kind: (typeof kinds)[number];
    readonly i: number;
    readonly one: number;
    readonly other: number;
    readonly ids: readonly string[];
    readonly made: string[];
    readonly open: string[];
  }

  async function happen(people: MergedPeople, { kind, i, one, other, ids, made, open }: Happening): Promise<void> {
    const [id, otherId] = [ids[one] as string, ids[other] as string];
    const [email, phone] = [`email:p${other}@example.org`, `phone:061234567${other}`] as const;
    if (kind === 'merge') made.push((await people.merge(id, otherId)).mergeId);
    else if (kind === 'unmerge') await undo(people, made.splice(one % Math.max(1, made.length), 1)[0]);
    else if (kind === 'rename') await people.change(id, { name: `N${i}`, fields: { plan: i }, notes: null });
    else if (kind === 'blank') await people.change(id, { name: null, fields: { plan: null } });
    else if (kind === 'tag') await (other % 2 ? people.tag(id, `t${i % 2}`) : people.untag(id, 't'));
    else if (kind === 'choose') await people.choose(id, email);
    else if (kind === 'hear') await people.hear(1 + ((i * 5) % 27), i % 2 ? email : phone);
    else if (kind === 'open') open.push(await people.hear(1 + ((i * 7) % 27)));
    else if (kind === 'assign') await Promise.all(open.splice(0, 1).map((interaction) => people.assign(interaction, id)));
    else if (kind === 'attach') await people.attach(id, `email:more${i}@example.org`);
    else if (kind === 'detach') await people.detach(id, email);
    else if (kind === 'verify') await people.verify(id, phone);
    else if (kind === 'correct') await people.correct(id, otherId, `phone:061234567${one}`);
    else if (one === 3) await people.remove(id);
  }

  /** Undone at once, nothing has come in between; later, something may have. */
  async function undo(people: MergedPeople, mergeId: string | undefined): Promise<void> {
    if (mergeId === undefined) return;
    const { digestBefore, digestAfter, endUserId } = await (await people.restorals()).restored('acme', await people.unmerge(mergeId));
    expect(digestAfter).toMatch(/^[0-9a-f]{64}$/);
    expect(digestBefore).toMatch(/^[0-9a-f]{64}$/);
    const other = await people.create({ name: 'Other' });
    const { digestBefore: before, digestAfter: after } = await (await people.restorals()).restored(
      'acme',
      await people.unmerge((await people.merge(other, endUserId)).mergeId),
    );
    expect([before, after]).toEqual([digestAfter, digestAfter]);
  }

  function unlessRefused(error: unknown): void {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
  }
});
