import {
  AttachContactPoint,
  ChangeEndUserProfile,
  type CommandContext,
  CreateEndUser,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  MergeUsers,
  Refusal,
  RestoreEndUser,
  ShareContactPoint,
  TransferContactPoint,
  UnmergeUsers,
  UnshareContactPoint,
  VerifyContactPoint,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine } from './in-memory-engine';
import { reactTo } from './reactions';

/** Few addresses, so that people keep running into each other. */
export const addresses: readonly GivenPoint[] = [
  { channel: 'email', value: 'a@example.org' },
  { channel: 'email', value: 'b@example.org' },
  { channel: 'phone', value: '+33612345678' },
  { channel: 'phone', value: '+33612345679' },
  { channel: 'telegram', value: '@a_person' },
  { channel: 'telegram', value: '@another' },
];

const kinds = ['create', 'attach', 'detach', 'verify', 'share', 'unshare', 'transfer', 'rename', 'delete', 'restore', 'merge', 'unmerge'] as const;

/** Something that somebody does; `day` of March 2026 is when it happened, which need not be when it is told. */
export interface Act {
  readonly kind: (typeof kinds)[number];
  readonly person: number;
  readonly other: number;
  readonly point: number;
  readonly day: number;
  readonly name: string | null;
}

const weights: Readonly<Partial<Record<Act['kind'], number>>> = { create: 2, attach: 8, merge: 5, unmerge: 2, share: 2, detach: 1 };
const act = (kind: fc.Arbitrary<Act['kind']>, day: number) =>
  fc.record<Act>({
    kind,
    person: fc.nat(3),
    other: fc.nat(3),
    point: fc.nat(addresses.length - 1),
    day: fc.integer({ min: 1, max: day }),
    name: fc.option(fc.constantFrom('Léa', 'Tom', 'Ann'), { nil: null }),
  });

/** Some people come to be known, and then anything may happen. */
export const acts = fc
  .tuple(
    fc.array(act(fc.constant('create'), 4), { minLength: 4, maxLength: 4 }),
    fc.array(act(fc.oneof(...kinds.map((one) => ({ weight: weights[one] ?? 1, arbitrary: fc.constant(one) }))), 28), { minLength: 14, maxLength: 30 }),
  )
  .map(([first, then]) => [...first, ...then]);

export const dayOf = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;

/** Does them one after the other; what is refused changes nothing. Answers the ids of the people. */
export async function performActs(engine: InMemoryEngine, all: readonly Act[], { told = false } = {}): Promise<readonly string[]> {
  const ids: string[] = [];
  const merges: string[] = [];
  let reacted = 0n;
  for (const act of all) {
    const context = told ? asking({ occurredAt: dayOf(act.day) }) : asking();
    await unlessRefused(perform(engine, act, context, ids, merges));
    reacted = await reactTo(engine, reacted);
  }
  return ids;
}

async function perform(engine: InMemoryEngine, act: Act, context: CommandContext, ids: string[], merges: string[]): Promise<unknown> {
  const { kind: what, name } = act;
  const point = addresses[act.point] as GivenPoint;
  const [id, other] = [ids[act.person], ids[act.other]];
  if (what === 'create') {
    const made = await engine.create.execute(new CreateEndUser(context, 'api', name === null ? {} : { name }, act.other > 0 ? [point] : []));
    return ids.push(made.endUserId);
  }
  if (what === 'share') return engine.share.execute(new ShareContactPoint(context, point));
  if (what === 'unshare') return engine.unshare.execute(new UnshareContactPoint(context, point));
  if (what === 'unmerge') {
    const mergeId = merges[act.person];
    return mergeId === undefined ? undefined : engine.unmerge.execute(new UnmergeUsers(context, mergeId, act.other % 2 === 0));
  }
  if (id === undefined) return undefined;
  if (what === 'attach') return engine.attach.execute(new AttachContactPoint(context, id, { ...point, verified: act.day % 2 === 0 }));
  if (what === 'detach') return engine.detach.execute(new DetachContactPoint(context, id, point));
  if (what === 'verify') return engine.verify.execute(new VerifyContactPoint(context, id, point));
  if (what === 'rename') return engine.change.execute(new ChangeEndUserProfile(context, id, { name }));
  if (what === 'delete') return engine.remove.execute(new DeleteEndUser(context, id));
  if (what === 'restore') return engine.restore.execute(new RestoreEndUser(context, id));
  if (other === undefined) return undefined;
  if (what === 'transfer') return engine.transfer.execute(new TransferContactPoint(context, id, point, other, act.day % 2 ? 'corrected' : 'reassigned'));
  const merged = await engine.merge.execute(new MergeUsers(context, id, other, 'same person'));
  return merges.push(merged.mergeId);
}

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
