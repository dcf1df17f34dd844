import { BeginMembershipSweep, joinByDomain, type Reactor, SettleMemberships, SweepMemberships, sweepMemberships } from '@kith/application';
import type { InMemoryEngine } from './in-memory-engine';
import { commandsOf, endUserReactors, executeOn } from './reactions';

/** Those behind membership by domain. */
export const membershipReactors = [joinByDomain, sweepMemberships] as readonly Reactor[];

/** Does what one of all reactors wants done, as the command bus would. */
export function executeMembership(engine: InMemoryEngine, command: object): Promise<void> {
  if (command instanceof SettleMemberships) return engine.settleMemberships.execute(command);
  if (command instanceof BeginMembershipSweep) return engine.beginMembershipSweep.execute(command);
  if (command instanceof SweepMemberships) return engine.sweepMemberships.execute(command);
  return executeOn(engine, command);
}

/** Lets all reactors react to everything after a position, and to what comes of it; answers how far that is. */
export async function settleAll(engine: InMemoryEngine, after = 0n, project: () => Promise<void> = async () => {}): Promise<bigint> {
  for (let done = after; ; ) {
    const { events, upTo } = await engine.store.readAll({ after: done, limit: 1000 });
    if (events.length === 0) return done;
    await project();
    for (const event of events)
      for (const reactor of [...endUserReactors, ...membershipReactors])
        for (const command of commandsOf(reactor, event)) await executeMembership(engine, command);
    done = upTo;
  }
}
