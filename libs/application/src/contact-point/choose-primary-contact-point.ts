import { ChoosePrimary, ChoosePrimaryContactPoint, living, refuse } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Creations } from '../end-user/creations';
import { EndUserChanges } from '../end-user/end-user-changes';
import { ContactPoints } from './contact-points';
import { type AttachContactPointAnswer, answerOf, holderAmong } from './point-answer';

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
    let members: readonly string[] = [endUserId];
    const { canonicalId, position } = await this.changes.take(command, ({ id, members: all, state: person }) => {
      living(person);
      members = all;
      if (!holderAmong({ members }, state)) refuse('contact-point-not-held');
      return new ChoosePrimary(tenant, id, point.channel, point.digest);
    });
    return answerOf({ endUserId, canonicalId, members }, point, state, position);
  }
}
