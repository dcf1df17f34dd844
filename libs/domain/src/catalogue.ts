import { type ApiKeyEvent, apiKeyEvents } from './api-key/api-key';
import { type ContactPointEvent, contactPointEvents } from './contact-point/contact-point.events';
import { type EndUserEvent, endUserEvents } from './end-user/end-user.events';
import type { EventDefinitions } from './event';
import { type ImportEvent, importEvents } from './import/import.events';
import { type InteractionEvent, interactionEvents } from './interaction/interaction.events';
import { type MembershipSweepEvent, membershipSweepEvents } from './membership/membership.events';
import { type OrganizationEvent, type OrganizationNameEvent, organizationEvents, organizationNameEvents } from './organization/organization.events';
import { type RetentionRunEvent, retentionRunEvents } from './retention/retention.events';
import { type SettingsEvent, settingsEvents } from './settings/settings.events';
import { type TenantEvent, tenantEvents } from './tenant/tenant';
import { type TicketEvent, ticketEvents } from './ticket/ticket.events';
import { type WebhookEvent, webhookEvents } from './webhook/webhook.events';

/** Every event that can be in the log. */
export type DomainEvent =
  | ApiKeyEvent
  | ContactPointEvent
  | EndUserEvent
  | ImportEvent
  | InteractionEvent
  | MembershipSweepEvent
  | OrganizationEvent
  | OrganizationNameEvent
  | RetentionRunEvent
  | SettingsEvent
  | TenantEvent
  | TicketEvent
  | WebhookEvent;

/** How each of them is stored. A type that is not here stops whoever reads it. */
export const eventCatalogue: EventDefinitions = {
  ...apiKeyEvents,
  ...contactPointEvents,
  ...endUserEvents,
  ...importEvents,
  ...interactionEvents,
  ...membershipSweepEvents,
  ...organizationEvents,
  ...organizationNameEvents,
  ...retentionRunEvents,
  ...settingsEvents,
  ...tenantEvents,
  ...ticketEvents,
  ...webhookEvents,
};
