import { contactPoint, living, VerifyContactPoint, VerifyPoint } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { Linking } from '../merging/linking';
import { before, onlyOn, Runner } from '../run';
import { ContactPoints } from './contact-points';
import { onHeldPoint } from './held-point';
import { type AttachContactPointAnswer, answerOf, holderAmong } from './point-answer';

@CommandHandler(VerifyContactPoint)
export class VerifyContactPointHandler implements ICommandHandler<VerifyContactPoint, AttachContactPointAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Linking) private readonly linking: Linking,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, endUserId, point: given }: VerifyContactPoint): Promise<AttachContactPointAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['VerifyContactPoint', endUserId, given], () => this.newIds.next());
    // As the command leaves it: so it is answered also when the end user has the point no more.
    const point = { ...(await this.points.identify(tenant, given, '')), verified: true };
    const loaded = await this.creations.point(tenant, point.digest);
    const trace = before(loaded, step);
    const { named } = await this.linking.named(tenant, endUserId);
    if (trace) return answerOf(named, point, loaded.state, trace.position);
    return onHeldPoint(this.creations, tenant, point.digest, async (read) => {
      const { named, root } = await this.linking.named(tenant, endUserId);
      living(root.state);
      const verify = new VerifyPoint(tenant, point.digest, holderAmong(named, read.state)?.endUserId ?? endUserId);
      const { state, position } = await this.runner.once(onlyOn(contactPoint, read), verify, step, undefined, read);
      return answerOf(named, point, state, position);
    });
  }
}
