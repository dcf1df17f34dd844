import {
  assertHappened,
  type GivenTicket,
  KeepTicket,
  OpenTicket,
  refuse,
  streamOf,
  type Ticket,
  type TicketEvent,
  type TicketOpened,
  type TicketRouted,
  type TicketStatus,
  ticket,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import canonicalize from 'canonicalize';
import { asked } from '../asked';
import { Clock } from '../clock';
import { usableIn } from '../contact-point/contact-points';
import { type PossibleDuplicate, Suggestions } from '../duplicates/suggestions';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { whoMet } from '../interaction/answer';
import { Clusters } from '../merging/clusters';
import { withoutPersonal } from '../personal-data';
import { before, type Loaded, Runner, type StepContext } from '../run';
import { SettingsReader } from '../settings/settings';
import { Requesters, requesterIn } from './requesters';
import { routedEvent, TicketRouting, utc, type VersionedRoute } from './ticket-routing';

export interface OpenTicketAnswer {
  /** Digest of source and id. */
  readonly ticketId: string;
  /** The profile that holds the contact point, or was named. */
  readonly requesterId: string;
  /** The one that stands for it. */
  readonly canonicalId: string;
  readonly organizationId: string | null;
  /** The one that it was opened with. */
  readonly status: TicketStatus;
  readonly route: VersionedRoute;
  readonly outcome: 'opened' | 'repeated';
  readonly createdRequester: boolean;
  /** Who may be the same person as the requester, as far as that is known at once. */
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  /** Of the opening, also when it was opened before. */
  readonly position: bigint;
}

/** The opening as its two events tell it, without what is sealed. */
interface Opening {
  readonly opened: Omit<TicketOpened['data'], 'sourceId' | 'subject' | 'tags'>;
  readonly routed: Omit<TicketRouted['data'], 'organizationTags'>;
}

/** What an opening is answered from. */
interface Asked {
  readonly ticketId: string;
  readonly given: GivenTicket;
  readonly step: StepContext;
  readonly isKeyed: boolean;
}

@CommandHandler(OpenTicket)
export class OpenTicketHandler implements ICommandHandler<OpenTicket, OpenTicketAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(Requesters) private readonly requesters: Requesters,
    @Inject(TicketRouting) private readonly routing: TicketRouting,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ context, ticket: given }: OpenTicket): Promise<OpenTicketAnswer> {
    const { tenant, idempotencyKey } = context;
    const ids = await this.identifiers.of(tenant);
    const ticketId = ids.ticket(given.source, given.id);
    const payload = ['OpenTicket', given];
    const own = given.at === undefined ? context : { ...context, occurredAt: utc(given.at) };
    // Kept without an idempotency key, too: it tells whether a ticket was opened before with the same facts.
    const payloadMac = ids.payloadMac(canonicalize(payload) ?? '');
    const step = { ...asked(ids, own, payload, () => ids.ticketCommand(ticketId)), payloadMac };
    const asking: Asked = { ticketId, given, step, isKeyed: idempotencyKey !== undefined };
    const known = await this.load(tenant, ticketId);
    if (known.state.openedAt !== undefined) return this.repeated(known, asking);
    try {
      return await this.open(known, asking);
    } catch (error) {
      if (error instanceof OpenedMeanwhile) return this.repeated(error.known, asking);
      throw error;
    }
  }

  /** @throws OpenedMeanwhile */
  private async open(known: Loaded<Ticket>, asking: Asked): Promise<OpenTicketAnswer> {
    const { ticketId, given, step } = asking;
    const { tenant } = step;
    const { source, id: sourceId, subject, status = 'open', channel } = given;
    if (given.at !== undefined) assertHappened(given.at, this.clock.now(), '/at');
    const settings = await this.routing.rules(tenant, given);
    const beforeWriting = async () => assertNew(await this.load(tenant, ticketId));
    // What cannot be is refused before anybody is created for it.
    if (typeof given.organizationId === 'string') await this.routing.assertThere(tenant, given.organizationId);
    const requester = await this.requesters.find(requesterIn(given) ?? refuse('no-contact-point'), { step, cameBy: channel, beforeWriting });
    const at = utc(step.occurredAt ?? this.clock.now());
    const routed = await this.routing.route(tenant, given, settings, requester, requester.created, at);
    const { requesterId, contactPointId, resolution, created: firstContact } = requester;
    const { via, language, tags } = routed.facts;
    const { organizationId } = routed;
    const who = { requesterId, contactPointId, ...(resolution && { resolution }), organizationId };
    const opened = { source, sourceId, ...who, ...(subject !== undefined && { subject }), status, channel, via, language, tags, firstContact, at };
    const keep = new KeepTicket(tenant, ticketId, opened, routedEvent(routed));
    const { position } = await this.runner.run(ticket, keep, step, await this.requesters.keyFor(requester), known);
    if (position === undefined) throw new OpenedMeanwhile(await this.load(tenant, ticketId));
    return this.answer(asking, { opened, routed: keep.routed }, 'opened', position);
  }

  private load(tenant: string, ticketId: string): Promise<Loaded<Ticket>> {
    return this.runner.load(ticket, streamOf.ticket(tenant, ticketId));
  }

  /**
   * The retry of a keyed command gets its first answer; another opening of the same ticket with the same facts is told that it is open.
   * @throws Refusal `ticket-exists` when they are others, `idempotency-key-reused`
   */
  private async repeated(known: Loaded<Ticket>, asking: Asked): Promise<OpenTicketAnswer> {
    const { ticketId, step, isKeyed } = asking;
    const [first] = known.commands.values();
    const trace = isKeyed ? before(known, step) : undefined;
    if (first?.payloadMac !== step.payloadMac) refuse('ticket-exists', undefined, { ticketId });
    const [opened, routed] = (await this.store.readStream(streamOf.ticket(step.tenant, ticketId), { limit: 2 })).map(withoutPersonal) as TicketEvent[];
    if (!first || opened?.type !== 'TicketOpened' || routed?.type !== 'TicketRouted') throw new Error('a ticket that was opened cannot be read');
    const { position } = trace ?? first;
    return this.answer(asking, { opened: opened.data, routed: routed.data }, trace ? 'opened' : 'repeated', position);
  }

  private async answer(asking: Asked, { opened, routed }: Opening, outcome: OpenTicketAnswer['outcome'], position: bigint): Promise<OpenTicketAnswer> {
    const { ticketId, step } = asking;
    const { requesterId, organizationId, status, firstContact: createdRequester } = opened;
    const { canonical } = await this.clusters.placeOf(step.tenant, requesterId);
    const possibleDuplicates = await this.duplicatesOf(asking, opened);
    const route = routeOf(routed);
    return { ticketId, requesterId, canonicalId: canonical.id, organizationId, status, route, outcome, createdRequester, possibleDuplicates, position };
  }

  /** Who met on the way to the requester, and who may be the same person as one that was created. */
  private async duplicatesOf({ given, step: { tenant } }: Asked, { requesterId, resolution, firstContact, organizationId }: Opening['opened']) {
    if (!given.points || !resolution || (resolution.possibleDuplicates.length === 0 && !firstContact)) return [];
    const points = usableIn(await this.settings.of(tenant), await this.identifiers.of(tenant), given.points);
    const resolved = { outcome: firstContact ? 'created' : 'matched', endUserId: requesterId, resolution, organizationId };
    return [...whoMet(resolution, points), ...(await this.suggestions.ofCreated(tenant, resolved, given.profile, points))];
  }
}

class OpenedMeanwhile extends Error {
  constructor(readonly known: Loaded<Ticket>) {
    super();
  }
}

function assertNew(known: Loaded<Ticket>): void {
  if (known.state.openedAt !== undefined) throw new OpenedMeanwhile(known);
}

const routeOf = ({ queue, priority, assignee, tags, rule, reasons, settingsVersion }: Opening['routed']): VersionedRoute => ({
  queue,
  priority,
  assignee,
  tags,
  rule,
  reasons,
  settingsVersion,
});
