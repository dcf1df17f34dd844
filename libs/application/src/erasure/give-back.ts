import { contactPoint, endUser, ReleasePoint, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { StreamDirectory } from '../history/stream-directory';
import { KeyVault } from '../key-vault';
import { withoutPersonal } from '../personal-data';
import { Runner, type StepContext } from '../run';
import { AssignedInteractions } from './assigned-interactions';
import { type Erasure, Erasures } from './erasures';

/** What was done for an erasure beside the profiles themselves. */
export interface GivenBack {
  /** Ids of the keys that are destroyed, those of the profiles among them. */
  readonly keys: readonly string[];
  /** Digests of the contact points that an erased profile held when it was erased, or since. */
  readonly contactPoints: readonly string[];
}

/** What is left to do when profiles are erased: their contact points, and what was sealed for them under other keys. */
@Injectable()
export class GiveBack {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Erasures) private readonly erasures: Erasures,
    @Inject(StreamDirectory) private readonly directory: StreamDirectory,
    @Inject(AssignedInteractions) private readonly assigned: AssignedInteractions,
  ) {}

  /**
   * Does all of it; what was done before is told again and not done twice.
   * @param upTo position of the last profile's erasure
   * @throws HeldPointsBehind while the read models do not know yet what there was
   */
  async of(erasure: Erasure, upTo: bigint, word: StepContext): Promise<GivenBack> {
    const keys = new Set(await this.erasures.keysOf(erasure));
    const contactPoints: string[] = [];
    for (const digest of await this.everHeld(erasure, upTo)) {
      const found = await this.release(erasure, digest, word);
      for (const keyId of found.keys) keys.add(keyId);
      if (found.wasHeld) contactPoints.push(digest);
    }
    for (const endUserId of erasure.profiles)
      for (const id of await this.assigned.to(erasure.tenant, endUserId, upTo)) {
        const keyId = await this.ownKeyOf(erasure.tenant, id);
        if (keyId !== undefined) keys.add(keyId);
      }
    for (const keyId of keys) await this.vault.destroy(keyId);
    return { keys: [...keys].sort(), contactPoints: contactPoints.sort() };
  }

  /** An interaction has been assigned: what was reported of it goes the way of the one whose it is now. */
  async assignedTo(tenant: string, interactionId: string, endUserId: string): Promise<void> {
    if ((await this.runner.load(endUser, streamOf.endUser(tenant, endUserId))).state.status !== 'erased') return;
    const keyId = await this.ownKeyOf(tenant, interactionId);
    if (keyId !== undefined) await this.vault.destroy(keyId);
  }

  /** The directory knows clusters as they are now: the profiles of an erasure may have parted since. */
  private async everHeld({ tenant, profiles }: Erasure, upTo: bigint): Promise<ReadonlySet<string>> {
    const points = new Set<string>();
    const known = new Set<string>();
    for (const id of profiles) {
      if (known.has(id)) continue;
      const person = await this.directory.ofPerson(tenant, id, upTo);
      for (const profileId of person.profileIds) known.add(profileId);
      for (const digest of person.pointIds) points.add(digest);
    }
    return points;
  }

  private async release({ tenant, profiles, position }: Erasure, digest: string, word: StepContext): Promise<{ keys: readonly string[]; wasHeld: boolean }> {
    const stream = streamOf.contactPoint(tenant, digest);
    const { state } = await this.runner.load(contactPoint, stream);
    for (const { endUserId } of state.holders)
      if (profiles.includes(endUserId)) await this.runner.run(contactPoint, new ReleasePoint(tenant, digest, endUserId, 'erased'), word);
    const events = await this.store.readStream(stream);
    const isTheirs = ({ data }: StoredEvent) => profiles.includes(data.endUserId as string);
    const wasHeld = events.some((event) => event.type === 'ContactPointReleased' && event.position > position && isTheirs(event));
    return { keys: events.some(isTheirs) ? lostClaimsIn(events) : [], wasHeld };
  }

  /** The key of an interaction that had nobody when it was reported; undefined for one that was sealed under somebody's. */
  private async ownKeyOf(tenant: string, interactionId: string): Promise<string | undefined> {
    const [first] = await this.store.readStream(streamOf.interaction(tenant, interactionId), { limit: 1 });
    if (first?.type !== 'InteractionRecorded' || first.data.endUserId !== null) return undefined;
    return withoutPersonal(first).keyId;
  }
}

/** Keys of those who were to be created with this point when the erased had it first: they never were, and may tell of the same person. */
function lostClaimsIn(events: readonly StoredEvent[]): readonly string[] {
  const lost = events.filter(({ type, data }) => type === 'ContactPointReleased' && data.cause === 'lost-race').map(({ data }) => data.endUserId);
  const claims = events.filter(({ type, data }) => type === 'ContactPointAttached' && lost.includes(data.endUserId));
  return claims.flatMap((claim) => withoutPersonal(claim).keyId ?? []);
}
