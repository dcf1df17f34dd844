import { contactPoint, living, VerifyContactPoint, VerifyPoint } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { before, Runner } from '../run';
import { ContactPoints } from './contact-points';
import { type AttachContactPointAnswer, answerOf } from './point-answer';

@CommandHandler(VerifyContactPoint)
export class VerifyContactPointHandler implements ICommandHandler<VerifyContactPoint, AttachContactPointAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
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
    if (trace) return answerOf(endUserId, point, loaded.state, trace.position);
    living((await this.creations.endUser(tenant, endUserId)).state);
    const { state, position } = await this.runner.once(contactPoint, new VerifyPoint(tenant, point.digest, endUserId), step, undefined, loaded);
    return answerOf(endUserId, point, state, position);
  }
}
