import { apiKeyEvents, type ApiKeyEvent } from './api-key/api-key';
import { contactPointEvents, type ContactPointEvent } from './contact-point/contact-point.events';
import { endUserEvents, type EndUserEvent } from './end-user/end-user.events';
import type { EventDefinitions } from './event';
import { interactionEvents, type InteractionEvent } from './interaction/interaction.events';
import { settingsEvents, type SettingsEvent } from './settings/settings.events';
import { tenantEvents, type TenantEvent } from './tenant/tenant';

/** Every event that can be in the log. */
export type DomainEvent = ApiKeyEvent | ContactPointEvent | EndUserEvent | InteractionEvent | SettingsEvent | TenantEvent;

/** How each of them is stored. A type that is not here stops whoever reads it. */
export const eventCatalogue: EventDefinitions = {
  ...apiKeyEvents,
  ...contactPointEvents,
  ...endUserEvents,
  ...interactionEvents,
  ...settingsEvents,
  ...tenantEvents,
};
