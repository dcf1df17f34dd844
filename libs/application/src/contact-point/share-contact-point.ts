import { contactPoint, ShareContactPoint, SharePoint } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { Runner } from '../run';
import { type ContactPointName, ContactPoints } from './contact-points';

export interface ShareContactPointAnswer extends ContactPointName {
  /** Null when it was shared already. */
  readonly position: bigint | null;
}

@CommandHandler(ShareContactPoint)
export class ShareContactPointHandler implements ICommandHandler<ShareContactPoint, ShareContactPointAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, point: given, reason }: ShareContactPoint): Promise<ShareContactPointAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['ShareContactPoint', given, reason ?? null], () => this.newIds.next());
    const { channel, scope, key, digest } = await this.points.identify(tenant, given, '');
    const [holder] = (await this.creations.point(tenant, digest)).state.holders;
    // The reason is sealed under the holder's key; a point that nobody holds has one of its own.
    const sealing = (holder?.keyId !== undefined && (await this.vault.find(holder.keyId))) || (await this.vault.lease());
    const { position } = await this.runner.once(contactPoint, new SharePoint(tenant, digest, reason), step, sealing);
    return { channel, scope, key, position: position ?? null };
  }
}
