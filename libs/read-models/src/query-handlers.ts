import { FindEndUserHandler } from './find-end-user';
import { FindHoldersAsOfHandler, FindHoldersHandler, LookUpContactPointsHandler } from './find-holders';
import { ListApiKeysHandler, ListTenantsHandler } from './list-access';
import { ListEndUsersHandler } from './list-end-users';
import { ListOpenInteractionsHandler } from './list-open-interactions';
import { ListTimelineHandler } from './list-timeline';

/** What answers the queries on the bus. */
export const queryHandlers = [
  FindEndUserHandler,
  FindHoldersAsOfHandler,
  FindHoldersHandler,
  ListApiKeysHandler,
  ListEndUsersHandler,
  ListOpenInteractionsHandler,
  ListTenantsHandler,
  ListTimelineHandler,
  LookUpContactPointsHandler,
] as const;
