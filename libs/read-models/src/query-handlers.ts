import { FindEndUserHandler } from './find-end-user';
import { FindHoldersAsOfHandler, FindHoldersHandler, LookUpContactPointsHandler } from './find-holders';
import { ListOpenInteractionsHandler } from './list-open-interactions';
import { ListTimelineHandler } from './list-timeline';

/** What answers the queries on the bus. */
export const queryHandlers = [
  FindEndUserHandler,
  FindHoldersAsOfHandler,
  FindHoldersHandler,
  ListOpenInteractionsHandler,
  ListTimelineHandler,
  LookUpContactPointsHandler,
] as const;
