import { Keys, Tenants } from './access/keys';
import { AttachContactPointHandler, DetachContactPointHandler } from './contact-point/attach-contact-point';
import { ContactPoints } from './contact-point/contact-points';
import { ShareContactPointHandler } from './contact-point/share-contact-point';
import { SettleAttachedHandler } from './end-user/complete-profile';
import { CreateEndUserHandler } from './end-user/create-end-user';
import { Creations } from './end-user/creations';
import { Identifiers } from './identifiers';
import { AssignInteractionHandler } from './interaction/assign-interaction';
import { RecordInteractionHandler } from './interaction/record-interaction';
import { ResolveEndUserHandler } from './interaction/resolve-end-user';
import { Resolver } from './interaction/resolver';
import { PersonalData } from './personal-data';
import { Runner } from './run';
import { ChangeSettingsHandler, SettingsReader } from './settings/settings';

/** Every command handler; whoever composes an engine gives these and {@link services} to Nest beside the ports. */
export const commandHandlers = [
  AssignInteractionHandler,
  AttachContactPointHandler,
  ChangeSettingsHandler,
  CreateEndUserHandler,
  DetachContactPointHandler,
  RecordInteractionHandler,
  ResolveEndUserHandler,
  SettleAttachedHandler,
  ShareContactPointHandler,
];

/** What the handlers stand on. */
export const services = [ContactPoints, Creations, Identifiers, Keys, PersonalData, Resolver, Runner, SettingsReader, Tenants];
