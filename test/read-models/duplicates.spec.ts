import { SystemClock } from '@kith/application';
import { type DomainEvent, type DuplicateRule, foldedName, isFreeMail, mailboxOf, mostSharing, type SettingsChanges, streamOf } from '@kith/domain';
import { dump, duplicates, type ReadDatabase, rebuild } from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';

type Evidence = { tenant: string; key: string; rule: DuplicateRule; lower_id: string; higher_id: string; position: number };
type Point = readonly [channel: string, key: string];

const points: readonly Point[] = [
  ['email', 'ann.lee@gmail.com'],
  ['email', 'annlee+shop@googlemail.com'],
  ['email', 'ann.lee@acme.example'],
  ['email', 'ann@acme.example'],
  ['email', 'a.lee@globex.example'],
  ['email', 'ann@web.de'],
  ['phone', '+33612345678'],
  ['whatsapp', '+33612345678'],
  ['phone', '+33612345679'],
  ['whatsapp', '+33612345679'],
  ['x', 'annlee'],
  ['telegram', 'annlee'],
  ['loyalty', '4711'],
];
const names = ['Ann Lee', 'ANN  LÉE', 'Anna Lee', 'unknown', null, 'ann lee'] as const;
const siblings: readonly NonNullable<SettingsChanges['siblings']>[] = [
  [],
  [['x', 'telegram']],
  [
    ['whatsapp', 'phone'],
    ['telegram', 'x'],
  ],
];
const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] as const;
const tenants = ['acme', 'other'] as const;

type Held = { channel: string; key: string; position: number };

/** What the log comes to, told from the facts alone: everything is compared with everything. */
class Facts {
  readonly names = new Map<string, { name: string; position: number }>();
  readonly held = new Map<string, Map<string, Held>>();
  readonly erased = new Set<string>();
  readonly met = new Map<string, Evidence>();
  readonly siblings = new Map<string, readonly (readonly [string, string])[]>();

  pointsOf(tenant: string, id: string): Map<string, Held> {
    const own = this.held.get(`${tenant} ${id}`) ?? new Map<string, Held>();
    this.held.set(`${tenant} ${id}`, own);
    return own;
  }

  evidence(ids: readonly string[] = people): readonly Evidence[] {
    const found = new Map<string, Evidence>([...this.met].map(([at, one]) => [at, one]));
    for (const tenant of tenants)
      for (const [i, lower_id] of ids.entries())
        for (const higher_id of ids.slice(i + 1)) {
          for (const [key, rule, position] of this.common(tenant, lower_id, higher_id)) {
            const at = `${tenant} ${key} ${rule} ${lower_id} ${higher_id}`;
            const position_ = Math.min(position, found.get(at)?.position ?? position);
            if (this.sharing(tenant, ids, key, rule) <= mostSharing) found.set(at, { tenant, key, rule, lower_id, higher_id, position: position_ });
          }
        }
    return sorted([...found.values()]);
  }

  private *common(tenant: string, one: string, other: string): Iterable<[string, DuplicateRule, number]> {
    const [name, namesake] = [this.names.get(`${tenant} ${one}`), this.names.get(`${tenant} ${other}`)];
    for (const [mineId, mine] of this.pointsOf(tenant, one))
      for (const [theirsId, theirs] of this.pointsOf(tenant, other)) {
        const position = Math.max(mine.position, theirs.position);
        if (mineId !== theirsId && keyOf(mine) === keyOf(theirs)) {
          if (mine.channel === theirs.channel) yield [keyOf(mine), 'same-mailbox', position];
          else if (this.areSiblings(tenant, mine.channel, theirs.channel)) yield [keyOf(mine), 'same-number', position];
        }
        const domain = domainOf(mine);
        if (name && name.name === namesake?.name && domain !== undefined && domain === domainOf(theirs))
          yield [`${name.name}@${domain}`, 'same-name-and-domain', Math.max(position, name.position, namesake.position)];
      }
  }

  private areSiblings(tenant: string, one: string, other: string): boolean {
    return (this.siblings.get(tenant) ?? [['phone', 'whatsapp']]).some((pair) => pair.includes(one) && pair.includes(other));
  }

  private sharing(tenant: string, ids: readonly string[], key: string, rule: DuplicateRule): number {
    return ids.filter((id) =>
      [...this.pointsOf(tenant, id).values()].some((point) =>
        rule === 'same-name-and-domain' ? `${this.names.get(`${tenant} ${id}`)?.name}@${domainOf(point)}` === key : keyOf(point) === key,
      ),
    ).length;
  }
}

const keyOf = ({ channel, key }: Held) => (channel === 'email' ? mailboxOf(key) : key);
function domainOf({ channel, key }: Held): string | undefined {
  const domain = key.split('@')[1];
  return channel !== 'email' || domain === undefined || isFreeMail(domain) ? undefined : domain;
}
const sorted = (rows: readonly Evidence[]) => [...rows].sort((a, b) => (JSON.stringify(Object.values(a)) < JSON.stringify(Object.values(b)) ? -1 : 1));

const kindsOfStep = [
  'attach',
  'attach',
  'attach',
  'attach',
  'attach',
  'attach',
  'release',
  'release',
  'name',
  'name',
  'name',
  'meet',
  'siblings',
  'erase',
  'hear',
] as const;
type Step = readonly [what: number, tenant: number, who: number, which: number, other: number];
const steps = fc.array(fc.tuple(fc.nat(kindsOfStep.length - 1), fc.nat(9), fc.nat(people.length - 1), fc.nat(points.length - 1), fc.nat(people.length - 1)), {
  minLength: 1,
  maxLength: 20,
  size: 'max',
});

async function happen(log: TestLog, facts: Facts, [what, where, who, which, other]: Step): Promise<void> {
  const tenant = where === 0 ? 'other' : 'acme';
  const [id, otherId] = [people[who] as string, people[other] as string];
  const own = facts.pointsOf(tenant, id);
  const [channel, key] = points[which] as Point;
  const digest = `${channel}-${key}`;
  const name = names[which % names.length] ?? null;
  switch (kindsOfStep[what]) {
    case 'attach': {
      // Whether the point is shared is of no interest to the projection.
      if (own.has(digest)) return;
      const normaliser = channel === 'email' ? 'email/1' : 'opaque/1';
      const data = { endUserId: id, channel, scope: '', key, value: key, normaliser, verified: false } as const;
      const position = Number(await log.point(digest, 'ContactPointAttached', data, { tenant }));
      // What was on its way when somebody was erased says nothing any more.
      if (!facts.erased.has(`${tenant} ${id}`)) own.set(digest, { channel, key, position });
      return;
    }
    case 'release': {
      const held = [...own.keys()][which % Math.max(own.size, 1)];
      if (held !== undefined && own.delete(held)) await log.release(held, id, { tenant });
      return;
    }
    case 'name': {
      if (facts.erased.has(`${tenant} ${id}`)) return;
      const position = await log.endUser(id, 'EndUserProfileChanged', { name, marks: {} }, { tenant });
      const folded = name === null ? undefined : foldedName(name);
      const at = `${tenant} ${id}`;
      if (folded === undefined) facts.names.delete(at);
      else if (facts.names.get(at)?.name !== folded) facts.names.set(at, { name: folded, position: Number(position) });
      return;
    }
    case 'meet': {
      const possibleDuplicates = [{ endUserIds: [id, otherId] as const, pointIds: [digest, 'another'] }];
      const resolution = { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: [], possibleDuplicates } as const;
      const position = Number(await log.interaction(`i${facts.met.size}-${Math.random()}`, id, { tenant, resolution }));
      const [lower_id, higher_id] = [id, otherId].sort() as [string, string];
      const met = { tenant, key: [digest, 'another'].sort().join(' '), rule: 'met-in-interaction' as const, lower_id, higher_id, position };
      const at = JSON.stringify({ ...met, position: 0 });
      const areThere = [id, otherId].every((one) => !facts.erased.has(`${tenant} ${one}`));
      if (id !== otherId && areThere && !facts.met.has(at)) facts.met.set(at, met);
      return;
    }
    case 'siblings': {
      const pairs = siblings[which % siblings.length] ?? [];
      facts.siblings.set(tenant, pairs);
      await log.append(streamOf.settings(tenant), 'SettingsChanged', { version: 1, changes: { siblings: pairs } }, { tenant });
      return;
    }
    case 'erase':
      if (which % 3 !== 0) return;
      facts.erased.add(`${tenant} ${id}`);
      facts.names.delete(`${tenant} ${id}`);
      own.clear();
      for (const [at, one] of facts.met) if (one.tenant === tenant && [one.lower_id, one.higher_id].includes(id)) facts.met.delete(at);
      await log.endUser(id, 'EndUserErased' as DomainEvent['type'] & 'EndUserErased', { scope: 'profile', members: [] }, { tenant });
      return;
    default:
      await log.interaction(`h${Math.random()}`, id, { tenant });
  }
}

async function evidenceIn(database: ReadDatabase): Promise<readonly Evidence[]> {
  const rows = await database.kysely.selectFrom('duplicate_evidence').selectAll().execute();
  return sorted(rows.map(({ tenant, key, rule, lower_id, higher_id, position }) => ({ tenant, key, rule, lower_id, higher_id, position })));
}

describe.each(kinds)('the evidence of duplicates in $name', ({ make, cases }) => {
  const open: ReadDatabase[] = [];
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
  });
  const made = async () => {
    const database = await make();
    open.push(database);
    return database;
  };

  it('is what comparing everybody with everybody finds, wherever the log was cut into transactions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(steps, fc.boolean()), { minLength: 3, maxLength: 12, size: 'max' }), async (stretches) => {
        const [log, facts, database] = [new TestLog(), new Facts(), await made()];
        for (const [stretch, isCut] of stretches) {
          for (const step of stretch) await happen(log, facts, step);
          if (isCut) {
            await project(log, database, [duplicates]);
            expect(await evidenceIn(database)).toEqual(facts.evidence());
          }
        }
        await project(log, database, [duplicates]);
        expect(await evidenceIn(database)).toEqual(facts.evidence());
        expect(await database.kysely.selectFrom('duplicate_stale').selectAll().execute()).toEqual([]);
        await open.pop()?.close();
      }),
      { numRuns: Math.ceil(cases / 2), endOnFailure: true },
    );
  }, 60_000);

  it('is the same after a rebuild', async () => {
    const [log, facts, database] = [new TestLog(), new Facts(), await made()];
    for (const step of fc.sample(steps, { numRuns: 12, seed: 7 }).flat()) await happen(log, facts, step);
    await project(log, database);
    const { name } = await rebuild({ store: log.store, personalData: log.personalData, database, clock: new SystemClock() });
    const rebuilt = await database.beside(name);
    open.push(rebuilt);
    expect(facts.evidence().length).toBeGreaterThan(5);
    expect(await evidenceIn(rebuilt)).toEqual(facts.evidence());
    expect(await dump(rebuilt.kysely)).toEqual(await dump(database.kysely));
  });

  it('pairs nobody by what too many share, and everybody again once few enough do', async () => {
    const [log, database] = [new TestLog(), await made()];
    const crowd = Array.from({ length: mostSharing + 1 }, (_, i) => `c${String(i).padStart(2, '0')}`);
    const attach = (id: string, i: number) =>
      log.point(`d${id}`, 'ContactPointAttached', {
        endUserId: id,
        channel: 'email',
        scope: '',
        key: `box+${i}@gmail.com`,
        value: '',
        normaliser: 'email/1',
        verified: false,
      });
    const count = async () => (await evidenceIn(database)).length;
    for (const [i, id] of crowd.slice(0, -1).entries()) await attach(id, i);
    await project(log, database, [duplicates]);
    expect(await count()).toBe((mostSharing * (mostSharing - 1)) / 2);
    await attach(crowd.at(-1) as string, 99);
    await project(log, database, [duplicates]);
    expect(await count()).toBe(0);
    await log.release('dc00', 'c00');
    await project(log, database, [duplicates]);
    expect(await count()).toBe((mostSharing * (mostSharing - 1)) / 2);
  });
});
