import type { StoredEvent } from '@kith/application';
import {
  type CommandContext,
  CompleteEndUser,
  CompleteOrganization,
  DeleteEndUser,
  endUser,
  type Links,
  linksOf,
  linkTypes,
  MergeOrganizations,
  MergeUsers,
  organization,
  RetireOrganization,
  UnmergeOrganizations,
  UnmergeUsers,
} from '@kith/domain';
import { type InMemoryEngine, step } from './in-memory-engine';

/** What is merged in a test: end users or organizations, by the same protocols. */
export interface Kind {
  create(engine: InMemoryEngine, id: string, commandId: string): Promise<unknown>;
  merge(engine: InMemoryEngine, context: CommandContext, survivorId: string, mergedId: string): Promise<{ mergeId: string; mergedId: string }>;
  unmerge(engine: InMemoryEngine, context: CommandContext, mergeId: string, alone: boolean): Promise<{ mergedId: string }>;
  remove(engine: InMemoryEngine, context: CommandContext, id: string, commandId: string): Promise<unknown>;
  links(engine: InMemoryEngine, id: string): Promise<Links>;
  /** The log as it would be, were they end users. */
  asEndUsers(log: readonly StoredEvent[]): readonly StoredEvent[];
}

export const endUsers: Kind = {
  create: async (engine, id, commandId) => engine.runner.run(endUser, new CompleteEndUser('acme', id, 'api', {}), step(commandId), await engine.vault.lease()),
  merge: (engine, context, survivorId, mergedId) => engine.merge.execute(new MergeUsers(context, survivorId, mergedId)),
  unmerge: (engine, context, mergeId, alone) => engine.unmerge.execute(new UnmergeUsers(context, mergeId, alone)),
  remove: (engine, context, id) => engine.remove.execute(new DeleteEndUser(context, id)),
  links: async (engine, id) => linksOf((await engine.linking.load('acme', id)).state),
  asEndUsers: (log) => log,
};

export const organizations: Kind = {
  async create(engine, id, commandId) {
    const birth = { origin: 'api', profile: { name: id }, domains: [], routing: null } as const;
    return engine.runner.run(organization, new CompleteOrganization('acme', id, birth, `name of ${id}`), step(commandId), await engine.vault.lease());
  },
  merge: (engine, context, survivorId, mergedId) => engine.mergeOrganizations.execute(new MergeOrganizations(context, survivorId, mergedId)),
  unmerge: (engine, context, mergeId, alone) => engine.unmergeOrganizations.execute(new UnmergeOrganizations(context, mergeId, alone)),
  async remove(engine, { tenant }, id, commandId) {
    const { root } = await engine.organizationLinking.settled(tenant, id);
    return engine.runner.run(organization, new RetireOrganization(tenant, root.id), step(commandId));
  },
  links: async (engine, id) => linksOf((await engine.organizationLinking.load('acme', id)).state),
  asEndUsers: (log) =>
    log.flatMap((event) => {
      const type = ofEndUsers.get(event.type);
      if (type !== undefined) return [{ ...event, type, stream: event.stream.replace('organization-', 'endUser-') }];
      return event.stream.startsWith('organization-') ? [] : [event];
    }),
};

/** What end users call what has to do with links. */
const ofEndUsers = new Map<string, string>(Object.entries({ ...linkTypes, OrganizationCreated: 'EndUserCreated', OrganizationDeleted: 'EndUserDeleted' }));
