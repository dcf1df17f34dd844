import { type GivenPoint, type ImportKept, Refusal } from '@kith/domain';
import fc from 'fast-check';
import { MergedPeople } from '../read-models/merging';
import { ImportingDesk } from '../support/importing-desk';
import { settleAll } from '../support/membership-reactions';

/** The first is the example, in which there is something to see. */
const runs = Number(process.env.KITH_RUNS ?? 3);

type Step = readonly [kind: string, one: number, other: number];
const stepsOf = (kinds: readonly string[], maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(4), fc.nat(3)), { maxLength, size: 'max' });
/** What may have happened before; the last two of those who are there may be one. */
const lives = stepsOf(['change', 'blank', 'tag', 'untag', 'attach', 'choose', 'join', 'leave', 'suspend', 'merge'], 8);
const imports = stepsOf(['create', 'create', 'change', 'change', 'tag', 'attach', 'choose', 'join', 'found', 'suspend', 'reinstate'], 14);
/** By whoever works with them meanwhile: nothing that the import has said already, because that is nothing new. */
const edits = stepsOf(['change-name', 'change-plan', 'tag-own', 'untag', 'attach', 'hear', 'join-other', 'leave'], 5);

const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof Refusal)) throw error;
  return undefined;
};

/** Some people and three organizations, and what happens to them in random order. */
class Lives {
  readonly made: string[] = [];
  private readonly founded: string[] = [];
  private count = 0;

  private constructor(
    readonly people: MergedPeople,
    readonly ids: readonly string[],
    private readonly organizations: readonly string[],
  ) {}

  static async of(before: readonly Step[]): Promise<Lives> {
    const people = await MergedPeople.of();
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push(await people.create({ name: `P${i}`, tags: ['t0'], fields: { plan: i } }, `email:p${i}@example.org`));
    const world = new Lives(people, ids, await people.createOrganizations('O0', 'O1', 'O2'));
    for (const step of before) await world.happen(step).catch(unlessRefused);
    await settleAll(people.engine);
    return world;
  }

  /** The last one stands for somebody of the import, as long as there is anybody. */
  private id(one: number, other = 0): string | undefined {
    return one < 4 ? this.ids[one] : this.made[other % Math.max(this.made.length, 1)];
  }

  async happen([kind, one, other]: Step): Promise<unknown> {
    const { people } = this;
    const id = this.id(one, other);
    if (id === undefined) return undefined;
    const organizationId = this.organizations[other % 2] as string;
    switch (kind) {
      case 'change':
        return people.change(id, { name: `N${other}`, details: `D${other}`, fields: { plan: other + 10, [`own${other}`]: true } });
      case 'change-name':
        return people.change(id, { name: `Edited${other}` });
      case 'change-plan':
        return people.change(id, { fields: { plan: other + 1_000 } });
      case 'blank':
        return people.change(id, { name: null, fields: { plan: null } });
      case 'tag':
        return people.tag(id, `t${other}`);
      case 'tag-own':
        return people.tag(id, `own${other}`);
      case 'untag':
        return people.untag(id, `t${other}`);
      case 'attach':
        return people.attach(id, `email:x${one}${other}@example.org`);
      case 'choose':
        return people.choose(id, other % 2 ? `email:p${one}@example.org` : `email:x${one}${other}@example.org`);
      case 'join':
        return people.join(id, organizationId, one % 2 === 0);
      case 'join-other':
        return people.join(id, this.organizations[2] as string);
      case 'leave':
        return people.leave(id, organizationId);
      case 'suspend':
        return people.suspend(id);
      case 'hear':
        return people.hear(1 + other, `email:i${other}@example.org`);
      default:
        return people.merge(this.ids[2] as string, this.ids[3] as string);
    }
  }

  /** @returns what was kept */
  async importAndBack(rows: readonly Step[], meanwhile: readonly Step[]): Promise<readonly ImportKept[]> {
    const desk = await ImportingDesk.begun(this.people.engine);
    for (const row of rows) await this.row(desk, row).catch(unlessRefused);
    await desk.end();
    for (const step of meanwhile) await this.happen(step).catch(unlessRefused);
    await settleAll(this.people.engine);
    const kept = await desk.takeBack();
    await settleAll(this.people.engine);
    return kept;
  }

  private async row(desk: ImportingDesk, [kind, one, other]: Step): Promise<unknown> {
    const id = this.id(one, other) ?? (this.ids[0] as string);
    const address = (prefix: string): GivenPoint => ({ channel: 'email', value: `${prefix}@example.org` });
    switch (kind) {
      case 'create':
        this.count += 1;
        return this.made.push(await desk.create({ name: `I${other}`, tags: ['imported'] }, address(`made${this.count}`)));
      case 'change':
        return desk.change(id, { name: `I${other}`, notes: `I${one}`, fields: { plan: other + 100, [`f${other}`]: 'x' } });
      case 'tag':
        return desk.tag(id, `t${other}`, 'imported');
      case 'attach':
        return desk.attach(id, address(`i${other}`));
      case 'choose':
        return desk.choose(id, address(other % 2 ? `i${other}` : `p${one}`));
      case 'join':
        return desk.join(id, [...this.organizations.slice(0, 2), ...this.founded][other % (2 + this.founded.length)] as string);
      case 'found':
        return this.founded.push(await desk.createOrganization(`F${other}`));
      case 'suspend':
        return desk.suspend(id);
      default:
        return desk.reinstate(id);
    }
  }

  async digests(): Promise<readonly string[]> {
    const restorals = await this.people.restorals();
    const shown = [];
    for (const id of this.ids) shown.push(await this.people.shown(id));
    return Promise.all(shown.map(async (one) => `${one.status} ${await restorals.digestOf('acme', one)}`));
  }

  /** What is shown of somebody, by what an undoing calls its parts. */
  async parts(id: string): Promise<Readonly<Record<string, unknown>>> {
    const { status, name, details, notes, fields, tags, organizations, contactPoints } = await this.people.shown(id);
    const contactPoint = contactPoints.map(({ value, primary }) => `${value} ${primary}`);
    return {
      status,
      name,
      details,
      notes,
      fields,
      tags: tags.toSorted(),
      organization: organizations.map((one) => `${one.name} ${one.default}`),
      contactPoint,
    };
  }

  async statuses(): Promise<readonly string[]> {
    return Promise.all(this.made.map(async (id) => (await this.people.engine.creations.endUser('acme', id)).state.status));
  }

  /** Whether something is told of the person that a profile belongs to. */
  async isTold(kept: readonly ImportKept[], id: string, field: string): Promise<boolean> {
    const { canonicalId } = await this.people.shown(id);
    return kept.some((one) => (one.id === id || one.id === canonicalId) && (one.field === field || one.field === ''));
  }
}

it('an import that is undone leaves everybody who was there with the digest that they had, and nobody new', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(lives, imports, async (before, rows) => {
      const world = await Lives.of(before);
      try {
        const was = await world.digests();
        const kept = await world.importAndBack(rows, []);
        if (rows.length > 0) changed += 1;
        // What one profile of a person says shows through where the import spoke: that is told, and nothing else is kept.
        expect(kept.filter(({ code }) => code !== 'shown-otherwise')).toEqual([]);
        const is = await world.digests();
        for (const [i, id] of world.ids.entries()) {
          const isTold = kept.length > 0 && kept.some(({ id: told }) => told === id) ? true : kept.length > 0 && i > 1;
          if (!isTold) expect(`${i} ${is[i]}`).toBe(`${i} ${was[i]}`);
        }
        expect((await world.statuses()).filter((status) => status !== 'deleted')).toEqual([]);
      } finally {
        await world.people.database.close();
      }
    }),
    {
      numRuns: runs,
      examples: [
        [
          [],
          [
            ['create', 0, 0],
            ['change', 0, 1],
          ],
        ],
      ],
    },
  );
  expect(changed).toBeGreaterThan(0);
}, 240_000);

it('what was edited meanwhile is as if the import had never been, or it is told that it was kept', async () => {
  let [told, edited] = [0, 0];
  await fc.assert(
    fc.asyncProperty(lives, imports, edits, async (before, rows, meanwhile) => {
      const [world, without] = [await Lives.of(before), await Lives.of(before)];
      try {
        const kept = await world.importAndBack(rows, meanwhile);
        // The same edits of the same people, who never saw the import.
        for (const step of meanwhile) await without.happen(step).catch(unlessRefused);
        await settleAll(without.people.engine);
        told += kept.length;
        edited += meanwhile.length;
        for (const [i, id] of world.ids.entries()) {
          const [is, would] = [await world.parts(id), await without.parts(without.ids[i] as string)];
          for (const [part, value] of Object.entries(is))
            if (!(await world.isTold(kept, id, part))) expect({ i, part, value }).toEqual({ i, part, value: would[part] });
        }
        for (const [i, status] of (await world.statuses()).entries()) {
          const isKept = kept.some(({ id, field }) => id === world.made[i] && field === '');
          expect(`${i} ${status !== 'deleted'}`).toBe(`${i} ${isKept}`);
        }
      } finally {
        await world.people.database.close();
        await without.people.database.close();
      }
    }),
    { numRuns: runs, examples: [[[], [['create', 0, 0]], [['change-name', 4, 0]]]] },
  );
  expect(told).toBeGreaterThan(0);
  expect(edited).toBeGreaterThan(0);
}, 240_000);
