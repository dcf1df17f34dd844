import { type ContactPointAttached, contactPoint, idInStream, isErasedWhole, isThere, mayHold, type ReleaseCause, ReleasePoint, streamOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store';
import { Clusters } from '../merging/clusters';
import type { Reactor } from '../react';
import { Runner, type StepContext, wordOf } from '../run';
import { Creations } from './creations';

/** Bring to its end whatever an attach was part of: a creation cut off half way is completed, or abandoned and released. */
export class SettleAttached {
  constructor(
    /** The word on which the point was attached. */
    readonly step: StepContext,
    readonly digest: string,
    readonly endUserId: string,
    /** Id of the event that attached it. */
    readonly attachedBy: string,
  ) {}
}

/**
 * The reactor behind the protocol *create*: no claim stays without a living profile. It looks at every attach, so that
 * a claim that arrives late for an end user who was abandoned, deleted or erased is released too.
 */
export const completeProfile: Reactor<ContactPointAttached> = {
  name: 'complete-profile',
  graceMs: 1_000,
  on: {
    ContactPointAttached: ({ metadata, stream, data }) => [new SettleAttached(wordOf(metadata), idInStream(stream), data.endUserId, metadata.eventId)],
  },
};

@CommandHandler(SettleAttached)
export class SettleAttachedHandler implements ICommandHandler<SettleAttached, void> {
  constructor(
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  async execute({ step, digest, endUserId, attachedBy }: SettleAttached): Promise<void> {
    const { tenant } = step;
    const known = await this.creations.endUser(tenant, endUserId);
    const { canonical } = await this.clusters.placeOf(tenant, endUserId, known);
    const isSettled = known.state.status !== 'unknown' && known.state.status !== 'abandoned';
    const holder = isSettled ? known.state : await this.creations.settledHolder(tenant, digest, endUserId);
    if (mayHold(holder) && (!isSettled || isThere(canonical.loaded.state))) return;
    // On its own account it goes under its own command: the retry of the attach must find no later trace than its own.
    const { payloadMac: _, ...own } = {
      ...step,
      actor: { kind: 'reactor', id: completeProfile.name },
      commandId: attachedBy,
      causationId: attachedBy,
    } as const;
    if (holder.status === 'abandoned') return this.release(own, digest, endUserId, 'lost-race');
    const deletedAt = await this.deletedAt(tenant, canonical.id);
    const cause = holder.status === 'erased' || isErasedWhole(canonical.loaded.state) ? 'erased' : 'deleted';
    return this.release({ ...own, ...(later(deletedAt, step.occurredAt) && { occurredAt: deletedAt }) }, digest, endUserId, cause);
  }

  private async release(step: StepContext, digest: string, endUserId: string, cause: ReleaseCause): Promise<void> {
    await this.runner.run(contactPoint, new ReleasePoint(step.tenant, digest, endUserId, cause), step);
  }

  /** Until then it was held, if it was attached before: this reactor may be the first to come by long after. */
  private async deletedAt(tenant: string, endUserId: string): Promise<string | undefined> {
    const events = await this.store.readStream(streamOf.endUser(tenant, endUserId));
    return events.findLast(({ type }) => type === 'EndUserDeleted')?.metadata.occurredAt;
  }
}

const later = (one: string | undefined, other: string | undefined): one is string =>
  one !== undefined && (other === undefined || Date.parse(one) > Date.parse(other));
