import { membersOf, refuse, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '../event-store';
import { OrganizationClusters } from '../merging/clusters';
import { PersonalData } from '../personal-data';
import type { HistoryEntry } from './history-entry';
import { StreamDirectory } from './stream-directory';
import { inLogOrder, type ToldFrom, type ToldStream, toldIn } from './told-stream';

/** A stretch of a history, oldest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** There is more behind the last of them. */
  readonly more: boolean;
}

export interface HistoryRequest {
  /** Exclusive; 0n is the beginning. */
  readonly after: bigint;
  /** At most so many entries. */
  readonly limit: number;
}

/** Events of a stream that are read at a time by whoever must go through what was before. */
const chunk = 500;

/**
 * Every fact of a person, a contact point, an organization, a ticket or an interaction, in the order of the log. The first page reads of
 * each stream no more than it shows, whatever comes later; a later one goes through what is before it, because that is what its
 * `before` rests on.
 */
@Injectable()
export class Histories {
  private readonly from: ToldFrom;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) personalData: PersonalData,
    @Inject(StreamDirectory) private readonly directory: StreamDirectory,
    @Inject(OrganizationClusters) private readonly organizations: OrganizationClusters,
  ) {
    this.from = { store, personalData };
  }

  /**
   * Of all profiles that are this person today, and of the contact points they hold or held, as far as it concerns them.
   * @throws Refusal `end-user-not-found`, HeldPointsBehind
   */
  async ofEndUser(tenant: string, endUserId: string, request: HistoryRequest): Promise<HistoryPage> {
    await this.known(streamOf.endUser(tenant, endUserId), () => refuse('end-user-not-found'));
    const { profileIds, pointIds } = await this.directory.ofPerson(tenant, endUserId, await this.store.head());
    const holders = new Set(profileIds);
    const profiles = profileIds.map((id): ToldStream => ({ stream: streamOf.endUser(tenant, id) }));
    return this.page([...profiles, ...pointIds.map((id) => ({ stream: streamOf.contactPoint(tenant, id), holders }))], request);
  }

  /** Of all organizations that are one with it today. @throws Refusal `organization-not-found` */
  async ofOrganization(tenant: string, organizationId: string, request: HistoryRequest): Promise<HistoryPage> {
    await this.known(streamOf.organization(tenant, organizationId), () => refuse('organization-not-found'));
    const { id, loaded } = (await this.organizations.placeOf(tenant, organizationId)).canonical;
    return this.page(
      membersOf(id, loaded.state).map((member) => ({ stream: streamOf.organization(tenant, member) })),
      request,
    );
  }

  /** @param digest of the contact point. Undefined when there is nothing to tell of it. */
  async ofContactPoint(tenant: string, digest: string, request: HistoryRequest): Promise<HistoryPage | undefined> {
    const stream = streamOf.contactPoint(tenant, digest);
    return (await this.store.readStream(stream, { limit: 1 })).length === 0 ? undefined : this.page([{ stream }], request);
  }

  /** @throws Refusal `ticket-not-found` */
  async ofTicket(tenant: string, ticketId: string, request: HistoryRequest): Promise<HistoryPage> {
    const stream = streamOf.ticket(tenant, ticketId);
    await this.known(stream, () => refuse('ticket-not-found'));
    return this.page([{ stream }], request);
  }

  /** @throws Refusal `interaction-not-found` */
  async ofInteraction(tenant: string, interactionId: string, request: HistoryRequest): Promise<HistoryPage> {
    const stream = streamOf.interaction(tenant, interactionId);
    await this.known(stream, () => refuse('interaction-not-found'));
    return this.page([{ stream }], request);
  }

  private async known(stream: string, refused: () => never): Promise<void> {
    if ((await this.store.readStream(stream, { limit: 1 })).length === 0) refused();
  }

  private async page(streams: readonly ToldStream[], { after, limit }: HistoryRequest): Promise<HistoryPage> {
    await this.store.assertKnows(after);
    const most = limit + 1;
    const told = inLogOrder(streams.map((one) => toldIn(this.from, one, after === 0n ? most : chunk)));
    const entries: HistoryEntry[] = [];
    for await (const entry of told) {
      if (entry.position > after) entries.push(entry);
      if (entries.length === most) break;
    }
    return { entries: entries.slice(0, limit), more: entries.length > limit };
  }
}
