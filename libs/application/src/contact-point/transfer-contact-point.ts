import { type ContactPoint, contactPoint, type EndUser, refuse, TransferContactPoint, TransferPoint } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { keyOf } from '../end-user/key-of';
import { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Linking } from '../merging/linking';
import { before, onlyOn, Runner } from '../run';
import { ContactPoints, type IdentifiedPoint, identityOf } from './contact-points';
import { onHeldPoint } from './held-point';
import { type AttachContactPointAnswer, answerOf, holderAmong } from './point-answer';

@CommandHandler(TransferContactPoint)
export class TransferContactPointHandler implements ICommandHandler<TransferContactPoint, AttachContactPointAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** Answers with the new holder. The former one may be deleted: then the point just was not released yet. */
  async execute(command: TransferContactPoint): Promise<AttachContactPointAnswer> {
    const { context, endUserId, point: given, toId, cause } = command;
    const { tenant } = context;
    const asking = ['TransferContactPoint', endUserId, given, toId, cause];
    const step = asked(await this.identifiers.of(tenant), context, asking, () => this.newIds.next());
    const point = await this.points.identify(tenant, given, '');
    const { digest, verified } = point;
    const loaded = await this.creations.point(tenant, digest);
    const trace = before(loaded, step);
    if (trace) return answerOf((await this.linking.named(tenant, toId)).named, point, loaded.state, trace.position);
    return onHeldPoint(this.creations, tenant, digest, async (read) => {
      const [{ named: from }, { named: to, root }] = [await this.linking.named(tenant, endUserId), await this.linking.named(tenant, toId)];
      const receiver = receiving(root.state);
      // One person's already: it stays with the profile that holds it.
      if (from.canonicalId === to.canonicalId) return answerOf(to, point, read.state, undefined);
      // A claim is settled first: a creation would not notice that its point has gone elsewhere.
      await this.creations.holders(tenant, digest, read.state);
      const holderId = holderAmong(from, read.state)?.endUserId ?? endUserId;
      const receiverId = holderAmong(to, read.state)?.endUserId ?? to.canonicalId;
      await this.allowed({ ...command, endUserId: holderId, toId: receiverId }, point, read.state);
      const transfer = new TransferPoint(tenant, digest, holderId, receiverId, identityOf(point), verified, cause);
      const { state, position } = await this.runner.once(onlyOn(contactPoint, read), transfer, step, await keyOf(this.vault, receiver), read);
      return answerOf(to, point, state, position);
    });
  }

  /** The rules of the channel hold for whoever gets the point, as if it were attached. */
  private async allowed(
    { context, endUserId, toId, cause }: Pick<TransferContactPoint, 'context' | 'endUserId' | 'toId' | 'cause'>,
    point: IdentifiedPoint,
    { holders }: ContactPoint,
  ): Promise<void> {
    const { channel, rules } = point;
    const from = holders.find((h) => h.endUserId === endUserId);
    if (!from || holders.some((h) => h.endUserId === toId)) return;
    const verified = point.verified || (cause === 'corrected' && from.verified);
    if (rules.verifiedOnly && !verified) refuse('contact-point-unverified');
    if ((await this.held.count(context.tenant, toId, channel)) >= rules.limit) refuse('contact-point-limit-reached');
  }
}

/** @throws Refusal when nobody is there who could have the point */
function receiving(state: EndUser): EndUser {
  const pointer = '/toEndUserId';
  if (state.status === 'deleted') refuse('end-user-deleted', 'The end user who is to have the contact point was deleted; restore it first.', { pointer });
  if (state.status === 'erased') refuse('end-user-erased', 'The end user who is to have the contact point was erased.', { pointer });
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found', 'No end user has the id to transfer to.', { pointer });
  return state;
}
