import { MemoryKeyVault } from '@kith/adapters';
import { DeletedBytes, DeletedBytesInUse, type Erasure } from '@kith/application';
import {
  CreateEndUser,
  type ErasedStore,
  EraseEndUser,
  type GivenPoint,
  MergeUsers,
  RecordInteraction,
  type RefusalCode,
  streamOf,
  UnmergeUsers,
} from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine } from './in-memory-engine';
import { reactTo } from './reactions';

export const email: GivenPoint = { channel: 'email', value: 'Lea@Example.org', verified: true };
export const phone: GivenPoint = { channel: 'phone', value: '+33 6 12 34 56 78' };
/** Max's. */
export const other: GivenPoint = { channel: 'phone', value: '+33 6 87 65 43 21' };
/** Nobody's at first. */
export const third: GivenPoint = { channel: 'email', value: 'third@example.org' };

/** Counts how often it is asked, and can be in use. */
export class CountedBytes extends DeletedBytes {
  calls = 0;
  inUse = 0;
  async overwrite(): Promise<readonly ErasedStore[]> {
    this.calls += 1;
    if (this.inUse-- > 0) throw new DeletedBytesInUse('somebody reads');
    return ['read-models'];
  }
}

/** Léa, who has an e-mail address and a telephone, and Max, who has another telephone; and who erases them. */
export class ErasingDesk {
  engine = undefined as unknown as InMemoryEngine;
  bytes = new CountedBytes();
  lea = '';
  max = '';
  /** How far the reactors have come. */
  done = 0n;
  private count = 0;

  /** Everything anew. */
  begin = async (): Promise<void> => {
    this.bytes = new CountedBytes();
    this.engine = await inMemoryEngine({ vault: new MemoryKeyVault(), erasing: { deletedBytes: this.bytes } });
    this.engine.certifyErasures.everyMs = 0;
    this.done = 0n;
    this.lea = await this.create(email, phone);
    this.max = await this.create(other);
  };
  create = async (...points: GivenPoint[]): Promise<string> =>
    (await this.engine.create.execute(new CreateEndUser(asking(), 'api', { name: `name ${this.count++}` }, points))).endUserId;
  erase = (id: string, scope: 'profile' | 'person' = 'person', context = asking()) => this.engine.erase.execute(new EraseEndUser(context, id, scope));
  merge = (survivorId: string, mergedId: string) => this.engine.merge.execute(new MergeUsers(asking(), survivorId, mergedId));
  unmerge = (mergeId: string) => this.engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
  stateOf = async (id: string) => (await this.engine.creations.endUser('acme', id)).state;
  /** Undefined once it is destroyed. */
  keyOf = async (id: string) => this.engine.vault.find((await this.stateOf(id)).keyId ?? '');
  digestOf = async (point: GivenPoint) => (await this.engine.points.identify('acme', point, '')).digest;
  holders = async (point: GivenPoint) => (await this.engine.creations.point('acme', await this.digestOf(point))).state.holders.map((h) => h.endUserId);
  record = (points: readonly GivenPoint[], id = `mail ${this.count++}`) => {
    const interaction = { source: 'desk', id, channel: 'phone', via: 'voice', direction: 'inbound', points, summary: `words of ${id}` } as const;
    return this.engine.record.execute(new RecordInteraction(asking(), interaction));
  };
  opened = async (interactionId: string | null) => {
    const [first] = await this.engine.store.readStream(streamOf.interaction('acme', interactionId ?? ''));
    return first && this.engine.personal.open(first);
  };
  /** Lets the reactors react to what is new in the log, and to what they do about it. */
  settle = async (): Promise<void> => {
    this.done = await reactTo(this.engine, this.done);
  };
  found = async (id: string): Promise<Erasure> => {
    const erasure = await this.engine.erasures.find('acme', id);
    if (!erasure) throw new Error(`${id} was never erased`);
    return erasure;
  };
}

/** Any refusal with this code. */
export const refusal = (code: RefusalCode): Error => expect.objectContaining({ code });
