import {
  apiKey,
  apiKeyEvents,
  contactPoint,
  contactPointEvents,
  type Event,
  type EventDefinitions,
  endUser,
  endUserEvents,
  importEvents,
  importJob,
  interaction,
  interactionEvents,
  membershipSweep,
  membershipSweepEvents,
  organization,
  organizationEvents,
  organizationName,
  organizationNameEvents,
  retentionRun,
  retentionRunEvents,
  settings,
  settingsEvents,
  tenant,
  tenantEvents,
  tenantPattern,
  ticket,
  ticketEvents,
  webhook,
  webhookEvents,
} from '@kith/domain';

/** How one kind of stream is folded, and which events belong into it. */
interface StreamKind {
  readonly events: EventDefinitions;
  readonly initial: unknown;
  evolve(state: unknown, event: Event): unknown;
}

/** A decider of some stream, as it is folded. */
interface Foldable {
  readonly initial: unknown;
  evolve(state: never, event: never): unknown;
}

const kind = (events: EventDefinitions, { initial, evolve }: Foldable): StreamKind => ({ events, initial, evolve: evolve as StreamKind['evolve'] });

/** By the category that the stream's name begins with. */
const kinds: Readonly<Record<string, StreamKind>> = {
  apiKey: kind(apiKeyEvents, apiKey),
  contactPoint: kind(contactPointEvents, contactPoint),
  endUser: kind(endUserEvents, endUser),
  import: kind(importEvents, importJob),
  interaction: kind(interactionEvents, interaction),
  membershipSweep: kind(membershipSweepEvents, membershipSweep),
  organization: kind(organizationEvents, organization),
  organizationName: kind(organizationNameEvents, organizationName),
  retentionRun: kind(retentionRunEvents, retentionRun),
  settings: kind(settingsEvents, settings),
  tenant: kind(tenantEvents, tenant),
  ticket: kind(ticketEvents, ticket),
  webhook: kind(webhookEvents, webhook),
};

/** Streams of which a tenant has only one: their names end with the tenant. */
const onePerTenant = ['settings', 'tenant'];

/** A stream's name, taken apart. */
export interface StreamNamed {
  readonly category: string;
  readonly kind: StreamKind;
  /** Undefined where the name does not say it: of API keys. */
  readonly tenant: string | undefined;
}

/** What a stream's name says (`streamOf`); undefined for one that no program of this version would give. */
export function streamNamed(stream: string): StreamNamed | undefined {
  const dash = stream.indexOf('-');
  const [category, rest] = [stream.slice(0, dash), stream.slice(dash + 1)];
  const found = dash > 0 && Object.hasOwn(kinds, category) ? kinds[category] : undefined;
  if (!found || rest === '') return undefined;
  if (category === 'apiKey') return { category, kind: found, tenant: undefined };
  const dot = rest.indexOf('.');
  const name = onePerTenant.includes(category) ? rest : rest.slice(0, dot);
  return tenantPattern.test(name) && dot !== rest.length - 1 ? { category, kind: found, tenant: name } : undefined;
}
