import { Keys } from './access/keys';
import { Tenants } from './access/tenants';
import { AttachContactPointHandler, DetachContactPointHandler } from './contact-point/attach-contact-point';
import { ChoosePrimaryContactPointHandler } from './contact-point/choose-primary-contact-point';
import { ContactPoints } from './contact-point/contact-points';
import { Quarantine } from './contact-point/quarantine';
import { ShareContactPointHandler, UnshareContactPointHandler } from './contact-point/share-contact-point';
import { TransferContactPointHandler } from './contact-point/transfer-contact-point';
import { VerifyContactPointHandler } from './contact-point/verify-contact-point';
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
  DetachContactPointHandler,
  RecordInteractionHandler,
  ReleaseDeletedHandler,
  ResolveEndUserHandler,
  RestoreEndUserHandler,
  RestorePointHandler,
  RestorePointsHandler,
  SettleAttachedHandler,
  ShareContactPointHandler,
  TransferContactPointHandler,
  UnshareContactPointHandler,
  VerifyContactPointHandler,
  ...endUserHandlers,
];

/** What the handlers stand on. */
export const services = [
  ContactPoints,
  Creations,
  EndUserChanges,
  EventFeed,
  Identifiers,
  Keys,
  PersonalData,
  Quarantine,
  Resolver,
  Restorations,
  Runner,
  SettingsHistory,
  SettingsReader,
  Tenants,
];
