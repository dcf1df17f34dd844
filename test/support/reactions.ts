import {
  CertifyErasures,
  certifyErasures,
  completeOrganization,
  completeProfile,
  type EventStore,
  FinishDifference,
  FinishErasure,
  FinishMerge,
  FinishOrganizationMerge,
  FinishOrganizationUnmerge,
  FinishUnmerge,
  ForgetAssigned,
  finishErasure,
  finishLinks,
  type Reactor,
  ReleaseDeleted,
  type RestorePoint,
  RestorePoints,
  releaseDeleted,
  restorePoints,
  SettleAttached,
  SettleNameOfOrganization,
  SettleOrganizationName,
  type StoredEvent,
  withoutPersonal,
} from '@kith/application';
import type { DomainEvent } from '@kith/domain';
import type { InMemoryEngine } from './in-memory-engine';

/** The reactors of end users, contact points and organizations. */
export const endUserReactors = [
  completeProfile,
  releaseDeleted,
  restorePoints,
  finishLinks,
  completeOrganization,
  finishErasure,
  certifyErasures,
] as readonly Reactor[];

/** What a reactor wants done about a stored event. */
export function commandsOf({ on }: Reactor, event: StoredEvent): readonly object[] {
  const react = on[event.type as DomainEvent['type']] as ((seen: object) => readonly object[]) | undefined;
  const { metadata, stream, position } = event;
  return react?.({ ...withoutPersonal(event), metadata, stream, position }) ?? [];
}

/** Does it, as the command bus would. */
export function executeOn(engine: InMemoryEngine, command: object): Promise<void> {
  if (command instanceof SettleAttached) return engine.settleAttached.execute(command);
  if (command instanceof ReleaseDeleted) return engine.releaseDeleted.execute(command);
  if (command instanceof FinishMerge) return engine.finishMerge.execute(command);
  if (command instanceof FinishUnmerge) return engine.finishUnmerge.execute(command);
  if (command instanceof FinishOrganizationMerge) return engine.finishOrganizationMerge.execute(command);
  if (command instanceof FinishOrganizationUnmerge) return engine.finishOrganizationUnmerge.execute(command);
  if (command instanceof FinishDifference) return engine.finishDifference.execute(command);
  if (command instanceof SettleOrganizationName) return engine.settleOrganizationName.execute(command);
  if (command instanceof SettleNameOfOrganization) return engine.settleNameOfOrganization.execute(command);
  if (command instanceof FinishErasure) return engine.finishErasure.execute(command);
  if (command instanceof ForgetAssigned) return engine.forgetAssigned.execute(command);
  if (command instanceof CertifyErasures) return engine.certifyErasures.execute(command);
  if (command instanceof RestorePoints) return engine.restorePoints.execute(command);
  return engine.restorePoint.execute(command as RestorePoint);
}

/** Reacts to everything after a position and to what comes of it; answers how far that is. */
export async function reactTo(engine: InMemoryEngine, after: bigint, store: EventStore = engine.store): Promise<bigint> {
  for (let done = after; ; ) {
    const { events, upTo } = await store.readAll({ after: done, limit: 1000 });
    if (events.length === 0) return done;
    for (const event of events) for (const reactor of endUserReactors) for (const command of commandsOf(reactor, event)) await executeOn(engine, command);
    done = upTo;
  }
}
