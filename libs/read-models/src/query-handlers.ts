import { FindEndUserColumnsHandler, FindOrganizationColumnsHandler } from './export-columns';
import { ExportEndUsersHandler } from './export-end-users';
import { ExportOrganizationsHandler } from './export-organizations';
import { ExportTicketsHandler } from './export-tickets';
import { FindEndUserHandler, FindOwnProfileHandler } from './find-end-user';
import { FindHoldersHandler, LookUpContactPointsHandler } from './find-holders';
import { FindMergeHandler } from './find-merge';
import { FindOrganizationHandler } from './find-organization';
import { FindTicketHandler } from './find-ticket';
import { ListApiKeysHandler, ListTenantsHandler } from './list-access';
import { FindDifferenceHandler, ListDifferencesHandler } from './list-differences';
import { FindDuplicateHandler, ListDuplicatesHandler } from './list-duplicates';
import { ListEndUsersHandler } from './list-end-users';
import { FindImportHandler, ListImportsHandler } from './list-imports';
import { CountMembersHandler, ListMembersHandler } from './list-members';
import { FindMembershipSweepHandler, ListMembershipSweepsHandler } from './list-membership-sweeps';
import { ListMergesHandler } from './list-merges';
import { ListOpenInteractionsHandler } from './list-open-interactions';
import { ListOrganizationInteractionsHandler } from './list-organization-interactions';
import { ListOrganizationMergesHandler } from './list-organization-merges';
import { ListOrganizationsHandler } from './list-organizations';
import { FindRetentionRunHandler, ListRetentionRunsHandler } from './list-retention-runs';
import { ListTicketsHandler } from './list-tickets';
import { ListTimelineHandler } from './list-timeline';
import { MergePreviews } from './merge-previews';
import { OrganizationNames } from './organization-names';
import { FindOrganizationPageHandler } from './organization-page';
import { OrganizationReportHandler } from './organization-report';
import { PreviewMergeHandler, PreviewUnmergeHandler } from './preview-merges';
import { PreviewRetentionHandler } from './preview-retention';
import { ReadPositionHandler } from './read-position';
import { ReplayedProfiles } from './replayed-profiles';
import { Restorals } from './restorals';
import { CanonicalOrganizationsHandler, EndUsersOfOrganizationsHandler, IsOfOrganizationsHandler } from './sight';
import { WhatIfRoutingHandler } from './what-if-routing';

/** What answers the queries on the bus. */
export const queryHandlers = [
  CountMembersHandler,
  CanonicalOrganizationsHandler,
  EndUsersOfOrganizationsHandler,
  IsOfOrganizationsHandler,
  ExportEndUsersHandler,
  ExportOrganizationsHandler,
  ExportTicketsHandler,
  FindDifferenceHandler,
  FindDuplicateHandler,
  FindEndUserColumnsHandler,
  FindEndUserHandler,
  FindHoldersHandler,
  FindOwnProfileHandler,
  FindMembershipSweepHandler,
  FindMergeHandler,
  FindOrganizationColumnsHandler,
  FindOrganizationPageHandler,
  FindOrganizationHandler,
  FindImportHandler,
  FindRetentionRunHandler,
  FindTicketHandler,
  ListApiKeysHandler,
  ListDifferencesHandler,
  ListDuplicatesHandler,
  ListEndUsersHandler,
  ListMembersHandler,
  ListMembershipSweepsHandler,
  ListMergesHandler,
  ListOrganizationsHandler,
  ListOpenInteractionsHandler,
  ListOrganizationInteractionsHandler,
  ListOrganizationMergesHandler,
  ListImportsHandler,
  ListRetentionRunsHandler,
  ListTicketsHandler,
  ListTenantsHandler,
  ListTimelineHandler,
  LookUpContactPointsHandler,
  OrganizationReportHandler,
  PreviewMergeHandler,
  PreviewRetentionHandler,
  PreviewUnmergeHandler,
  ReadPositionHandler,
  WhatIfRoutingHandler,
] as const;

/** What the handlers, and answers that are more than one query, stand on. */
export const queryServices = [MergePreviews, OrganizationNames, ReplayedProfiles, Restorals] as const;
