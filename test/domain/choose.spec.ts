import { choose, type SeenPoint } from '@kith/domain';

const point = (pointId: string, more: Partial<SeenPoint> = {}): SeenPoint => ({
  channel: pointId.split('-')[0] ?? '',
  pointId,
  verified: false,
  verifiedOnly: false,
  shared: false,
  holders: [],
  gone: [],
  ...more,
});
const rules = (choice: ReturnType<typeof choose>) => choice.why.map((r) => [r.rule, r.pointId, r.endUserId].filter((x) => x !== undefined).join(' '));

describe('choosing the end user of a contact', () => {
  it('creates for the strongest point when nobody holds any', () => {
    const choice = choose([point('email-1'), point('phone-1')]);
    expect(choice.winner).toBeUndefined();
    expect(choice.createFor?.pointId).toBe('email-1');
    expect(choice.free.map((p) => p.pointId)).toEqual(['email-1', 'phone-1']);
    expect(rules(choice)).toEqual(['free email-1', 'free phone-1']);
  });

  it('takes the one holder and offers it the free points', () => {
    const choice = choose([point('email-1'), point('phone-1', { holders: ['lea'] })]);
    expect(choice.winner).toMatchObject({ endUserId: 'lea', by: { pointId: 'phone-1' } });
    expect(choice.createFor).toBeUndefined();
    expect(choice.free.map((p) => p.pointId)).toEqual(['email-1']);
  });

  it('lets the strongest of several holders win, keeps the others’ points, and reports that they met', () => {
    const choice = choose([point('email-1', { holders: ['lea'] }), point('phone-1', { holders: ['max'] }), point('web-1')]);
    expect(choice.winner?.endUserId).toBe('lea');
    expect(choice.met).toEqual([{ endUserIds: ['lea', 'max'], pointIds: ['email-1', 'phone-1'] }]);
    expect(rules(choice)).toEqual(['held-by email-1 lea', 'held-by phone-1 max', 'free web-1', 'wins-by-priority email-1 lea', 'outranked phone-1 max']);
  });

  it('sees no conflict in two points of one holder', () => {
    const choice = choose([point('email-1', { holders: ['lea'] }), point('phone-1', { holders: ['lea'] })]);
    expect(choice.met).toEqual([]);
    expect(rules(choice)).toEqual(['held-by email-1 lea', 'held-by phone-1 lea']);
  });

  it('takes the holder of a sibling for a point that nobody holds, and offers it the point', () => {
    const choice = choose([point('whatsapp-1', { siblingHolder: 'lea' })]);
    expect(choice.winner?.endUserId).toBe('lea');
    expect(choice.free.map((p) => p.pointId)).toEqual(['whatsapp-1']);
  });

  it('gives a point whose sibling belongs to a rival to nobody', () => {
    const choice = choose([point('email-1', { holders: ['lea'] }), point('whatsapp-1', { siblingHolder: 'max' })]);
    expect(choice.winner?.endUserId).toBe('lea');
    expect(choice.free).toEqual([]);
    expect(choice.met).toHaveLength(1);
  });

  it('asks when all it has is a shared point', () => {
    const choice = choose([point('phone-1', { shared: true, holders: ['lea', 'max'] })]);
    expect(choice.winner).toBeUndefined();
    expect(choice.createFor).toBeUndefined();
    expect(choice.candidates).toEqual(['lea', 'max']);
  });

  it('asks also when a shared point has one holder left', () =>
    expect(choose([point('phone-1', { shared: true, holders: ['lea'] })]).candidates).toEqual(['lea']));

  it('goes by another point when the shared one decides nothing', () => {
    const choice = choose([point('phone-1', { shared: true, holders: ['lea', 'max'] }), point('email-1', { holders: ['max'] })]);
    expect(choice.winner?.endUserId).toBe('max');
    expect(choice.candidates).toEqual([]);
  });

  it('creates for a free point beside a shared one', () => {
    const choice = choose([point('phone-1', { shared: true, holders: ['lea', 'max'] }), point('email-1')]);
    expect(choice.createFor?.pointId).toBe('email-1');
    expect(choice.free.map((p) => p.pointId)).toEqual(['email-1']);
  });

  it('creates nobody for a point that the tenant takes only verified', () => {
    const choice = choose([point('email-1', { verifiedOnly: true })]);
    expect(choice.createFor).toBeUndefined();
    expect(rules(choice)).toEqual(['not-attached-unverified email-1']);
    expect(choose([point('email-1', { verifiedOnly: true, verified: true })]).createFor?.pointId).toBe('email-1');
  });

  it('counts a holder who is gone as none and says so', () => {
    const choice = choose([point('email-1', { gone: ['old'] })]);
    expect(choice.createFor?.pointId).toBe('email-1');
    expect(rules(choice)).toEqual(['holder-gone email-1 old', 'free email-1']);
  });

  it('starts no new profile with a point in quarantine, and says so', () => {
    const choice = choose([point('phone-1', { quarantined: true })]);
    expect([choice.createFor, choice.free]).toEqual([undefined, []]);
    expect(rules(choice)).toEqual(['quarantined phone-1']);
  });

  it('keeps a point in quarantine from a profile that is created for another', () => {
    const choice = choose([point('phone-1', { quarantined: true }), point('email-1')]);
    expect(choice.createFor?.pointId).toBe('email-1');
    expect(choice.free.map((p) => p.pointId)).toEqual(['email-1']);
    expect(rules(choice)).toEqual(['quarantined phone-1', 'free email-1']);
  });

  it('takes a verified point out of quarantine', () => {
    const choice = choose([point('phone-1', { quarantined: true, verified: true })]);
    expect(choice.createFor?.pointId).toBe('phone-1');
    expect(rules(choice)).toEqual(['free phone-1']);
  });

  it('offers a point in quarantine to whoever is found by another', () => {
    const choice = choose([point('phone-1', { quarantined: true }), point('email-1', { holders: ['lea'] })]);
    expect(choice.free.map((p) => p.pointId)).toEqual(['phone-1']);
    expect(rules(choice)).toEqual(['free phone-1', 'held-by email-1 lea']);
  });

  it('has nobody to offer without points', () => expect(choose([])).toEqual({ free: [], candidates: [], met: [], why: [] }));
});
