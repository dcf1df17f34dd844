import {
  AssignInteraction,
  AttachContactPoint,
  AttachPoint,
  ChangeEndUserProfile,
  contactPoint,
  EraseProfile,
  endUser,
  linksOf,
  ReserveMerge,
  ShareContactPoint,
  streamOf,
} from '@kith/domain';
import { ErasingDesk, other, phone, refusal, third } from '../support/erasing-desk';
import { asking, step } from '../support/in-memory-engine';

const desk = new ErasingDesk();
const { create, erase, merge, unmerge, stateOf, keyOf, holders, record, opened, settle, found } = desk;
beforeEach(() => desk.begin());

describe('erasing while others are at work', () => {
  const reserved = async () => {
    const [lo = '', hi = ''] = [desk.lea, desk.max].sort();
    const attempt = { attemptId: 'a', mergeId: 'm', otherId: hi, role: 'survivor', named: { survivorId: lo, mergedId: hi } } as const;
    await desk.engine.runner.run(endUser, new ReserveMerge('acme', lo, attempt, '2026-03-03T10:00:00.000Z'), step('00000000-0000-4000-8000-0000000000aa'));
    return { lo, hi };
  };

  it('brings a merge that waits to its end first', async () => {
    const { lo, hi } = await reserved();
    expect((await erase(lo)).profiles).toEqual([lo, hi]);
    expect(linksOf(await stateOf(hi)).survivor?.id).toBe(lo);
  });

  it('is no matter of a merge that somebody else waits for: it comes to nothing', async () => {
    const { lo, hi } = await reserved();
    expect((await erase(hi, 'profile')).profiles).toEqual([hi]);
    await settle();
    expect(linksOf(await stateOf(lo))).toMatchObject({ absorbed: [], attempts: { a: { merged: false, reason: 'end-user-erased' } } });
    expect(linksOf(await stateOf(lo)).reservation).toBeUndefined();
  });

  it('separates nobody from a person that is half erased', async () => {
    const { mergeId } = await merge(desk.lea, desk.max);
    await desk.engine.runner.run(endUser, new EraseProfile('acme', desk.lea, 'person', [desk.lea, desk.max]), step());
    await expect(unmerge(mergeId)).rejects.toThrow(refusal('end-user-erased'));
    await expect(merge(desk.lea, await create(third))).rejects.toThrow(refusal('end-user-erased'));
    await settle();
    await unmerge(mergeId);
    expect((await stateOf(desk.max)).status).toBe('erased');
    expect((await found(desk.max)).profiles).toEqual([desk.lea, desk.max]);
  });

  it('is finished by the reactor where the command was cut off after its first append', async () => {
    await merge(desk.lea, desk.max);
    await desk.engine.runner.run(endUser, new EraseProfile('acme', desk.lea, 'person', [desk.lea, desk.max]), step());
    expect(await keyOf(desk.lea)).toBeDefined();
    await settle();
    expect([await keyOf(desk.lea), await keyOf(desk.max)]).toEqual([undefined, undefined]);
    expect((await found(desk.max)).certificate?.profiles).toEqual([desk.lea, desk.max]);
    expect(await holders(other)).toEqual([]);
  });

  it('reads as erased what is sealed with a key that was looked up before it was destroyed', async () => {
    const key = await keyOf(desk.lea);
    await erase(desk.lea);
    const find = desk.engine.vault.find.bind(desk.engine.vault);
    desk.engine.vault.find = async (id) => (id === key?.id ? key : find(id));
    const late = { type: 'EndUserNoted', data: { note: 'late words' } } as const;
    await desk.engine.runner.run({ ...endUser, decide: () => [late] }, new EraseProfile('acme', desk.lea, 'profile', []), step(), key);
    desk.engine.vault.find = find;
    const [noted] = (await desk.engine.store.readStream(streamOf.endUser('acme', desk.lea))).slice(-1);
    expect(noted && (await desk.engine.personal.open(noted))).toMatchObject({ type: 'EndUserNoted', erased: true });
  });

  it('records nothing of whom was erased a moment ago under another key', async () => {
    const find = desk.engine.vault.find.bind(desk.engine.vault);
    const { keyId } = await stateOf(desk.lea);
    let isFirst = true;
    // Between the look at the holder and the look at its key.
    desk.engine.vault.find = async (id) => {
      if (id === keyId && isFirst) {
        isFirst = false;
        await erase(desk.lea);
      }
      return find(id);
    };
    const answer = await record([phone]);
    expect(answer.outcome).toBe('created');
    expect(answer.endUserId).not.toBe(desk.lea);
    await expect(desk.engine.attach.execute(new AttachContactPoint(asking(), desk.lea, third))).rejects.toThrow(refusal('end-user-erased'));
  });

  it('refuses a change whose key is destroyed between reading and writing', async () => {
    const find = desk.engine.vault.find.bind(desk.engine.vault);
    const { keyId } = await stateOf(desk.lea);
    desk.engine.vault.find = async (id) => (id === keyId ? undefined : find(id));
    await expect(desk.engine.change.execute(new ChangeEndUserProfile(asking(), desk.lea, { name: 'Léa' }))).rejects.toThrow(refusal('end-user-erased'));
  });

  it('releases what was attached to them by a command that had looked before', async () => {
    await erase(desk.lea);
    await settle();
    const { keyId } = await stateOf(desk.max);
    const key = await desk.engine.vault.find(keyId ?? '');
    const { digest, channel, scope, key: address, value, normaliser } = await desk.engine.points.identify('acme', third, '');
    const attach = new AttachPoint('acme', digest, desk.lea, { channel, scope, key: address, value, normaliser }, false);
    await desk.engine.runner.run(contactPoint, attach, step(), key);
    await settle();
    expect(await holders(third)).toEqual([]);
  });
});

it('answers the retry of what was asked before somebody was erased', async () => {
  const id = (await record([])).interactionId ?? '';
  const [assigning, sharing] = [asking({ idempotencyKey: 'assign' }), asking({ idempotencyKey: 'share' })];
  const assign = () => desk.engine.assign.execute(new AssignInteraction(assigning, id, desk.lea, 'said so'));
  const share = () => desk.engine.share.execute(new ShareContactPoint(sharing, phone, 'the family'));
  const before = [await assign(), await share()];
  await erase(desk.lea);
  expect([await assign(), await share()]).toEqual(before);
  await settle();
  expect([await assign(), await share()]).toEqual(before);
});

describe('erasing interactions that had nobody at first', () => {
  const open = async () => (await record([])).interactionId ?? '';
  const assign = (id: string, to: string) => desk.engine.assign.execute(new AssignInteraction(asking(), id, to));

  it('lose their own key with the one they were assigned to', async () => {
    const [theirs, anothers] = [await open(), await open()];
    await assign(theirs, desk.lea);
    await assign(anothers, desk.max);
    const keyId = (await opened(theirs))?.keyId;
    await erase(desk.lea);
    await settle();
    expect((await opened(theirs))?.erased).toBe(true);
    expect((await opened(anothers))?.erased).toBe(false);
    expect((await found(desk.lea)).certificate?.keys).toContain(keyId);
  });

  it('lose it also when they were assigned by a command that had looked before', async () => {
    const id = await open();
    const find = desk.engine.vault.find.bind(desk.engine.vault);
    const { keyId } = await stateOf(desk.lea);
    desk.engine.vault.find = async (asked) => {
      const key = await find(asked);
      desk.engine.vault.find = find;
      if (asked === keyId) await erase(desk.lea);
      await settle();
      return key;
    };
    await assign(id, desk.lea);
    await settle();
    expect((await opened(id))?.erased).toBe(true);
  });
});
