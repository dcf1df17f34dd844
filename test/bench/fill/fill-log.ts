import { openMasterKey, SqliteCheckpoints, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { clearPart, type DataKey, type EventStore, eventIdAt, type KeyVault, type NewEvent, schemaOf, sealed, TenantIdentifiers } from '@kith/application';
import { type DomainEvent, normalise, streamOf } from '@kith/domain';
import { v7 } from 'uuid';
import { reactors } from '../../../apps/engine/src/parts/reactor-part';
import { inFlight } from '../in-flight';
import { type Customer, customer, interaction, keyOf, pointOf, spread } from '../inputs';

/** The tenant that every engine has. */
export const tenant = 'default';

export interface FillOptions {
  /** Each with an e-mail address and a phone number: three events. */
  readonly customers: number;
  /** One event each, of customers in no order. */
  readonly interactions: number;
  readonly tell: (line: string) => void;
}

/** Appends under way at once: enough that the writer's groups are full. */
const most = 2000;

/** What a later event of a customer needs. */
export interface Known {
  readonly endUserId: string;
  readonly key: DataKey;
}

/** An event and the stream it begins. */
export interface FirstEvent {
  readonly stream: string;
  readonly event: NewEvent;
}

/**
 * Fills the log of a data folder with the events that an engine would have appended, through its event store and its key
 * vault, only without asking the rules first: they cost most of the time, and these inputs break none.
 */
export async function fillLog(folder: string, options: FillOptions): Promise<void> {
  const { key: masterKey } = openMasterKey(folder);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const store = SqliteEventStore.open(folder, { appendDeadlineMs: 60_000 });
  try {
    await fill(store, vault, options);
    await reactorsHaveSeen(folder, await store.head());
  } finally {
    await store.close();
    await vault.close();
  }
}

/** The same into any store. @param inFlightAtMost appends under way at once */
export async function fill(store: EventStore, vault: KeyVault, { customers, interactions, tell }: FillOptions, inFlightAtMost = most): Promise<void> {
  const events = await Filling.of(vault);
  const append = async ({ stream, event }: FirstEvent) => void (await store.append(stream, -1, [event]));
  const known: Known[] = new Array(customers);
  await inFlight(0, customers, inFlightAtMost, async (n) => {
    const one = await events.customer(n);
    known[n] = one.known;
    for (const event of one.events) await append(event);
    if (n > 0 && n % 100_000 === 0) tell(`filled in ${n} customers`);
  });
  await inFlight(0, interactions, inFlightAtMost, async (n) => {
    const who = spread(n, customers);
    await append(events.interaction(n, who, known[who] as Known));
    if (n > 0 && n % 200_000 === 0) tell(`filled in ${n} interactions`);
  });
}

/** Nothing here is half done: the engine's reactors need not look at all of it while something else is measured. */
export async function reactorsHaveSeen(folder: string, position: bigint): Promise<void> {
  const checkpoints = new SqliteCheckpoints(folder);
  for (const { name } of reactors) await checkpoints.move(name, 0n, position);
  await checkpoints.close();
}

/** Makes the events of customers and of what they do, as the engine would. */
export class Filling {
  private constructor(
    private readonly vault: KeyVault,
    private readonly ids: TenantIdentifiers,
  ) {}

  static async of(vault: KeyVault): Promise<Filling> {
    return new Filling(vault, new TenantIdentifiers(await vault.createTenantSecret(tenant)));
  }

  /** A customer with two contact points, to be appended in this order. */
  async customer(n: number): Promise<{ readonly known: Known; readonly events: readonly FirstEvent[] }> {
    const commandId = v7();
    const endUserId = this.ids.endUser(commandId, 0);
    const key = await this.vault.lease();
    const one = customer(n);
    const [email, phone] = [this.point(one, 0), this.point(one, 1)];
    const creates = { origin: 'contacted', profile: { name: one.name }, points: [email] } as const;
    const events = [
      first(streamOf.contactPoint(tenant, email.digest), 'ContactPointAttached', attached(endUserId, email, creates), commandId, key),
      first(streamOf.endUser(tenant, endUserId), 'EndUserCreated', { origin: 'contacted', name: one.name }, commandId, key),
      first(streamOf.contactPoint(tenant, phone.digest), 'ContactPointAttached', attached(endUserId, phone), commandId, key),
    ];
    return { known: { endUserId, key }, events };
  }

  interaction(n: number, who: number, { endUserId, key }: Known): FirstEvent {
    const { source, id, channel, via, direction, summary, occurredAt } = interaction(n, who);
    const { digest } = this.point(customer(who), n);
    const why = [{ rule: 'held-by', channel, pointId: digest, endUserId }] as const;
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why, attached: [], candidates: [], possibleDuplicates: [] } as const;
    const facts = {
      source,
      sourceId: id,
      channel,
      contactPointId: digest,
      endUserId,
      via,
      direction,
      ...(summary && { summary }),
      outcome: 'matched',
      resolution,
    } as const;
    return first(streamOf.interaction(tenant, this.ids.interaction(source, id)), 'InteractionRecorded', facts, v7(), key, occurredAt);
  }

  private point(one: Customer, n: number) {
    const { channel, value, verified = false } = pointOf(one, n);
    const key = keyOf({ channel, value });
    const normaliser = channel === 'email' ? 'email/1' : 'e164/1';
    return { channel, scope: '', key, value, normaliser, digest: this.ids.contactPoint(channel, '', key), verified } as const;
  }
}

/** An event of a stream, its first one unless told otherwise, sealed under the key, as the engine would have appended it. */
export function first<T extends DomainEvent['type']>(
  stream: string,
  type: T,
  data: Extract<DomainEvent, { type: T }>['data'],
  commandId: string,
  key: DataKey,
  occurredAt?: string,
  revision = 0,
): FirstEvent {
  const recordedAt = new Date().toISOString();
  const metadata = {
    eventId: eventIdAt(commandId, stream, revision, type, JSON.stringify(clearPart({ type, data }))),
    tenant,
    actor: { kind: 'service', id: 'bench' },
    commandId,
    correlationId: commandId,
    causationId: commandId,
    occurredAt: occurredAt ?? recordedAt,
    recordedAt,
    schema: schemaOf(type),
  } as const;
  return { stream, event: sealed(stream, { type, data }, metadata, key) };
}

function attached(endUserId: string, point: ReturnType<Filling['point']>, creates?: object) {
  const { channel, scope, key, value, normaliser, verified } = point;
  return { endUserId, channel, scope, key, value, normaliser, verified, ...(creates && { creates: creates as never }) };
}

/** The inputs must mean to the engine what they mean to a hand-written program. @throws Error when they do not */
export function assertKeysAgree(upTo: number): void {
  for (let n = 0; n < upTo; n++) {
    const one = customer(n);
    for (const [point, normaliser] of [
      [one.email, 'email/1'],
      [one.phone, 'e164/1'],
    ] as const) {
      const read = normalise(normaliser, point.value, { defaultRegion: null });
      if (read.kind !== 'key' || read.key !== keyOf(point)) throw new Error(`customer ${n}: ${normaliser} reads something else than the baseline`);
    }
  }
}
