import { HeldPointsBehind } from '@kith/application';
import { ProjectedHeldPoints, type ReadDatabase } from '@kith/read-models';
import { kinds } from './databases';
import { sealed, unsealed } from './linked';
import { TestLog } from './log';
import { project, projected } from './projected';

describe.each(kinds)('what the read models know of the points of an end user ($name)', (kind) => {
  let log: TestLog;
  let database: ReadDatabase;
  beforeEach(() => {
    log = new TestLog();
  });
  afterEach(() => database.close());
  const held = () => new ProjectedHeldPoints(database);
  const release = (digest: string, id: string, cause: 'deleted' | 'detached') => log.point(digest, 'ContactPointReleased', { endUserId: id, cause });

  it('counts and lists what it holds now, of one tenant', async () => {
    await log.person('lea', 'Léa', [
      ['email', 'a'],
      ['email', 'b'],
      ['phone', '+331'],
    ]);
    await log.person('lea', 'Other', [['email', 'a']], { tenant: 'other' });
    await log.release('email-b', 'lea');
    database = await projected(log, kind);
    const head = await log.store.head();
    expect(await held().count('acme', 'lea', 'email')).toBe(1);
    expect(new Set(await held().heldBy('acme', 'lea', head))).toEqual(new Set(['email-a', 'phone-+331']));
    expect(await held().heldBy('acme', 'nobody', head)).toEqual([]);
  });

  it('lists what deletions took, each point once with the last time', async () => {
    await log.person('lea', 'Léa', [
      ['email', 'a'],
      ['email', 'b'],
      ['phone', '+331'],
    ]);
    await release('email-a', 'lea', 'deleted');
    await log.attach('email-a', 'lea', ['email', 'a']);
    const last = await release('email-a', 'lea', 'deleted');
    await release('email-b', 'lea', 'detached');
    database = await projected(log, kind);
    expect(await held().releasedFrom('acme', 'lea', last)).toEqual([{ digest: 'email-a', position: last }]);
    expect(await held().releasedFrom('other', 'lea', last)).toEqual([]);
  });

  it('waits for the list to come to the position, and gives up with a reason', async () => {
    await log.person('lea', 'Léa', [['email', 'a']]);
    database = await projected(log, kind);
    await log.attach('phone-+331', 'lea', ['phone', '+331']);
    const late = held().heldBy('acme', 'lea', await log.store.head());
    await project(log, database);
    expect(await late).toHaveLength(2);
    const [list, other] = await Promise.allSettled([held().heldBy('acme', 'lea', 99n), held().releasedFrom('acme', 'lea', 99n)]);
    expect([list, other].map((r) => r.status === 'rejected' && r.reason instanceof HeldPointsBehind)).toEqual([true, true]);
  }, 15_000);

  it('knows when it was edited, which a contact does not count for', async () => {
    await log.person('lea', 'Léa', [['email', 'a']]);
    const edited = await log.endUser('lea', 'EndUserSuspended', {});
    await log.interaction('mail-1', 'lea');
    database = await projected(log, kind);
    expect(await held().editedAt('acme', 'lea')).toBe(edited);
    expect(await held().editedAt('acme', 'nobody')).toBeUndefined();
  });

  it('counts the points of all that are one person, and lists those of each', async () => {
    await log.person('lea', 'Léa', [['email', 'a']]);
    await log.person('tom', 'Tom', [
      ['email', 'b'],
      ['phone', '+331'],
    ]);
    await log.person('ann', 'Ann', [['email', 'c']]);
    await sealed(log, 'ann', 'tom', { mergeId: 'm1' });
    await sealed(log, 'tom', 'lea', { mergeId: 'm2' });
    database = await projected(log, kind);
    const counts = (channel: string) => Promise.all(['lea', 'tom', 'ann'].map((id) => held().count('acme', id, channel)));
    expect([await counts('email'), await counts('phone'), await counts('web')]).toEqual([
      [3, 3, 3],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(await held().count('other', 'lea', 'email')).toBe(0);
    expect(await held().heldBy('acme', 'ann', await log.store.head())).toEqual(['email-c']);
    await unsealed(log, 'tom', { mergeId: 'm2' });
    await project(log, database);
    expect(await counts('email')).toEqual([1, 2, 2]);
  });

  it('counts the claims of an end user who is still being created', async () => {
    await log.attach('email-a', 'lea', ['email', 'a']);
    database = await projected(log, kind);
    expect(await held().count('acme', 'lea', 'email')).toBe(1);
  });

  it('knows when anything of a cluster was edited last, from whichever of it', async () => {
    for (const id of ['lea', 'tom']) await log.person(id, id);
    await sealed(log, 'tom', 'lea', { mergeId: 'm1' });
    const attached = await log.attach('p', 'tom', ['phone', '+331']);
    database = await projected(log, kind);
    expect([await held().editedAt('acme', 'lea'), await held().editedAt('acme', 'tom')]).toEqual([attached, attached]);
    const edited = await log.endUser('lea', 'EndUserSuspended', {});
    await project(log, database);
    expect([await held().editedAt('acme', 'lea'), await held().editedAt('acme', 'tom')]).toEqual([edited, edited]);
  });
});
