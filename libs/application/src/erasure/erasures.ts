import { type EndUserErasureCertified, EraseProfile, endUser, idInStream, Refusal, refuse, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { KeyVault } from '../key-vault';
import { Linking } from '../merging/linking';
import { isPassing } from '../merging/linking-of';
import { Runner, type StepContext, wordOf } from '../run';

/** What was to be erased, as it was committed. */
export interface Erasure {
  readonly tenant: string;
  /** The profile on whose stream it was committed: of a person, the one that stood for it. */
  readonly endUserId: string;
  /** Id of the event that committed it. */
  readonly erasureId: string;
  readonly scope: 'profile' | 'person';
  /** All that are erased by it, `endUserId` first. */
  readonly profiles: readonly string[];
  /** Of the event that committed it. */
  readonly position: bigint;
  /** RFC 3339 UTC. */
  readonly committedAt: string;
  /** On whose word. */
  readonly step: StepContext;
  readonly certificate?: Certificate;
}

/** What it came to, once nothing of it was left to do. */
export type Certificate = EndUserErasureCertified['data'] & {
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly position: bigint;
};

/** Looks again at most so often at a profile that waits for a merge to be decided. */
const maxLooks = 30;

/** The protocol *erase*: who is to be erased is settled by one append; then each profile, and then their keys. */
@Injectable()
export class Erasures {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Linking) private readonly linking: Linking,
  ) {}

  /** The erasures that were committed on a profile's stream, oldest first. */
  async on(tenant: string, endUserId: string): Promise<readonly Erasure[]> {
    const events = await this.store.readStream(streamOf.endUser(tenant, endUserId));
    return events.flatMap((event) => erasureIn(event, events) ?? []);
  }

  /** The last erasure of a profile, wherever it was committed; undefined when it was never erased. */
  async find(tenant: string, endUserId: string): Promise<Erasure | undefined> {
    const own = await this.store.readStream(streamOf.endUser(tenant, endUserId));
    const last = own.findLast(({ type }) => type === 'EndUserErased');
    if (!last) return undefined;
    return erasureIn(last, own) ?? (await this.committedAbove(tenant, last, own));
  }

  /** Whether there is such an end user, erased or not. */
  async isKnown(tenant: string, endUserId: string): Promise<boolean> {
    return (await this.linking.load(tenant, endUserId)).state.keyId !== undefined;
  }

  /** Erases each profile that is not erased yet, then destroys their keys; done already when repeated. Answers with the last position. */
  async carryOut(erasure: Erasure): Promise<bigint> {
    const { tenant, profiles, endUserId, position } = erasure;
    let last = position;
    for (const id of profiles) {
      const erased = id === endUserId ? undefined : await this.eraseMember(erasure, id);
      if (erased !== undefined && erased > last) last = erased;
    }
    for (const id of profiles) await this.destroyKey(tenant, id);
    return last;
  }

  /** The ids of the keys that sealed what was written of these profiles. */
  async keysOf({ tenant, profiles }: Erasure): Promise<readonly string[]> {
    const keys = await Promise.all(profiles.map(async (id) => (await this.linking.load(tenant, id)).state.keyId));
    return keys.filter((keyId) => keyId !== undefined);
  }

  private async destroyKey(tenant: string, id: string): Promise<void> {
    const { keyId } = (await this.linking.load(tenant, id)).state;
    if (keyId !== undefined) await this.vault.destroy(keyId);
  }

  /** On the word of the command, whoever goes on with it: its retry finds the same positions. */
  private async eraseMember({ tenant, step }: Erasure, id: string): Promise<bigint | undefined> {
    for (let look = 0; look < maxLooks; look++) {
      const known = await this.linking.load(tenant, id);
      try {
        const { position } = await this.runner.run(endUser, new EraseProfile(tenant, id, 'person', []), step, undefined, known);
        return position ?? known.commands.get(step.commandId)?.position;
      } catch (error) {
        if (!(error instanceof Refusal) || !isPassing(error.code)) throw error;
        await this.linking.finishReservation(tenant, { id, loaded: await this.linking.load(tenant, id) });
      }
    }
    return refuse('merge-in-progress');
  }

  /** Of a profile that was erased with its person: by the same command, on one that it was merged into. */
  private async committedAbove(tenant: string, { metadata: { commandId } }: StoredEvent, own: readonly StoredEvent[]): Promise<Erasure | undefined> {
    const above = new Set(survivorsIn(own));
    for (const id of above) {
      const erasure = (await this.on(tenant, id)).find(({ step }) => step.commandId === commandId);
      if (erasure) return erasure;
      for (const next of survivorsIn(await this.store.readStream(streamOf.endUser(tenant, id)))) above.add(next);
    }
    return undefined;
  }
}

/** Whether a profile was erased as its person was, and not on its own account. */
export const isPart = ({ scope, members }: { readonly scope: string; readonly members: readonly string[] }): boolean =>
  scope === 'person' && members.length === 0;

/** The whole of it is on the stream of the profile that stood for the person; undefined where an event is no erasure of its own. */
function erasureIn({ type, data, stream, position, metadata }: StoredEvent, events: readonly StoredEvent[]): Erasure | undefined {
  const { scope, members } = data as { scope: Erasure['scope']; members: readonly string[] };
  if (type !== 'EndUserErased' || isPart({ scope, members })) return undefined;
  const { tenant, eventId: erasureId, recordedAt: committedAt } = metadata;
  const endUserId = idInStream(stream);
  const certified = events.find((event) => event.type === 'EndUserErasureCertified' && event.data.erasure === erasureId);
  const certificate = certified && {
    ...(certified.data as EndUserErasureCertified['data']),
    at: certified.metadata.recordedAt,
    position: certified.position,
  };
  const profiles = scope === 'profile' ? [endUserId] : members;
  return { tenant, endUserId, erasureId, scope, profiles, position, committedAt, step: wordOf(metadata), ...(certificate && { certificate }) };
}

const survivorsIn = (events: readonly StoredEvent[]): readonly string[] =>
  events.filter(({ type }) => type === 'EndUserMerged').map(({ data }) => data.survivorId as string);
