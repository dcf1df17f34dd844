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
import { EventFeed } from './feed/event-feed';
import { Identifiers } from './identifiers';
import { AssignInteractionHandler } from './interaction/assign-interaction';
import { RecordInteractionHandler } from './interaction/record-interaction';
import { ResolveEndUserHandler } from './interaction/resolve-end-user';
import { Resolver } from './interaction/resolver';
import { Clusters } from './merging/clusters';
import { DeclareDifferentHandler, WithdrawDifferenceHandler } from './merging/declare-different';
import { EarlierMerges } from './merging/earlier-merges';
import { FinishDifferenceHandler, FinishMergeHandler, FinishUnmergeHandler } from './merging/finish-links';
import { Linking } from './merging/linking';
import { MergeUsersHandler, Merging } from './merging/merge-users';
import { UnmergeUsersHandler } from './merging/unmerge-users';
import { Unmerging } from './merging/unmerging';
import { PersonalData } from './personal-data';
import { Runner } from './run';
import { ChangeSettingsHandler, SettingsReader } from './settings/settings';
import { SettingsHistory } from './settings/settings-history';

/** Every command handler; whoever composes an engine gives these and {@link services} to Nest beside the ports. */
export const commandHandlers = [
  AssignInteractionHandler,
  AttachContactPointHandler,
  ChangeSettingsHandler,
  ChoosePrimaryContactPointHandler,
  CreateEndUserHandler,
  DeclareDifferentHandler,
  DetachContactPointHandler,
  FinishDifferenceHandler,
  FinishMergeHandler,
  FinishUnmergeHandler,
  MergeUsersHandler,
  RecordInteractionHandler,
  ReleaseDeletedHandler,
  ResolveEndUserHandler,
  RestoreEndUserHandler,
  RestorePointHandler,
  RestorePointsHandler,
  SettleAttachedHandler,
  ShareContactPointHandler,
  TransferContactPointHandler,
  UnmergeUsersHandler,
  UnshareContactPointHandler,
  VerifyContactPointHandler,
  WithdrawDifferenceHandler,
  ...endUserHandlers,
];

/** What the handlers stand on. */
export const services = [
  Clusters,
  ContactPoints,
  Creations,
  EarlierMerges,
  EndUserChanges,
  EventFeed,
  Identifiers,
  Keys,
  Linking,
  Merging,
  PersonalData,
  Quarantine,
  Resolver,
  Restorations,
  Runner,
  SettingsHistory,
  SettingsReader,
  Suggestions,
  Tenants,
  Unmerging,
];
