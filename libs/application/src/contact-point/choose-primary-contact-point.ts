import { ChoosePrimary, ChoosePrimaryContactPoint, living, refuse } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Creations } from '../end-user/creations';
import { EndUserChanges } from '../end-user/end-user-changes';
import { ContactPoints } from './contact-points';
import { type AttachContactPointAnswer, answerOf } from './point-answer';

@CommandHandler(ChoosePrimaryContactPoint)
export class ChoosePrimaryContactPointHandler implements ICommandHandler<ChoosePrimaryContactPoint, AttachContactPointAnswer> {
  constructor(
    @Inject(EndUserChanges) private readonly changes: EndUserChanges,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(ContactPoints) private readonly points: ContactPoints,
  ) {}

  async execute(command: ChoosePrimaryContactPoint): Promise<AttachContactPointAnswer> {
    const { context, endUserId, point: given } = command;
    const { tenant } = context;
    const point = await this.points.identify(tenant, given, '');
    const { state } = await this.creations.point(tenant, point.digest);
    const { position } = await this.changes.take(command, ({ state: person }) => {
      living(person);
      if (!state.holders.some((h) => h.endUserId === endUserId)) refuse('contact-point-not-held');
      return new ChoosePrimary(tenant, endUserId, point.channel, point.digest);
    });
    return answerOf(endUserId, point, state, position);
  }
}
