import type { EraseEndUser } from '@kith/domain';
import { type Clock, SystemClock } from '../clock';
import type { EventStore } from '../event-store';
import { HeldPoints, type ReleasedPoint } from '../held-points';
import { Identifiers } from '../identifiers';
import { TimeOrderedIds } from '../ids';
import type { KeyVault } from '../key-vault';
import { Clusters } from '../merging/clusters';
import { Linking } from '../merging/linking';
import { PersonalData } from '../personal-data';
import { Runner } from '../run';
import { type EraseEndUserAnswer, EraseEndUserHandler } from './erase-end-user';
import { Erasures } from './erasures';

/** What erases in a log that no engine serves. */
export interface ErasingAtRest {
  readonly clusters: Clusters;
  /** Of a command that does not say what its caller saw, which only read models could tell. */
  erase(command: EraseEndUser): Promise<EraseEndUserAnswer>;
}

/** Without read models: contact points are given back, and erasures certified, by the engine that serves the log next. */
export function erasingAtRest(store: EventStore, vault: KeyVault, clock: Clock = new SystemClock()): ErasingAtRest {
  const runner = new Runner(store, clock);
  const clusters = new Clusters(runner);
  const linking = new Linking(runner, clusters, store, vault, new PersonalData(vault), clock);
  const erasures = new Erasures(runner, store, vault, linking);
  const handler = new EraseEndUserHandler(runner, erasures, linking, clusters, new NothingListed(), new Identifiers(vault), new TimeOrderedIds());
  return { clusters, erase: (command) => handler.execute(command) };
}

/** Nobody asks what is held who does not say what they saw. */
class NothingListed extends HeldPoints {
  async count(): Promise<number> {
    return nothingListed();
  }
  async heldBy(): Promise<readonly string[]> {
    return nothingListed();
  }
  async releasedFrom(): Promise<readonly ReleasedPoint[]> {
    return nothingListed();
  }
  async editedAt(): Promise<bigint | undefined> {
    return nothingListed();
  }
}

function nothingListed(): never {
  throw new Error('there are no read models of a log at rest');
}
