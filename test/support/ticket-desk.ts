import { withoutPersonal } from '@kith/application';
import {
  ChangeSettings,
  ChangeTicketStatus,
  CorrectTicketRequester,
  CreateEndUser,
  CreateOrganization,
  DeleteEndUser,
  DeleteOrganization,
  type GivenPoint,
  type GivenTicket,
  JoinOrganization,
  MergeUsers,
  MoveTicketToOrganization,
  OpenTicket,
  type OrganizationProfile,
  type OrganizationRouting,
  type RoutingSettings,
  streamOf,
  type TicketEvent,
  type TicketStatus,
} from '@kith/domain';
import { asking, type InMemoryEngine } from './in-memory-engine';

/** The e-mail address and the number that tickets come by in tests. */
export const email: GivenPoint = { channel: 'email', value: 'lea@example.org', verified: true };
export const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };
/** Id of nobody and nothing. */
export const nobody = '00000000-0000-4000-8000-00000000dead';

/** What is done with tickets in tests, on an engine that may be another one each time. */
export function desk(engine: () => InMemoryEngine) {
  const stored = (ticketId: string) => engine().store.readStream(streamOf.ticket('acme', ticketId));
  return {
    create: async (...points: GivenPoint[]) => (await engine().create.execute(new CreateEndUser(asking(), 'api', {}, points))).endUserId,
    organization: async (profile: OrganizationProfile, routing?: OrganizationRouting) =>
      (await engine().createOrganization.execute(new CreateOrganization(asking(), 'api', profile, [], routing))).organizationId,
    deleteOrganization: (organizationId: string) => engine().deleteOrganization.execute(new DeleteOrganization(asking(), organizationId)),
    join: (endUserId: string, organizationId: string) => engine().join.execute(new JoinOrganization(asking(), endUserId, organizationId)),
    merge: (survivorId: string, mergedId: string) => engine().merge.execute(new MergeUsers(asking(), survivorId, mergedId)),
    remove: (endUserId: string) => engine().remove.execute(new DeleteEndUser(asking(), endUserId)),
    rules: (routing: Partial<RoutingSettings>) => engine().changeSettings.execute(new ChangeSettings(asking(), { routing })),
    /** By the e-mail address unless somebody is named. */
    open: (more: Partial<GivenTicket> = {}, idempotencyKey?: string) => {
      const who = more.requesterId === undefined ? { points: [email] } : {};
      const given = { source: 'helpdesk', id: 'T-1', channel: 'email', ...who, ...more };
      return engine().openTicket.execute(new OpenTicket(asking(idempotencyKey === undefined ? {} : { idempotencyKey }), given));
    },
    tell: (ticketId: string, status: TicketStatus, at?: string, more: object = {}) =>
      engine().changeTicketStatus.execute(new ChangeTicketStatus(asking(more), ticketId, status, at)),
    move: (ticketId: string, organizationId: string | null, reason?: string, more: object = {}) =>
      engine().moveTicket.execute(new MoveTicketToOrganization(asking(more), ticketId, organizationId, reason)),
    correct: (ticketId: string, requester: CorrectTicketRequester['requester'], reason?: string, more: object = {}) =>
      engine().correctTicketRequester.execute(new CorrectTicketRequester(asking(more), ticketId, requester, reason)),
    stored,
    /** Opened, with what is sealed. */
    events: async (ticketId: string) => Promise.all((await stored(ticketId)).map((event) => engine().personal.open(event))),
    /** What lies in the log, as text. */
    lying: async (ticketId: string) => JSON.stringify((await stored(ticketId)).map(({ data, metadata }) => ({ data, metadata }))),
    types: async (ticketId: string) => (await stored(ticketId)).map((event) => (withoutPersonal(event) as TicketEvent).type),
  };
}

/** What a promise is expected to be rejected with. */
export const refusal = (code: string, details?: object) => (details ? { code, details } : { code });
