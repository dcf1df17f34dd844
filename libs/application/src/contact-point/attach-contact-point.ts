import { AttachContactPoint, AttachPoint, contactPoint, DetachContactPoint, living, ReleasePoint, refuse } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { keyOf } from '../end-user/key-of';
import { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { before, Runner } from '../run';
import { ContactPoints, identityOf } from './contact-points';
import { type AttachContactPointAnswer, answerOf } from './point-answer';

@CommandHandler(AttachContactPoint)
export class AttachContactPointHandler implements ICommandHandler<AttachContactPoint, AttachContactPointAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(HeldPoints) private readonly held: HeldPoints,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, endUserId, point: given }: AttachContactPoint): Promise<AttachContactPointAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['AttachContactPoint', endUserId, given], () => this.newIds.next());
    const point = await this.points.identify(tenant, given, '');
    const { channel, verified, digest, rules } = point;
    const loaded = await this.creations.point(tenant, digest);
    const trace = before(loaded, step);
    if (trace) return answerOf(endUserId, point, loaded.state, trace.position);
    const person = living((await this.creations.endUser(tenant, endUserId)).state);
    const { gone } = await this.creations.holders(tenant, digest, loaded.state);
    if (!loaded.state.holders.some((h) => h.endUserId === endUserId)) {
      if (rules.verifiedOnly && !verified) refuse('contact-point-unverified');
      if ((await this.held.count(tenant, endUserId, channel)) >= rules.limit) refuse('contact-point-limit-reached');
    }
    const attach = new AttachPoint(tenant, digest, endUserId, identityOf(point), verified, undefined, gone);
    const { state, position } = await this.runner.once(contactPoint, attach, step, await keyOf(this.vault, person));
    return answerOf(endUserId, point, state, position);
  }
}

@CommandHandler(DetachContactPoint)
export class DetachContactPointHandler implements ICommandHandler<DetachContactPoint, { position: bigint | null }> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, endUserId, point: given }: DetachContactPoint): Promise<{ position: bigint | null }> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['DetachContactPoint', endUserId, given], () => this.newIds.next());
    const { digest } = await this.points.identifyBlocked(tenant, given, '');
    const trace = before(await this.creations.point(tenant, digest), step);
    if (trace) return { position: trace.position };
    living((await this.creations.endUser(tenant, endUserId)).state);
    const { position } = await this.runner.once(contactPoint, new ReleasePoint(tenant, digest, endUserId, 'detached'), step);
    return { position: position ?? null };
  }
}
