import { DailyUse, type EventStore, type StoredEvent } from '@kith/application';
import { idInStream, streamOf } from '@kith/domain';

/** The daily use, read from the log itself: every event, one by one, and so never behind. */
export class DailyUseInLog extends DailyUse {
  constructor(private readonly store: EventStore) {
    super();
  }

  async reached(): Promise<void> {}

  async isContacted(tenant: string, endUserId: string): Promise<boolean> {
    const { interactions, tickets } = await this.work(tenant);
    return interactions.some((one) => one.endUserId === endUserId) || tickets.some((one) => one.requesterId === endUserId);
  }

  async isUsed(tenant: string, endUserId: string, contactPointId: string, after: bigint): Promise<boolean> {
    const { interactions } = await this.work(tenant);
    return interactions.some((one) => one.endUserId === endUserId && one.contactPointId === contactPointId && one.position > after);
  }

  async hasWork(tenant: string, organizationId: string): Promise<boolean> {
    const { interactions, tickets } = await this.work(tenant);
    return [...interactions, ...tickets].some((one) => one.organizationId === organizationId);
  }

  private async work(tenant: string) {
    const { events } = await this.store.readAll({ after: 0n, limit: 1_000_000 });
    const interactions = new Map<string, Readonly<Record<string, unknown>> & { readonly position: bigint }>();
    const tickets = new Map<string, Readonly<Record<string, unknown>>>();
    const corrected: { readonly stream: string; readonly from: unknown; readonly to: unknown; readonly position: bigint }[] = [];
    for (const event of events) if (event.metadata.tenant === tenant) this.apply(event, interactions, tickets, corrected);
    // What came by a point goes along when that was always somebody else's.
    for (const { stream, from, to, position } of corrected)
      for (const [id, one] of interactions)
        if (one.endUserId === from && streamOf.contactPoint(tenant, String(one.contactPointId)) === stream && one.position < position)
          interactions.set(id, { ...one, endUserId: to });
    return { interactions: [...interactions.values()], tickets: [...tickets.values()] };
  }

  private apply(
    { type, stream, data, position }: StoredEvent,
    interactions: Map<string, Readonly<Record<string, unknown>> & { readonly position: bigint }>,
    tickets: Map<string, Readonly<Record<string, unknown>>>,
    corrected: { readonly stream: string; readonly from: unknown; readonly to: unknown; readonly position: bigint }[],
  ): void {
    const id = idInStream(stream);
    if (type === 'InteractionRecorded') interactions.set(id, { ...data, position });
    else if (type === 'InteractionAssigned') interactions.set(id, { position, ...interactions.get(id), ...data });
    else if (type === 'TicketOpened') tickets.set(id, data);
    else if (type === 'TicketRequesterCorrected') tickets.set(id, { ...tickets.get(id), ...data });
    else if (type === 'TicketMovedToOrganization') tickets.set(id, { ...tickets.get(id), organizationId: data.organizationId });
    else if (type === 'ContactPointReleased' && data.cause === 'corrected') corrected.push({ stream, from: data.endUserId, to: data.to, position });
  }
}
