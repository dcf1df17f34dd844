import { Clock } from '@kith/application';
import {
  AttachContactPoint,
  AttachPoint,
  ChangeSettings,
  CreateEndUser,
  contactPoint,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  RecordInteraction,
  ReleasePoint,
  ResolveEndUser,
  ShareContactPoint,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine, step } from '../support/in-memory-engine';

const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };
const whatsapp: GivenPoint = { channel: 'whatsapp', value: '+33612345678' };
const email: GivenPoint = { channel: 'email', value: 'max@example.org' };
const dayMs = 86_400_000;

/** A clock that is moved by hand. */
class HandMoved extends Clock {
  private time = Date.parse('2026-03-03T10:00:00.000Z');
  now(): number {
    return this.time;
  }
  pass(days: number): void {
    this.time += days * dayMs;
  }
}

describe('a contact point in quarantine', () => {
  let engine: InMemoryEngine;
  let clock: HandMoved;
  let lea: string;
  let count = 0;
  beforeEach(async () => {
    clock = new HandMoved();
    engine = await inMemoryEngine({ clock });
    await quarantine(30);
    lea = await create(phone);
    clock.pass(400);
  });
  const quarantine = (quarantineDays: number) => engine.changeSettings.execute(new ChangeSettings(asking(), { quarantineDays }));
  const create = async (...points: GivenPoint[]) => (await engine.create.execute(new CreateEndUser(asking(), 'api', {}, points))).endUserId;
  const detach = () => engine.detach.execute(new DetachContactPoint(asking(), lea, phone));
  const remove = () => engine.remove.execute(new DeleteEndUser(asking(), lea));
  const record = (...points: GivenPoint[]) =>
    engine.record.execute(
      new RecordInteraction(asking(), { source: 'test', id: `call-${++count}`, channel: 'phone', via: 'voice', direction: 'inbound', points }),
    );
  const rules = (answer: { why: readonly { rule: string; channel: string }[] }) => answer.why.map((r) => `${r.rule} ${r.channel}`);

  it('starts no new profile: the contact stays unidentified, and says why', async () => {
    await detach();
    const answer = await record(phone);
    expect(answer).toMatchObject({ outcome: 'unidentified', endUserId: null });
    expect(rules(answer)).toEqual(['quarantined phone']);
    const [recorded] = (await engine.store.readAll({ after: 0n, limit: 99, types: ['InteractionRecorded'] })).events;
    expect(recorded?.data).toMatchObject({ contactPointId: (await engine.points.identify('acme', phone, '')).digest });
  });

  it('has served its time to the day', async () => {
    await detach();
    clock.pass(30 - 1 / dayMs);
    expect((await record(phone)).outcome).toBe('unidentified');
    clock.pass(1 / dayMs);
    expect((await record(phone)).outcome).toBe('created');
  });

  it('starts a new profile with a verified contact', async () => {
    await detach();
    expect((await record({ ...phone, verified: true })).outcome).toBe('created');
  });

  it('does not go to a profile that is created for another point, but to one that is found by it', async () => {
    await detach();
    const first = await record(phone, email);
    expect(first).toMatchObject({ outcome: 'created', attached: [{ channel: 'email' }] });
    expect(rules(first)).toEqual(['free email', 'quarantined phone', 'created-for email']);
    const second = await record(phone, email);
    expect(second).toMatchObject({ outcome: 'matched', endUserId: first.endUserId, attached: [{ channel: 'phone' }] });
    expect(rules(second)).toEqual(['held-by email', 'free phone', 'attached phone']);
  });

  it('goes back to whom it is attached by hand', async () => {
    await detach();
    await engine.attach.execute(new AttachContactPoint(asking(), await create(email), phone));
    expect((await record(phone)).outcome).toBe('matched');
  });

  it('follows the holder of its sibling as any free point does', async () => {
    await record(whatsapp);
    await detach();
    expect(await record(phone)).toMatchObject({ outcome: 'matched', endUserId: lea });
  });

  it('keeps its sibling from starting a new profile, too', async () => {
    await detach();
    expect(rules(await record(whatsapp))).toEqual(['quarantined whatsapp']);
    await expect(create(whatsapp)).rejects.toMatchObject({ code: 'contact-point-quarantined' });
    expect((await record({ ...whatsapp, verified: true })).outcome).toBe('created');
  });

  it('has a sibling that starts a new profile where one of the two is verified', async () => {
    await detach();
    await create({ ...phone, verified: true }, whatsapp);
  });

  it('is in it from the day of the deletion, whenever it is released', async () => {
    await remove();
    expect(rules(await record(phone))).toEqual(['holder-gone phone', 'quarantined phone']);
    clock.pass(30);
    expect((await record(phone)).outcome).toBe('created');
  });

  it('is refused to a new end user, naming the place, unless it is verified', async () => {
    await remove();
    await expect(create(email, phone)).rejects.toMatchObject({ code: 'contact-point-quarantined', details: { pointer: '/contactPoints/1' } });
    await create(email, { ...phone, verified: true });
  });

  it('is no matter where nothing was ever let go of: a point nobody had, or a claim that lost its race', async () => {
    expect((await record({ channel: 'phone', value: '+33612345679' })).outcome).toBe('created');
    const { rules: _, verified, digest, ...identity } = await engine.points.identify('acme', { channel: 'phone', value: '+33612345670' }, '');
    const claim = new AttachPoint('acme', digest, 'loser', identity, verified, { origin: 'api', profile: {}, points: [] });
    await engine.runner.run(contactPoint, claim, step('claim'), await engine.vault.lease());
    await engine.runner.run(contactPoint, new ReleasePoint('acme', digest, 'loser', 'lost-race'), step('release'));
    expect((await record({ channel: 'phone', value: '+33612345670' })).outcome).toBe('created');
  });

  it('is no matter for a shared point, nor where the tenant sets no days', async () => {
    await engine.share.execute(new ShareContactPoint(asking(), phone));
    await detach();
    expect(rules(await record(phone))).not.toContain('quarantined phone');
    await quarantine(0);
    await engine.detach.execute(new DetachContactPoint(asking(), await create(email), email));
    expect((await record(email)).outcome).toBe('created');
  });

  it('is told also to who only asks', async () => {
    await detach();
    const answer = await engine.resolve.execute(new ResolveEndUser(asking(), [phone], false));
    expect(rules(answer)).toEqual(['quarantined phone']);
  });
});
