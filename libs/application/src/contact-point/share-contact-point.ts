import { type ContactPointStep, contactPoint, refuse, ShareContactPoint, SharePoint, UnshareContactPoint, UnsharePoint } from '@kith/domain';
import { Inject, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { before, Runner } from '../run';
import { type ContactPointName, ContactPoints } from './contact-points';

export interface ShareContactPointAnswer extends ContactPointName {
  /** Null when it was so already. */
  readonly position: bigint | null;
}

/** A handler of who may hold a point. */
export type SharingHandler<C> = new (
  runner: Runner,
  creations: Creations,
  points: ContactPoints,
  identifiers: Identifiers,
  vault: KeyVault,
  newIds: NewIds,
) => { execute(command: C): Promise<ShareContactPointAnswer> };

export const ShareContactPointHandler = sharingHandler(ShareContactPoint, (...of) => new SharePoint(...of));
export const UnshareContactPointHandler = sharingHandler(UnshareContactPoint, (...of) => new UnsharePoint(...of));

function sharingHandler<C extends ShareContactPoint | UnshareContactPoint>(
  Command: Type<C>,
  stepOf: (...of: ConstructorParameters<typeof SharePoint>) => ContactPointStep,
): SharingHandler<C> {
  @CommandHandler(Command)
  class Handler {
    constructor(
      @Inject(Runner) private readonly runner: Runner,
      @Inject(Creations) private readonly creations: Creations,
      @Inject(ContactPoints) private readonly points: ContactPoints,
      @Inject(Identifiers) private readonly identifiers: Identifiers,
      @Inject(KeyVault) private readonly vault: KeyVault,
      @Inject(NewIds) private readonly newIds: NewIds,
    ) {}

    async execute({ context, point: given, reason }: C): Promise<ShareContactPointAnswer> {
      const { tenant } = context;
      const step = asked(await this.identifiers.of(tenant), context, [Command.name, given, reason ?? null], () => this.newIds.next());
      const { channel, scope, key, digest } = await this.points.identify(tenant, given, '');
      const loaded = await this.creations.point(tenant, digest);
      const trace = before(loaded, step);
      if (trace) return { channel, scope, key, position: trace.position };
      const [holder] = loaded.state.holders;
      // The reason is sealed under the holder's key; a point that nobody holds has one of its own.
      const sealing = holder?.keyId === undefined ? await this.vault.lease() : ((await this.vault.find(holder.keyId)) ?? refuse('end-user-erased'));
      const { position } = await this.runner.once(contactPoint, stepOf(tenant, digest, reason), step, sealing);
      return { channel, scope, key, position: position ?? null };
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${Command.name}Handler` });
  return Handler;
}
