import { CorrectTicketRequester, membersOf, NameRequester, streamOf } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '../event-store';
import { Clusters } from '../merging/clusters';
import { Requesters } from './requesters';
import { TicketChanges } from './ticket-changes';

export interface CorrectTicketRequesterAnswer {
  readonly ticketId: string;
  /** The profile that the ticket names. */
  readonly requesterId: string;
  /** The one that stands for it. */
  readonly canonicalId: string;
  /** Null when it was the same person already. */
  readonly position: bigint | null;
}

@CommandHandler(CorrectTicketRequester)
export class CorrectTicketRequesterHandler implements ICommandHandler<CorrectTicketRequester, CorrectTicketRequesterAnswer> {
  constructor(
    @Inject(TicketChanges) private readonly changes: TicketChanges,
    @Inject(Requesters) private readonly requesters: Requesters,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  async execute(command: CorrectTicketRequester): Promise<CorrectTicketRequesterAnswer> {
    const { context, ticketId, reason } = command;
    const { tenant } = context;
    const begun = await this.changes.begin(command);
    if (begun.trace) return this.answer(tenant, ticketId, await this.namedAt(tenant, ticketId, begun.trace.revision), begun.trace.position);
    const requester = await this.requesters.find(command.requester, { step: begun.step });
    const { requesterId, contactPointId, resolution, canonicalId, canonical } = requester;
    const key = await this.changes.keyFor(reason, begun);
    const said = key && reason !== undefined ? { reason } : {};
    const correction = { requesterId, contactPointId, ...(resolution && { resolution }), ...said, at: begun.from.at };
    const name = new NameRequester(tenant, ticketId, correction, membersOf(canonicalId, canonical));
    const { state, position } = await this.changes.take(begun, name, key);
    return this.answer(tenant, ticketId, state.requesterId ?? requesterId, position ?? null);
  }

  private async answer(tenant: string, ticketId: string, requesterId: string, position: bigint | null): Promise<CorrectTicketRequesterAnswer> {
    const { canonical } = await this.clusters.placeOf(tenant, requesterId);
    return { ticketId, requesterId, canonicalId: canonical.id, position };
  }

  /** Whom the same command named when it was asked before. */
  private async namedAt(tenant: string, ticketId: string, revision: number): Promise<string> {
    const [corrected] = await this.store.readStream(streamOf.ticket(tenant, ticketId), { from: revision, limit: 1 });
    if (typeof corrected?.data.requesterId !== 'string') throw new Error('a correction that was made cannot be read');
    return corrected.data.requesterId;
  }
}
