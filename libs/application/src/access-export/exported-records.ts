import { type DomainEvent, type InteractionRecorded, idInStream, type Recorded, type Resolution, type TicketOpened } from '@kith/domain';
import type { ExportedAddress, ExportedInteraction, ExportedResolution, ExportedRoute, ExportedTicket } from './exported';
import type { OriginsOf } from './origins';

/** What interactions and tickets of a person are told with. */
export interface RecordsOf {
  readonly profileIds: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly origins: OriginsOf;
  /** The person's own address, by the digest of a contact point; null for one that never was theirs. */
  readonly address: (pointId: string | null) => ExportedAddress;
  /** What an organization is called today. */
  readonly organization: (id: string | null) => string | null;
}

type Events = readonly Recorded<DomainEvent>[];
type One<T extends DomainEvent['type']> = Extract<Recorded<DomainEvent>, { type: T }>;
const last = <T extends DomainEvent['type']>(events: Events, type: T) => events.findLast((one): one is One<T> => one.type === type);
const every = <T extends DomainEvent['type']>(events: Events, type: T) => events.filter((one): one is One<T> => one.type === type);

/** An interaction of the profile, from its stream; undefined where that does not begin with one. */
export function exportedInteraction(of: RecordsOf, profileId: string, events: Events): ExportedInteraction | undefined {
  const [recorded] = events;
  if (recorded?.type !== 'InteractionRecorded') return undefined;
  const assigned = last(events, 'InteractionAssigned');
  const { data, erased, metadata, stream } = recorded as Recorded<InteractionRecorded>;
  const organizationId = assigned?.data.organizationId ?? data.organizationId ?? null;
  return {
    profileId,
    interactionId: idInStream(stream),
    source: data.source,
    sourceId: erased ? null : data.sourceId,
    channel: data.channel,
    via: data.via,
    direction: data.direction,
    occurredAt: metadata.occurredAt,
    contactPoint: of.address(data.contactPointId),
    organizationId,
    organization: of.organization(organizationId),
    ticketId: erased ? null : (data.ticketId ?? null),
    summary: erased ? null : (data.summary ?? null),
    outcome: data.outcome,
    resolution: exportedResolution(of.profileIds, data.resolution),
    assignedBecause: assigned && !assigned.erased ? (assigned.data.reason ?? null) : null,
    erased,
    facts: events.map((event) => of.origins.of(event)),
  };
}

/** A ticket of the profile, from its stream; undefined where that does not begin with one. */
export function exportedTicket(of: RecordsOf, profileId: string, events: Events): ExportedTicket | undefined {
  const [opened] = events;
  if (opened?.type !== 'TicketOpened') return undefined;
  const corrected = last(events, 'TicketRequesterCorrected');
  const { data, erased, stream } = opened as Recorded<TicketOpened>;
  const resolution = (corrected ?? opened).data.resolution;
  return {
    profileId,
    ticketId: idInStream(stream),
    source: data.source,
    sourceId: erased ? null : data.sourceId,
    subject: erased ? null : (data.subject ?? null),
    tags: erased ? [] : data.tags,
    channel: data.channel,
    via: data.via,
    language: data.language,
    contactPoint: of.address((corrected ?? opened).data.contactPointId),
    firstContact: data.firstContact,
    openedAt: data.at,
    statuses: [data, ...every(events, 'TicketStatusChanged').map((one) => one.data)].map(({ status, at }) => ({ status, at })),
    organizations: organizationsOf(of, data, every(events, 'TicketMovedToOrganization')),
    route: routeOf(last(events, 'TicketRouted')),
    resolution: resolution ? exportedResolution(of.profileIds, resolution) : null,
    correctedAt: corrected?.data.at ?? null,
    correctedBecause: corrected ? correctionIn(of, corrected) : null,
    erased,
    facts: events.map((event) => of.origins.of(event)),
  };
}

function organizationsOf(of: RecordsOf, { organizationId, at }: TicketOpened['data'], moves: readonly One<'TicketMovedToOrganization'>[]) {
  const moved = moves.map(({ data, erased }) => ({ ...data, reason: erased ? null : (data.reason ?? null) }));
  return [{ organizationId, at, reason: null }, ...moved].map((one) => ({
    organizationId: one.organizationId,
    organization: of.organization(one.organizationId),
    at: one.at,
    reason: one.reason,
  }));
}

/** The words are kept as those of whom it was opened for: where that is somebody else, they tell of another person's case. */
function correctionIn({ keys }: RecordsOf, { erased, data, keyId }: One<'TicketRequesterCorrected'>): string | null {
  return erased || keyId === undefined || !keys.has(keyId) ? null : (data.reason ?? null);
}

/** Without the assignee, who works for the company. */
function routeOf(routed: One<'TicketRouted'> | undefined): ExportedRoute | null {
  if (!routed) return null;
  const { policy, settingsVersion, queue, priority, rule, tags, reasons, organizationTags } = routed.data;
  return { policy, settingsVersion, queue, priority, rule, tags, reasons, organizationTags: routed.erased ? [] : organizationTags };
}

/** Rules about other people say who these are, so only those that name the person or nobody are told. */
function exportedResolution(profileIds: ReadonlySet<string>, { policy, settingsVersion, why }: Resolution): ExportedResolution {
  const theirs = why.filter(({ endUserId }) => endUserId === undefined || profileIds.has(endUserId));
  return { policy, settingsVersion, why: theirs.map(({ rule, channel, detail }) => ({ rule, channel, ...(detail !== undefined && { detail }) })) };
}
