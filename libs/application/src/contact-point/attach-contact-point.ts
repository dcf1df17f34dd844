import { AttachContactPoint, AttachPoint, contactPoint, DetachContactPoint, type EndUser, living, ReleasePoint, refuse } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Creations } from '../end-user/creations';
import { HeldPoints } from '../held-points';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { type DataKey, KeyVault } from '../key-vault';
import { before, Runner } from '../run';
import { ContactPoints, identityOf } from './contact-points';

export interface AttachContactPointAnswer {
  readonly endUserId: string;
  readonly channel: string;
  readonly scope: string;
  readonly key: string;
  readonly verified: boolean;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

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
    const person = living((await this.creations.endUser(tenant, endUserId)).state);
    const point = await this.points.identify(tenant, given, '');
    const loaded = await this.creations.point(tenant, point.digest);
    const { channel, scope, key, verified, digest, rules } = point;
    const trace = before(loaded, step);
    if (trace) return { endUserId, channel, scope, key, verified, position: trace.position };
    const { gone } = await this.creations.holders(tenant, digest, loaded.state);
    if (!loaded.state.holders.some((h) => h.endUserId === endUserId)) {
      if (rules.verifiedOnly && !verified) refuse('contact-point-unverified');
      if ((await this.held.count(tenant, endUserId, channel)) >= rules.limit) refuse('contact-point-limit-reached');
    }
    const attach = new AttachPoint(tenant, digest, endUserId, identityOf(point), verified, undefined, gone);
    const { state, position } = await this.runner.run(contactPoint, attach, step, await keyOf(this.vault, person));
    const now = state.holders.find((h) => h.endUserId === endUserId);
    return { endUserId, channel, scope, key, verified: now?.verified ?? verified, position: position ?? null };
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
    living((await this.creations.endUser(tenant, endUserId)).state);
    const { digest } = await this.points.identify(tenant, given, '');
    const { position } = await this.runner.once(contactPoint, new ReleasePoint(tenant, digest, endUserId, 'detached'), step);
    return { position: position ?? null };
  }
}

/** The key that seals what is written of a person. @throws Error when it was destroyed: nothing may be written of them any more */
export async function keyOf(vault: KeyVault, { keyId }: EndUser): Promise<DataKey> {
  const key = keyId === undefined ? undefined : await vault.find(keyId);
  if (!key) throw new Error('the key of a living end user is gone');
  return key;
}
