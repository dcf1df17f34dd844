import type { Priority, TicketStatus } from '@kith/domain';
import type { QueryCreator } from 'kysely';
import type { Tables, TicketTable } from './tables';

/** Who asks, as tickets show it. */
export interface ShownRequester {
  /** The profile that the ticket was opened for, or that was said to be the requester. */
  readonly id: string;
  /** Who stands for it today. */
  readonly canonicalId: string;
  /** Of the cluster. */
  readonly name: string | null;
}

/** Whose a ticket is, as tickets show it. */
export interface ShownTicketOrganization {
  /** As it was named. */
  readonly id: string;
  /** What stands for it today. */
  readonly canonicalId: string;
  readonly name: string | null;
}

/** Where a ticket went when it was opened, and by which rule. */
export interface ShownTicketRoute {
  readonly queue: string;
  readonly priority: Priority;
  readonly assignee: string | null;
  /** Those that the rule put on the ticket. */
  readonly tags: readonly string[];
  /** Name of the rule, `organization` or `fallback`. */
  readonly rule: string;
  readonly settingsVersion: number;
}

/** A ticket as lists show it. Times are RFC 3339 UTC. */
export interface ShownTicket {
  /** Digest of source and id there. */
  readonly id: string;
  readonly source: string;
  /** Its id there; null once the requester that it was opened for is erased, like `subject`. */
  readonly sourceId: string | null;
  readonly requester: ShownRequester;
  readonly organization: ShownTicketOrganization | null;
  readonly subject: string | null;
  readonly status: TicketStatus;
  /** From when on the status is in force, business time. */
  readonly statusSince: string;
  readonly channel: string;
  readonly via: string;
  /** BCP 47. */
  readonly language: string | null;
  /** Those that it was opened with. */
  readonly tags: readonly string[];
  /** The requester had never been heard of before. */
  readonly firstContact: boolean;
  /** Null only while its first events are being read. */
  readonly route: ShownTicketRoute | null;
  /** Business time. */
  readonly openedAt: string;
  /** When its last event was recorded. */
  readonly updatedAt: string;
}

/** Tickets with who stands for whom today, and how they are called. */
export const namedTickets = (db: QueryCreator<Tables>) =>
  db
    .selectFrom('ticket')
    .leftJoin('holder as requester', (join) => join.onRef('requester.tenant', '=', 'ticket.tenant').onRef('requester.id', '=', 'ticket.requester_id'))
    .leftJoin('organization as named', (join) => join.onRef('named.tenant', '=', 'ticket.tenant').onRef('named.id', '=', 'ticket.organization_id'))
    .leftJoin('organization as stands', (join) => join.onRef('stands.tenant', '=', 'named.tenant').onRef('stands.id', '=', 'named.canonical_id'))
    .select(columns)
    .select([
      'requester.canonical_id as requester_canonical_id',
      'requester.name as requester_name',
      'requester.shown_name as requester_shown_name',
      'named.canonical_id as organization_canonical_id',
      'stands.name as organization_name',
    ]);

/** What is read of a ticket to show it. */
const columns = [
  'ticket.id',
  'ticket.source',
  'ticket.source_id',
  'ticket.requester_id',
  'ticket.organization_id',
  'ticket.subject',
  'ticket.status',
  'ticket.status_at',
  'ticket.channel',
  'ticket.via',
  'ticket.language',
  'ticket.tags',
  'ticket.first_contact',
  'ticket.queue',
  'ticket.priority',
  'ticket.assignee',
  'ticket.rule',
  'ticket.settings_version',
  'ticket.route_tags',
  'ticket.opened_at',
  'ticket.opened_position',
  'ticket.updated_at',
  'ticket.revision',
  'ticket.position',
] as const satisfies readonly `ticket.${keyof TicketTable}`[];

type Named<Column> = Column extends `ticket.${infer Name}` ? Name : never;
/** @see namedTickets */
export type TicketRow = Pick<TicketTable, Named<(typeof columns)[number]> & keyof TicketTable> & {
  readonly requester_canonical_id: string | null;
  readonly requester_name: string | null;
  /** Of the cluster, where that is not its own. */
  readonly requester_shown_name: string | null;
  readonly organization_canonical_id: string | null;
  readonly organization_name: string | null;
};

export const shownTicket = (row: TicketRow): ShownTicket => ({
  id: row.id,
  source: row.source,
  sourceId: row.source_id,
  requester: { id: row.requester_id, canonicalId: row.requester_canonical_id ?? row.requester_id, name: row.requester_shown_name ?? row.requester_name },
  organization:
    row.organization_id === null
      ? null
      : { id: row.organization_id, canonicalId: row.organization_canonical_id ?? row.organization_id, name: row.organization_name },
  subject: row.subject,
  status: row.status as TicketStatus,
  statusSince: row.status_at,
  channel: row.channel,
  via: row.via,
  language: row.language,
  tags: JSON.parse(row.tags) as string[],
  firstContact: row.first_contact === 1,
  route: routeOf(row),
  openedAt: row.opened_at,
  updatedAt: row.updated_at,
});

function routeOf({ queue, priority, assignee, route_tags, rule, settings_version }: TicketRow): ShownTicketRoute | null {
  if (queue === null || priority === null || rule === null || settings_version === null) return null;
  return { queue, priority: priority as Priority, assignee, tags: JSON.parse(route_tags) as string[], rule, settingsVersion: settings_version };
}
