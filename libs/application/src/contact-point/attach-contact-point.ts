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
import { Linking } from '../merging/linking';
import { before, onlyOn, Runner } from '../run';
import { ContactPoints, identityOf } from './contact-points';
import { onHeldPoint } from './held-point';
import { type AttachContactPointAnswer, answerOf, holderAmong } from './point-answer';

@CommandHandler(AttachContactPoint)
export class AttachContactPointHandler implements ICommandHandler<AttachContactPoint, AttachContactPointAnswer> {
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

  async execute({ context, endUserId, point: given }: AttachContactPoint): Promise<AttachContactPointAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['AttachContactPoint', endUserId, given], () => this.newIds.next());
    const point = await this.points.identify(tenant, given, '');
    const { channel, verified, digest, rules } = point;
    return onHeldPoint(this.creations, tenant, digest, async (loaded) => {
      const trace = before(loaded, step);
      const { named, root } = await this.linking.named(tenant, endUserId);
      if (trace) return answerOf(named, point, loaded.state, trace.position);
      const person = living(root.state);
      const { gone, erased } = await this.creations.holders(tenant, digest, loaded.state);
      const held = holderAmong(named, loaded.state);
      if (!held) {
        if (rules.verifiedOnly && !verified) refuse('contact-point-unverified');
        if ((await this.held.count(tenant, named.canonicalId, channel)) >= rules.limit) refuse('contact-point-limit-reached');
      }
      // New for the person, it is the canonical profile's; what another of its profiles holds stays with that one.
      const attach = new AttachPoint(tenant, digest, held?.endUserId ?? named.canonicalId, identityOf(point), verified, undefined, gone, erased);
      const { state, position } = await this.runner.once(onlyOn(contactPoint, loaded), attach, step, await keyOf(this.vault, person), loaded);
      return answerOf(named, point, state, position);
    });
  }
}

@CommandHandler(DetachContactPoint)
export class DetachContactPointHandler implements ICommandHandler<DetachContactPoint, { position: bigint | null }> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Linking) private readonly linking: Linking,
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
    const { position } = await onHeldPoint(this.creations, tenant, digest, async (loaded) => {
      const { named, root } = await this.linking.named(tenant, endUserId);
      living(root.state);
      const holderId = holderAmong(named, loaded.state)?.endUserId ?? endUserId;
      return this.runner.once(onlyOn(contactPoint, loaded), new ReleasePoint(tenant, digest, holderId, 'detached'), step, undefined, loaded);
    });
    return { position: position ?? null };
  }
}
