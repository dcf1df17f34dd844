import { type BuiltInChannel, builtInChannels } from '@kith/domain';
import type {
  ClusterStaleTable,
  EndUserBlankTable,
  EndUserContactPointTable,
  EndUserFieldTable,
  EndUserPrimaryTable,
  EndUserTable,
  EndUserTagTable,
  ErasedEndUserTable,
  ErasedStaleTable,
  LastNumberTable,
  SearchChannelTable,
  SearchNameTable,
  SearchPointTable,
  SearchStaleTable,
  SearchTagTable,
  UnassignedInteractionTable,
} from './end-user-tables';
import type { ImportTables } from './import-tables';
import type { MembershipTables } from './membership-tables';
import type {
  DifferenceTable,
  DuplicateEvidenceTable,
  DuplicateNameTable,
  DuplicatePointTable,
  DuplicateSiblingTable,
  DuplicateStaleTable,
  MergeMemberTable,
  MergeTable,
} from './merge-tables';
import type { OrganizationTables } from './organization-tables';
import type { ReportTables } from './report-tables';
import type { RetentionTables } from './retention-tables';
import type {
  InteractionMoveTable,
  OrganizationInteractionTable,
  TicketRouteTable,
  TicketStatusTable,
  TicketTable,
  WaitingInteractionTable,
} from './ticket-tables';
import type { HoldingTable, OpenInteractionTable, SharingTable, TimelineEntryTable, TimelineMoveTable } from './timeline-tables';

export type * from './end-user-tables';
export type * from './import-tables';
export type * from './membership-tables';
export type * from './merge-tables';
export type * from './organization-tables';
export type * from './report-tables';
export type * from './retention-tables';
export type * from './ticket-tables';
export type * from './timeline-tables';

/** Who holds a contact point of one channel, now. Flags are 0 or 1, positions those of the log, times RFC 3339 UTC. */
export interface LookupTable {
  tenant: string;
  scope: string;
  key: string;
  end_user_id: string;
  /** Digest of the contact point, which its later events name it by. */
  point_id: string;
  verified: number;
  shared: number;
  since: string;
  position: number;
}

/** The same for the channels that tenants register. */
export interface RegisteredLookupTable extends LookupTable {
  channel: string;
}

/** Contact points that several end users may hold. */
export interface SharedPointTable {
  tenant: string;
  point_id: string;
}

/** End users as lookups show them, so that a lookup hangs on one projection only. */
export interface HolderTable {
  tenant: string;
  id: string;
  /** Its own. */
  name: string | null;
  /**
   * 1 for who is deleted, with all that it stands for; 2 for who is erased, or cannot be read any more, by itself; 3 for both. About to be
   * released from every point, and shown nowhere meanwhile.
   */
  gone: number;
  /** Whom it was merged into. */
  survivor_id: string | null;
  /** Of the merge. */
  merged_position: number | null;
  /** 1 for who was ever merged with others: what changes of them may show in the rows of others. Null for all others, like {@link hidden}. */
  linked: number | null;
  /** Who stands for its cluster; null for who does so itself. */
  canonical_id: string | null;
  /** The name of the cluster, where that is not its own. */
  shown_name: string | null;
  /** 1 where whoever stands for its cluster is gone, and all with it. */
  hidden: number | null;
}

/** Holders of whose clusters something has changed: none after a transaction. */
export interface HolderStaleTable {
  tenant: string;
  id: string;
}

/** Who may call, in which role: all that is known of a key but its secret. */
export interface ApiKeyTable {
  tenant: string;
  key_id: string;
  role: string;
  client_name: string;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  /** JSON of ids; null for one that is not limited to organizations. */
  organizations: string | null;
  position: number;
}

/** The companies using the engine. */
export interface TenantTable {
  name: string;
  created_at: string;
  position: number;
}

/** How far a projection has read the log. */
export interface CheckpointTable {
  name: string;
  position: number;
}

export type BuiltInLookupName = `${BuiltInChannel}_lookup`;
export type LookupTableName = BuiltInLookupName | 'registered_lookup';

/** Everything in the read database. Singular, tenant first in every key. */
export type Tables = Record<BuiltInLookupName, LookupTable> &
  MembershipTables &
  OrganizationTables &
  ReportTables &
  RetentionTables &
  ImportTables & {
    registered_lookup: RegisteredLookupTable;
    shared_point: SharedPointTable;
    holder: HolderTable;
    holder_stale: HolderStaleTable;
    last_number: LastNumberTable;
    end_user: EndUserTable;
    end_user_tag: EndUserTagTable;
    end_user_field: EndUserFieldTable;
    end_user_blank: EndUserBlankTable;
    erased_end_user: ErasedEndUserTable;
    erased_stale: ErasedStaleTable;
    end_user_primary: EndUserPrimaryTable;
    end_user_contact_point: EndUserContactPointTable;
    unassigned_interaction: UnassignedInteractionTable;
    search_stale: SearchStaleTable;
    search_channel: SearchChannelTable;
    search_tag: SearchTagTable;
    cluster_stale: ClusterStaleTable;
    search_name: SearchNameTable;
    search_point: SearchPointTable;
    timeline_entry: TimelineEntryTable;
    timeline_move: TimelineMoveTable;
    open_interaction: OpenInteractionTable;
    holding: HoldingTable;
    sharing: SharingTable;
    merge: MergeTable;
    merge_member: MergeMemberTable;
    difference: DifferenceTable;
    api_key: ApiKeyTable;
    tenant: TenantTable;
    duplicate_name: DuplicateNameTable;
    duplicate_point: DuplicatePointTable;
    duplicate_sibling: DuplicateSiblingTable;
    duplicate_stale: DuplicateStaleTable;
    duplicate_evidence: DuplicateEvidenceTable;
    ticket: TicketTable;
    ticket_status: TicketStatusTable;
    ticket_route: TicketRouteTable;
    organization_interaction: OrganizationInteractionTable;
    waiting_interaction: WaitingInteractionTable;
    interaction_move: InteractionMoveTable;
    checkpoint: CheckpointTable;
  };
export type TableName = keyof Tables & string;

const builtInNames = Object.keys(builtInChannels).map((channel) => `${channel}_lookup` as BuiltInLookupName);

/** One table for each built-in channel, and the one for all others. */
export const lookupTables: readonly LookupTableName[] = [...builtInNames, 'registered_lookup'];

const byChannel: ReadonlyMap<string, LookupTableName> = new Map(
  Object.keys(builtInChannels).map((channel, i) => [channel, builtInNames[i] as BuiltInLookupName]),
);

/** Where a channel's contact points are looked up. */
export const lookupTableOf = (channel: string): LookupTableName => byChannel.get(channel) ?? 'registered_lookup';
