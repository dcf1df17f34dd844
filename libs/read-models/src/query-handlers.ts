import { FindEndUserHandler, FindOwnProfileHandler } from './find-end-user';
import { FindHoldersAsOfHandler, FindHoldersHandler, LookUpContactPointsHandler } from './find-holders';
import { FindMergeHandler } from './find-merge';
import { ListApiKeysHandler, ListTenantsHandler } from './list-access';
import { FindDifferenceHandler, ListDifferencesHandler } from './list-differences';
import { FindDuplicateHandler, ListDuplicatesHandler } from './list-duplicates';
import { ListEndUsersHandler } from './list-end-users';
import { ListMergesHandler } from './list-merges';
import { ListOpenInteractionsHandler } from './list-open-interactions';
import { ListTimelineHandler } from './list-timeline';
import { MergePreviews } from './merge-previews';
import { PreviewMergeHandler, PreviewUnmergeHandler } from './preview-merges';
import { ReplayedProfiles } from './replayed-profiles';
import { Restorals } from './restorals';

/** What answers the queries on the bus. */
export const queryHandlers = [
  FindDifferenceHandler,
  FindDuplicateHandler,
  FindEndUserHandler,
  FindHoldersAsOfHandler,
  FindHoldersHandler,
  FindOwnProfileHandler,
  FindMergeHandler,
  ListApiKeysHandler,
  ListDifferencesHandler,
  ListDuplicatesHandler,
  ListEndUsersHandler,
  ListMergesHandler,
  ListOpenInteractionsHandler,
  ListTenantsHandler,
  ListTimelineHandler,
  LookUpContactPointsHandler,
  PreviewMergeHandler,
  PreviewUnmergeHandler,
] as const;

/** What the handlers, and answers that are more than one query, stand on. */
export const queryServices = [MergePreviews, ReplayedProfiles, Restorals] as const;
