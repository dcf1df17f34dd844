import type { components, operations, paths } from './schema';

type Schemas = components['schemas'];

/** That somebody was shown personal data. */
export type AccessNote = Schemas['AccessEntryAnswer'];
/** A customer, shown as the golden profile of its cluster. */
export type EndUser = Schemas['EndUserAnswer'];
/** Everything that is known about one person. */
export type AccessExport = Schemas['AccessExportAnswer'];
/** How an end user was erased. */
export type Erasure = Schemas['ErasureAnswer'];
/** What an end user is created from. */
export type NewEndUser = Schemas['CreateEndUserDto'];
/** What changes of a profile: null takes a value away, what is left out stays. */
export type EndUserChange = Schemas['ChangeEndUserDto'];
/** One address on one channel, with what is known of it. */
export type ContactPoint = Schemas['ContactPointDto'];
/** One address on one channel, by the value that people write. */
export type NamedPoint = Schemas['NamedPointDto'];
/** A contact point as it is attached now. */
export type AttachedContactPoint = Schemas['AttachedContactPointAnswer'];
/** Who is behind a contact point. */
export type Holders = Schemas['HoldersAnswer'];
/** Something that happened with an end user. */
export type TimelineEntry = Schemas['TimelineEntryAnswer'];
/** One thing that happened on a channel: a mail, a call, a message. */
export type Interaction = Schemas['InteractionDto'];
/** Who it is, and why. */
export type Resolution = Schemas['ResolutionAnswerDto'];
/** An item that was refused; the other items of its stream were handled. */
export type RefusedItem = Schemas['RefusedItemAnswer'];
/** What one interaction of a stream is answered. */
export type InteractionAnswer = Resolution | RefusedItem;
/** An interaction that waits for somebody to say whose it is. */
export type OpenInteraction = Schemas['OpenInteractionAnswer'];
/** Two end users of whom one goes on for both. */
export type MergingPair = Schemas['MergingPairDto'];
/** A merge to be done, and why. */
export type NewMerge = Schemas['MergeDto'];
/** A merge that was done, with both profiles. */
export type CompletedMerge = Schemas['CompletedMergeAnswer'];
/** A merge that was undone, with both profiles, and what may belong to either. */
export type UndoneMerge = Schemas['UndoneMergeAnswer'];
/** A merge, as the ledger has it. */
export type Merge = Schemas['MergeAnswer'];
/** What a merge would bring about. */
export type MergePreview = Schemas['MergePreviewAnswer'];
/** What undoing a merge would bring about. */
export type UnmergePreview = Schemas['UnmergePreviewAnswer'];
/** Two end users to be declared different. */
export type NewDifference = Schemas['DifferenceDto'];
/** A declaration that two end users are different. */
export type Declared = Schemas['DeclaredAnswer'];
/** A declaration, with who made it and what became of it. */
export type Difference = Schemas['DifferenceAnswer'];
/** Two end users who may be one person, and why. */
export type Duplicate = Schemas['DuplicateAnswer'];
/** A fact of the log. */
export type KithEvent = Schemas['FedEventAnswer'];
/** A fact as an auditor reads it. */
export type HistoryEntry = Schemas['HistoryEntryAnswer'];
/** The rules of the tenant. */
export type Settings = Schemas['SettingsAnswerDto'];
/** The settings to change; those left out stay as they are. */
export type SettingsChange = Schemas['ChangeSettingsDto'];
/** One change of the settings, with who made it. */
export type SettingsVersion = Schemas['SettingsVersionAnswer'];
/** A key that was made; it is shown this once. */
export type IssuedKey = Schemas['IssuedKeyAnswer'];
/** An end user as a list shows it. */
export type ListedEndUser = Schemas['ListedEndUserAnswer'];
/** An organization, shown with all that were merged into it. */
export type Organization = Schemas['OrganizationAnswer'];
/** What an organization is created from. */
export type NewOrganization = Schemas['CreateOrganizationDto'];
/** What changes of an organization: null takes a value away, what is left out stays. */
export type OrganizationChange = Schemas['ChangeOrganizationDto'];
/** Where the tickets of an organization go. */
export type OrganizationRouting = Schemas['OrganizationRoutingDto'];
/** An organization as a list shows it. */
export type ListedOrganization = Schemas['ListedOrganizationAnswer'];
/** A member of an organization. */
export type Member = Schemas['MemberAnswer'];
/** What is seen of an organization at first. */
export type OrganizationPage = Schemas['OrganizationPageAnswer'];
/** An interaction with an organization, through one of its people. */
export type OrganizationInteraction = Schemas['OrganizationInteractionAnswer'];
/** Existing end users brought in line with a change of domains, of settings or of an organization. */
export type MembershipSweep = Schemas['MembershipSweepAnswer'];
/** What a ticket is opened from. */
export type NewTicket = Schemas['OpenTicketDto'];
/** A ticket as a list shows it. */
export type Ticket = Schemas['TicketAnswer'];
/** A ticket with its history. */
export type FoundTicket = Schemas['FoundTicketAnswer'];
/** A ticket that is not opened: where would it go? */
export type RouteQuestion = Schemas['RoutedByDto'];
/** Where a ticket would go, and why. */
export type RouteAnswer = Schemas['FoundRouteAnswer'];
/** Rules to try on tickets of the past. */
export type RoutingTrial = Schemas['WhatIfDto'];
/** Past tickets that would go elsewhere. */
export type WhatIf = Schemas['WhatIfAnswer'];
/** What happened, counted. */
export type Report = Schemas['ReportAnswer'];
/** Of which time a report is, and what it is cut into. */
export type ReportSpan = Omit<operations['Reports_ofTenant']['parameters']['query'], 'format'>;
/** A key, without what lets in. */
export type ApiKey = Schemas['KeyAnswer'];
/** A tenant of the engine. */
export type Tenant = Schemas['TenantAnswer'];
/** A webhook, and how its deliveries are. */
export type Webhook = Schemas['WebhookAnswer'];
/** One command of a stream. */
export type Command = Exclude<paths['/v1/commands']['post']['requestBody']['content']['application/json'], readonly unknown[]>;
/** What one command of a stream is answered. */
export type CommandAnswer = Schemas['CommandAnswer'];
/** How a projection is. */
export type Projection = Schemas['ProjectionHealth'];
/** Any refusal or failure, as it is answered (RFC 9457). */
export type Problem = Schemas['ProblemAnswer'];
/** The codes that this version of the client knows; a newer engine may have more. */
export type ProblemCode = Problem['code'];

/** The answer of a write, with where it ended: give `position` to {@link Kith.after}. Null when everything was so already. */
export type Written<T extends object = object> = T & { readonly position: string | null };

/** What was read, with its version for `ifMatch`. */
export type Versioned<T extends object> = T & { readonly etag: string | null };

/** What every write takes beside its content. */
export interface WriteOptions {
  /** Makes a retry of a later process the same command; made anew for each call when absent. 1 to 255 visible ASCII characters. */
  readonly idempotencyKey?: string;
  /** Ends the waiting; what was sent may have been stored. */
  readonly signal?: AbortSignal;
}

/** What writes take that can depend on what the caller saw. */
export interface ConditionalWriteOptions extends WriteOptions {
  /** `etag` of what was read: refused with `state-changed` when it has changed since. */
  readonly ifMatch?: string;
}

/** What every read takes beside its question. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
}
/** How far an import is. */
export type ImportProgress = Schemas['ImportProgressAnswer'];
/** An import, how far it is, and how its file is read. */
export type ImportJob = Schemas['ImportAnswerDto'];
/** Something that an import did and that its undoing kept. */
export type ImportKept = Schemas['ImportKeptAnswer'];
/** Whom a retention run would erase. */
export type RetentionPreview = Schemas['RetentionPreviewAnswer'];
/** What a retention run is started with: what the preview told. */
export type NewRetentionRun = Schemas['StartRetentionRunDto'];
/** A retention run that was started. */
export type StartedRetentionRun = Schemas['StartedRetentionRunAnswer'];
/** A retention run, and how far it is. */
export type RetentionRun = Schemas['RetentionRunAnswer'];
