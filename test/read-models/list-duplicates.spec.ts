import { type DuplicateRule, duplicateRules, foldedName, isFreeMail, mailboxOf } from '@kith/domain';
import { BadCursor, type Duplicate, FindDuplicate, FindDuplicateHandler, ListDuplicates, ListDuplicatesHandler, type ReadDatabase } from '@kith/read-models';
import fc from 'fast-check';
import { kinds } from './databases';
import { TestLog } from './log';
import { project } from './projected';

const at = '2026-03-02T00:00:00.000Z';
const people = ['p0', 'p1', 'p2', 'p3', 'p4'] as const;
const points = [
  ['email', 'ann.lee@gmail.com'],
  ['email', 'annlee+shop@gmail.com'],
  ['email', 'annlee+news@gmail.com'],
  ['email', 'an.nlee@googlemail.com'],
  ['email', 'a.lee@acme.example'],
  ['email', 'ann@acme.example'],
  ['email', 'lee@acme.example'],
  ['phone', '+33612345678'],
  ['whatsapp', '+33612345678'],
  ['phone', '+33612345679'],
  ['whatsapp', '+33612345679'],
] as const;
const stepKinds = [
  'attach',
  'attach',
  'attach',
  'attach',
  'attach',
  'attach',
  'attach',
  'meet',
  'merge',
  'merge',
  'unmerge',
  'declare',
  'declare',
  'withdraw',
  'delete',
  'restore',
  'share',
  'join',
  'join',
  'leave',
] as const;
type Step = readonly [what: number, who: number, other: number, which: number];
const steps = fc.array(fc.tuple(fc.nat(stepKinds.length - 1), fc.nat(people.length - 1), fc.nat(people.length - 1), fc.nat(points.length - 1)), {
  minLength: 12,
  maxLength: 60,
  size: 'max',
});

interface Reason {
  readonly rule: DuplicateRule;
  readonly pair: readonly [string, string];
  readonly position: number;
}

/** A small world that is told to a log, and what should be suggested in it by comparing all with all. */
class World {
  readonly log = new TestLog();
  private readonly names = new Map<string, readonly [name: string, position: number]>();
  private readonly held = new Map<string, Map<number, number>>(people.map((id) => [id, new Map()]));
  private readonly shared = new Set<number>();
  /** Positions by organization. */
  private readonly joined = new Map<string, Map<string, number>>(people.map((id) => [id, new Map()]));
  private readonly met: (Reason & { readonly which: number })[] = [];
  private readonly survivors = new Map<string, string>();
  private readonly gone = new Set<string>();
  private readonly differences: { id: string; pair: readonly [string, string]; until?: string; isOver: boolean }[] = [];
  private count = 0;

  async begin(): Promise<void> {
    for (const [i, id] of people.entries()) {
      const name = ['Ann Lee', 'Ann Lée', 'Bo Diaz', 'ANN LEE'][i % 4] as string;
      this.names.set(id, [foldedName(name) as string, Number(await this.log.endUser(id, 'EndUserCreated', { origin: 'api', name }))]);
    }
  }

  async step([what, who, other, which]: Step): Promise<void> {
    const [id, otherId] = [people[who] as string, people[other] as string];
    const [root, otherRoot] = [this.rootOf(id), this.rootOf(otherId)];
    this.count += 1;
    switch (stepKinds[what]) {
      case 'attach':
        return this.attach(id, which);
      case 'share':
        if (this.shared.has(which)) return;
        this.shared.add(which);
        await this.log.point(`d${which}`, 'ContactPointShared', {});
        return;
      case 'join':
        return this.join(id, `o${which % 2}`);
      case 'leave':
        return this.leave(id, `o${which % 2}`);
      case 'meet':
        return this.meet(id, otherId, which);
      case 'merge':
        return this.merge(root, otherRoot);
      case 'unmerge':
        if (!this.survivors.delete(id)) return;
        await this.log.endUser(id, 'EndUserUnmerged', { mergeId: `m-${id}`, members: [id], differentFrom: [] });
        return;
      case 'declare':
        return this.declare(id, otherId, which);
      case 'withdraw': {
        const standing = this.differences.find(({ isOver }) => !isOver);
        if (!standing) return;
        standing.isOver = true;
        const [endUserId, otherOne] = standing.pair;
        await this.log.endUser(endUserId, 'DifferenceWithdrawn', { declarationId: standing.id, endUserId, otherId: otherOne });
        return;
      }
      case 'delete':
        if (this.gone.has(root)) return;
        this.gone.add(root);
        await this.log.endUser(root, 'EndUserDeleted', {});
        return;
      default:
        if (this.gone.delete(root)) await this.log.endUser(root, 'EndUserRestored', {});
    }
  }

  private async attach(id: string, which: number): Promise<void> {
    const own = this.held.get(id) as Map<number, number>;
    const isTaken = [...this.held.values()].some((held) => held.has(which));
    if (own.has(which) || (isTaken && !this.shared.has(which))) return;
    const [channel, key] = points[which] as (typeof points)[number];
    const normaliser = channel === 'email' ? 'email/1' : 'e164/1';
    const data = { endUserId: id, channel, scope: '', key, value: key, normaliser, verified: false } as const;
    own.set(which, Number(await this.log.point(`d${which}`, 'ContactPointAttached', data)));
  }

  /** Who has joined already is told to have joined by hand. */
  private async join(id: string, organizationId: string): Promise<void> {
    const own = this.joined.get(id) as Map<string, number>;
    const cause = own.has(organizationId) ? 'manual' : 'domain';
    const position = Number(await this.log.endUser(id, 'OrganizationJoined', { organizationId, cause, default: false }));
    if (cause === 'domain') own.set(organizationId, position);
  }

  private async leave(id: string, organizationId: string): Promise<void> {
    if (this.joined.get(id)?.delete(organizationId)) await this.log.endUser(id, 'OrganizationLeft', { organizationId, cause: 'domain', default: null });
  }

  private async meet(id: string, otherId: string, which: number): Promise<void> {
    const resolution = {
      policy: 'resolve/1',
      settingsVersion: 0,
      why: [],
      attached: [],
      candidates: [],
      possibleDuplicates: [{ endUserIds: [id, otherId] as const, pointIds: [`d${which}`, 'elsewhere'] }],
    } as const;
    const position = Number(await this.log.interaction(`i${this.count}`, id, { resolution }));
    const pair = sortedPair(id, otherId);
    const isNew = id !== otherId && !this.met.some((one) => one.pair.join() === pair.join() && one.which === which);
    if (isNew) this.met.push({ rule: 'met-in-interaction', pair, position, which });
  }

  private async merge(survivorId: string, mergedId: string): Promise<void> {
    if (survivorId === mergedId || this.gone.has(survivorId) || this.gone.has(mergedId)) return;
    this.survivors.set(mergedId, survivorId);
    const named = { survivorId, mergedId };
    const data = { attemptId: `a${this.count}`, mergeId: `m-${mergedId}-${this.count}`, named, survivorId, members: [mergedId], differentFrom: [] };
    await this.log.endUser(mergedId, 'EndUserMerged', data);
  }

  private async declare(id: string, otherId: string, which: number): Promise<void> {
    if (id === otherId) return;
    const pair = sortedPair(id, otherId);
    for (const one of this.differences) if (one.pair.join() === pair.join()) one.isOver = true;
    const until = [undefined, undefined, '2026-03-01T12:00:00.000Z', '2026-04-01T00:00:00.000Z'][which % 4];
    const declarationId = `x${this.count}`;
    this.differences.push({ id: declarationId, pair, isOver: false, ...(until !== undefined && { until }) });
    const data = { declarationId, endUserId: pair[0], otherId: pair[1], ...(until !== undefined && { until }) };
    await this.log.endUser(pair[0], 'EndUsersDeclaredDifferent', data);
  }

  rootOf(id: string): string {
    const survivor = this.survivors.get(id);
    return survivor === undefined ? id : this.rootOf(survivor);
  }

  /** Ids and reasons of all that should be suggested, in the order of the list. */
  expected(only?: DuplicateRule): readonly { id: string; rules: readonly DuplicateRule[] }[] {
    const byPair = new Map<string, Reason[]>();
    for (const reason of this.reasons()) {
      const [one, other] = [this.rootOf(reason.pair[0]), this.rootOf(reason.pair[1])];
      if (one === other || this.gone.has(one) || this.gone.has(other) || this.areDifferent(one, other)) continue;
      const id = sortedPair(one, other).join('.');
      byPair.set(id, [...(byPair.get(id) ?? []), reason]);
    }
    return [...byPair]
      .map(([id, reasons]) => ({ id, reasons: reasons.sort(strongest) }))
      .filter(({ reasons }) => only === undefined || reasons.some(({ rule }) => rule === only))
      .sort((a, b) => strongest(first(a.reasons, only), first(b.reasons, only)))
      .map(({ id, reasons }) => ({ id, rules: reasons.map(({ rule }) => rule) }));
  }

  private areDifferent(one: string, other: string): boolean {
    const roots = sortedPair(one, other).join();
    return this.differences.some(
      ({ pair, until, isOver }) => !isOver && (until === undefined || until > at) && sortedPair(this.rootOf(pair[0]), this.rootOf(pair[1])).join() === roots,
    );
  }

  private reasons(): readonly Reason[] {
    const found = new Map<string, Reason>();
    const add = (key: string, reason: Reason) => {
      const known = found.get(key);
      if (!known || known.position > reason.position) found.set(key, reason);
    };
    for (const one of people)
      for (const other of people.filter((id) => id > one))
        for (const [organizationId, from] of this.joined.get(one) ?? []) {
          const since = this.joined.get(other)?.get(organizationId);
          const [name, namesake] = [this.names.get(one), this.names.get(other)];
          if (since === undefined || !name || name[0] !== namesake?.[0]) continue;
          const position = Math.max(from, since, name[1], namesake[1]);
          add(`in ${organizationId} ${one} ${other}`, { rule: 'same-name-and-organization', pair: [one, other], position });
        }
    for (const reason of this.met) add(`met ${reason.pair} ${reason.position}`, reason);
    for (const one of people)
      for (const other of people.filter((id) => id > one))
        for (const [mine, from] of this.held.get(one) ?? [])
          for (const [theirs, since] of this.held.get(other) ?? []) {
            const pair = [one, other] as const;
            const [[channel, key], [theirChannel, theirKey]] = [points[mine] as (typeof points)[number], points[theirs] as (typeof points)[number]];
            const position = Math.max(from, since);
            const areTelling = mine !== theirs && !this.shared.has(mine) && !this.shared.has(theirs);
            const [own, their] = [key, theirKey].map((each) => (each.includes('@') ? mailboxOf(each) : each));
            if (areTelling && own === their) add(`key ${own} ${pair}`, { rule: channel === theirChannel ? 'same-mailbox' : 'same-number', pair, position });
            const [domain, theirDomain] = [key.split('@')[1] ?? '', theirKey.split('@')[1]];
            const [name, namesake] = [this.names.get(one), this.names.get(other)];
            if (domain === theirDomain && !isFreeMail(domain) && name && name[0] === namesake?.[0])
              add(`named ${domain} ${pair}`, { rule: 'same-name-and-domain', pair, position: Math.max(position, name[1], namesake[1]) });
          }
    return [...found.values()];
  }
}

const sortedPair = (one: string, other: string): readonly [string, string] => (one < other ? [one, other] : [other, one]);
const rank = (rule: DuplicateRule) => duplicateRules.indexOf(rule);
const strongest = (a: Reason, b: Reason) => rank(a.rule) - rank(b.rule) || b.position - a.position || (a.pair.join() < b.pair.join() ? 1 : -1);
const first = (reasons: readonly Reason[], only: DuplicateRule | undefined) => reasons.find(({ rule }) => only === undefined || rule === only) as Reason;
const told = (duplicates: readonly Duplicate[]) => duplicates.map(({ id, evidence }) => ({ id, rules: evidence.map(({ rule }) => rule) }));

describe.each(kinds)('the list of possible duplicates in $name', ({ make, cases }) => {
  const open: ReadDatabase[] = [];
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
  });
  const made = async () => {
    const database = await make();
    open.push(database);
    return database;
  };
  async function all(database: ReadDatabase, filter: ListDuplicates['filter'], limit: number): Promise<readonly Duplicate[]> {
    const handler = new ListDuplicatesHandler(database);
    const items: Duplicate[] = [];
    let cursor: string | undefined;
    do {
      const page = await handler.execute(new ListDuplicates('acme', filter, at, { cursor, limit }));
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  it('is what comparing all with all comes to, whoever was merged, declared different or deleted, and came back', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), fc.constantFrom(...duplicateRules), async (history, limit, only) => {
        const [world, database] = [new World(), await made()];
        await world.begin();
        for (const step of history) await world.step(step);
        await project(world.log, database);
        const expected = world.expected();
        expect(told(await all(database, {}, limit))).toEqual(expected);
        expect(told(await all(database, { rule: only }, limit))).toEqual(world.expected(only));
        for (const id of people) {
          const root = world.rootOf(id);
          expect(told(await all(database, { endUserId: id }, limit))).toEqual(expected.filter((one) => one.id.split('.').includes(root)));
        }
        const find = new FindDuplicateHandler(database);
        for (const [one, other] of [people.slice(0, 2), people.slice(2, 4)]) {
          const found = await find.execute(new FindDuplicate('acme', `${other}.${one}`, at));
          const roots = [world.rootOf(one as string), world.rootOf(other as string)].sort().join('.');
          expect(found?.id).toBe(expected.find(({ id }) => id === roots)?.id);
        }
        await open.pop()?.close();
      }),
      { numRuns: Math.ceil(cases / 2), endOnFailure: true },
    );
  }, 60_000);

  it('says what two have in common, by whose points', async () => {
    const [world, database] = [new World(), await made()];
    await world.begin();
    for (const step of [
      [0, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 0, 4],
      [0, 1, 0, 5],
      [7, 1, 0, 1],
    ] as const)
      await world.step(step);
    await project(world.log, database);
    const [only, ...more] = await all(database, {}, 10);
    expect(more).toEqual([]);
    const named = (id: string, endUserId: string | null, channel: string | null, key: string | null) => ({ id, endUserId, channel, key });
    expect(only).toEqual({
      id: 'p0.p1',
      endUserIds: ['p0', 'p1'],
      rule: 'same-mailbox',
      evidence: [
        {
          rule: 'same-mailbox',
          endUserIds: ['p0', 'p1'],
          points: [named('d0', 'p0', 'email', 'ann.lee@gmail.com'), named('d1', 'p1', 'email', 'annlee+shop@gmail.com')],
          name: null,
          domain: null,
          organizationId: null,
          position: '7',
        },
        {
          rule: 'met-in-interaction',
          endUserIds: ['p0', 'p1'],
          points: [named('d1', 'p1', 'email', 'annlee+shop@gmail.com'), named('elsewhere', null, null, null)],
          name: null,
          domain: null,
          organizationId: null,
          position: '10',
        },
        {
          rule: 'same-name-and-domain',
          endUserIds: ['p0', 'p1'],
          points: [named('d4', 'p0', 'email', 'a.lee@acme.example'), named('d5', 'p1', 'email', 'ann@acme.example')],
          name: 'ann lee',
          domain: 'acme.example',
          organizationId: null,
          position: '9',
        },
      ],
    });
  });

  it('says which organization two of one name are members of, by no point', async () => {
    const [world, database] = [new World(), await made()];
    await world.begin();
    const join = stepKinds.indexOf('join');
    for (const who of [0, 1, 2]) await world.step([join, who, who, 1]);
    await project(world.log, database);
    const found = await all(database, { rule: 'same-name-and-organization' }, 10);
    expect(found).toMatchObject([
      {
        endUserIds: ['p0', 'p1'],
        evidence: [{ rule: 'same-name-and-organization', points: [], name: 'ann lee', domain: null, organizationId: 'o1', position: '7' }],
      },
    ]);
  });

  it('takes no cursor of another list, and finds nothing by what is no id', async () => {
    const database = await made();
    const list = new ListDuplicatesHandler(database);
    await expect(list.execute(new ListDuplicates('acme', {}, at, { cursor: 'x', limit: 5 }))).rejects.toThrow(BadCursor);
    const find = new FindDuplicateHandler(database);
    for (const id of ['', 'p0', 'p0.p0', 'p0.p1.p2']) expect(await find.execute(new FindDuplicate('acme', id, at))).toBeUndefined();
  });
});
