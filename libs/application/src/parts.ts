import { Keys } from './access/keys';
import { Tenants } from './access/tenants';
import { AttachContactPointHandler, DetachContactPointHandler } from './contact-point/attach-contact-point';
import { ChoosePrimaryContactPointHandler } from './contact-point/choose-primary-contact-point';
import { ContactPoints } from './contact-point/contact-points';
import { Quarantine } from './contact-point/quarantine';
import { ShareContactPointHandler, UnshareContactPointHandler } from './contact-point/share-contact-point';
import { TransferContactPointHandler } from './contact-point/transfer-contact-point';
import { VerifyContactPointHandler } from './contact-point/verify-contact-point';
import { Suggestions } from './duplicates/suggestions';
import { endUserHandlers } from './end-user/change-end-user';
import { SettleAttachedHandler } from './end-user/complete-profile';
import { CreateEndUserHandler } from './end-user/create-end-user';
import { Creations } from './end-user/creations';
import { EndUserChanges } from './end-user/end-user-changes';
import { ReleaseDeletedHandler } from './end-user/release-deleted';
import { Restorations } from './end-user/restorations';
import { RestoreEndUserHandler } from './end-user/restore-end-user';
import { RestorePointHandler, RestorePointsHandler } from './end-user/restore-points';
import { CertifyErasuresHandler } from './erasure/certify-erasures';
import { EraseEndUserHandler } from './erasure/erase-end-user';
import { Erasures } from './erasure/erasures';
import { FinishErasureHandler, ForgetAssignedHandler } from './erasure/finish-erasure';
import { GiveBack } from './erasure/give-back';
import { ExportedLog } from './exports/exported-log';
import { EventFeed } from './feed/event-feed';
import { Histories } from './history/histories';
import { PastLookups } from './history/past-holders';
import { Identifiers } from './identifiers';
import { CancelImportHandler, StartImportHandler } from './imports/imports';
import { RevertEndUser } from './imports/revert-end-user';
import { RevertImportHandler } from './imports/revert-import';
import { RevertOrganization } from './imports/revert-organization';
import { RevertWork } from './imports/revert-work';
import { TouchedPeople } from './imports/touched-people';
import { AssignInteractionHandler } from './interaction/assign-interaction';
import { RecordInteractionHandler } from './interaction/record-interaction';
import { ResolveEndUserHandler } from './interaction/resolve-end-user';
import { Resolver } from './interaction/resolver';
import { MembershipAnswers, membershipHandlers } from './membership/change-membership';
import { SettleMembershipsHandler } from './membership/join-by-domain';
import { BeginMembershipSweepHandler, SweepMembershipsHandler } from './membership/membership-sweeps';
import { Memberships } from './membership/memberships';
import { MembershipsByDomain } from './membership/memberships-by-domain';
import { Clusters, OrganizationClusters } from './merging/clusters';
import { DeclareDifferentHandler, WithdrawDifferenceHandler } from './merging/declare-different';
import { EarlierMerges, EarlierOrganizationMerges } from './merging/earlier-merges';
import {
  FinishDifferenceHandler,
  FinishMergeHandler,
  FinishOrganizationMergeHandler,
  FinishOrganizationUnmergeHandler,
  FinishUnmergeHandler,
} from './merging/finish-links';
import { Linking } from './merging/linking';
import { MergeOrganizationsHandler, OrganizationMerging } from './merging/merge-organizations';
import { MergeUsersHandler, Merging } from './merging/merge-users';
import { OrganizationLinking } from './merging/organization-linking';
import { UnmergeOrganizationsHandler } from './merging/unmerge-organizations';
import { UnmergeUsersHandler } from './merging/unmerge-users';
import { OrganizationUnmerging, Unmerging } from './merging/unmerging';
import { organizationHandlers } from './organization/change-organization';
import { SettleNameOfOrganizationHandler, SettleOrganizationNameHandler } from './organization/complete-organization';
import { CreateOrganizationHandler } from './organization/create-organization';
import { KnownOrganizations } from './organization/known-organizations';
import { NameClaims } from './organization/name-claims';
import { OrganizationChanges } from './organization/organization-changes';
import { PersonalData } from './personal-data';
import { EraseWithoutContactHandler } from './retention/erase-without-contact';
import { CancelRetentionRunHandler, StartRetentionRunHandler } from './retention/retention-runs';
import { Runner } from './run';
import { ChangeSettingsHandler, SettingsReader } from './settings/settings';
import { SettingsHistory } from './settings/settings-history';
import { ChangeTicketStatusHandler } from './ticket/change-ticket-status';
import { CorrectTicketRequesterHandler } from './ticket/correct-ticket-requester';
import { FindRouteHandler } from './ticket/find-route';
import { MoveTicketHandler } from './ticket/move-ticket';
import { OpenTicketHandler } from './ticket/open-ticket';
import { Requesters } from './ticket/requesters';
import { RoutedOrganizations } from './ticket/routed-organizations';
import { TicketChanges } from './ticket/ticket-changes';
import { TicketRouting } from './ticket/ticket-routing';

/** Every command handler; whoever composes an engine gives these and {@link services} to Nest beside the ports. */
export const commandHandlers = [
  AssignInteractionHandler,
  AttachContactPointHandler,
  BeginMembershipSweepHandler,
  CancelImportHandler,
  CancelRetentionRunHandler,
  CertifyErasuresHandler,
  ChangeSettingsHandler,
  ChangeTicketStatusHandler,
  ChoosePrimaryContactPointHandler,
  CorrectTicketRequesterHandler,
  CreateEndUserHandler,
  CreateOrganizationHandler,
  DeclareDifferentHandler,
  DetachContactPointHandler,
  EraseEndUserHandler,
  EraseWithoutContactHandler,
  FinishDifferenceHandler,
  FinishErasureHandler,
  FinishMergeHandler,
  FinishOrganizationMergeHandler,
  FinishOrganizationUnmergeHandler,
  FinishUnmergeHandler,
  ForgetAssignedHandler,
  MergeOrganizationsHandler,
  MergeUsersHandler,
  MoveTicketHandler,
  OpenTicketHandler,
  RecordInteractionHandler,
  ReleaseDeletedHandler,
  ResolveEndUserHandler,
  RestoreEndUserHandler,
  RestorePointHandler,
  RestorePointsHandler,
  RevertImportHandler,
  SettleAttachedHandler,
  SettleMembershipsHandler,
  SettleNameOfOrganizationHandler,
  SettleOrganizationNameHandler,
  ShareContactPointHandler,
  StartImportHandler,
  StartRetentionRunHandler,
  SweepMembershipsHandler,
  TransferContactPointHandler,
  UnmergeOrganizationsHandler,
  UnmergeUsersHandler,
  UnshareContactPointHandler,
  VerifyContactPointHandler,
  WithdrawDifferenceHandler,
  ...endUserHandlers,
  ...membershipHandlers,
  ...organizationHandlers,
];

/** What the handlers stand on. */
export const services = [
  Clusters,
  ContactPoints,
  Creations,
  EarlierMerges,
  EarlierOrganizationMerges,
  EndUserChanges,
  Erasures,
  EventFeed,
  ExportedLog,
  FindRouteHandler,
  GiveBack,
  Histories,
  Identifiers,
  Keys,
  KnownOrganizations,
  Linking,
  MembershipAnswers,
  Memberships,
  MembershipsByDomain,
  Merging,
  NameClaims,
  OrganizationChanges,
  OrganizationClusters,
  OrganizationLinking,
  OrganizationMerging,
  OrganizationUnmerging,
  PastLookups,
  PersonalData,
  Quarantine,
  Requesters,
  Resolver,
  Restorations,
  RevertEndUser,
  RevertOrganization,
  RevertWork,
  RoutedOrganizations,
  Runner,
  SettingsHistory,
  SettingsReader,
  Suggestions,
  Tenants,
  TicketChanges,
  TicketRouting,
  TouchedPeople,
  Unmerging,
];
