import type { Decider } from '../decider';
import { type Event, events } from '../event';
import { refuse } from '../refusal';
import { streamOf } from '../stream';

/** A company using the engine is known from here on. */
export type TenantCreated = Event<'TenantCreated', Record<string, never>>;
export type TenantEvent = TenantCreated;
export const tenantEvents = events<TenantEvent>({ TenantCreated: { personal: [], lifts: [] } });

/** Make a tenant; refused when it exists. */
export class CreateTenant {
  constructor(readonly tenant: string) {}
}

/** Whether the tenant exists. */
export const tenant: Decider<boolean, CreateTenant, TenantEvent> = {
  stream: (command) => streamOf.tenant(command.tenant),
  initial: false,
  evolve: () => true,
  decide: (_, exists) => (exists ? refuse('tenant-exists') : [{ type: 'TenantCreated', data: {} }]),
};
