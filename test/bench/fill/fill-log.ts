import { openMasterKey, SqliteCheckpoints, SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { clearPart, completeProfile, type DataKey, eventIdAt, type NewEvent, schemaOf, sealed, TenantIdentifiers } from '@kith/application';
import { type DomainEvent, normalise, streamOf } from '@kith/domain';
import { v7 } from 'uuid';
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
interface Known {
  readonly endUserId: string;
  readonly key: DataKey;
}

/**
 * Fills the log of a data folder with the events that an engine would have appended, through its event store and its key
 * vault, only without asking the rules first: they cost most of the time, and these inputs break none.
 */
export async function fillLog(folder: string, { customers, interactions, tell }: FillOptions): Promise<void> {
  const { key: masterKey } = openMasterKey(folder);
  const vault = new SqliteKeyVault({ folder, masterKey });
  const store = SqliteEventStore.open(folder, { appendDeadlineMs: 60_000 });
  try {
    const writer = new Filler(store, vault, new TenantIdentifiers(await vault.createTenantSecret(tenant)));
    const known: Known[] = new Array(customers);
    await inFlight(0, customers, most, async (n) => {
      known[n] = await writer.customer(n);
      if (n > 0 && n % 100_000 === 0) tell(`filled in ${n} customers`);
    });
    await inFlight(0, interactions, most, async (n) => {
      const who = spread(n, customers);
      await writer.interaction(n, who, known[who] as Known);
      if (n > 0 && n % 200_000 === 0) tell(`filled in ${n} interactions`);
    });
    await reactorsHaveSeen(folder, await store.head());
  } finally {
    await store.close();
    await vault.close();
  }
}

/** Nothing here is half done: the engine's reactors need not look at all of it while something else is measured. */
async function reactorsHaveSeen(folder: string, position: bigint): Promise<void> {
  const checkpoints = new SqliteCheckpoints(folder);
  await checkpoints.move(completeProfile.name, 0n, position);
  await checkpoints.close();
}

class Filler {
  constructor(
    private readonly store: SqliteEventStore,
    private readonly vault: SqliteKeyVault,
    private readonly ids: TenantIdentifiers,
  ) {}

  async customer(n: number): Promise<Known> {
    const commandId = v7();
    const endUserId = this.ids.endUser(commandId, 0);
    const key = await this.vault.lease();
    const one = customer(n);
    const email = this.point(one, 0);
    const creates = { origin: 'contacted', profile: { name: one.name }, points: [email] } as const;
    await this.append(streamOf.contactPoint(tenant, email.digest), 'ContactPointAttached', attached(endUserId, email, creates), commandId, key);
    await this.append(streamOf.endUser(tenant, endUserId), 'EndUserCreated', { origin: 'contacted', name: one.name }, commandId, key);
    const phone = this.point(one, 1);
    await this.append(streamOf.contactPoint(tenant, phone.digest), 'ContactPointAttached', attached(endUserId, phone), commandId, key);
    return { endUserId, key };
  }

  async interaction(n: number, who: number, { endUserId, key }: Known): Promise<void> {
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
    const stream = streamOf.interaction(tenant, this.ids.interaction(source, id));
    await this.append(stream, 'InteractionRecorded', facts, v7(), key, occurredAt);
  }

  private point(one: Customer, n: number) {
    const { channel, value, verified = false } = pointOf(one, n);
    const key = keyOf({ channel, value });
    const normaliser = channel === 'email' ? 'email/1' : 'e164/1';
    return { channel, scope: '', key, value, normaliser, digest: this.ids.contactPoint(channel, '', key), verified } as const;
  }

  private async append<T extends DomainEvent['type']>(
    stream: string,
    type: T,
    data: Extract<DomainEvent, { type: T }>['data'],
    commandId: string,
    key: DataKey,
    occurredAt?: string,
  ) {
    const recordedAt = new Date().toISOString();
    const metadata = {
      eventId: eventIdAt(commandId, stream, 0, type, JSON.stringify(clearPart({ type, data }))),
      tenant,
      actor: { kind: 'service', id: 'bench' },
      commandId,
      correlationId: commandId,
      causationId: commandId,
      occurredAt: occurredAt ?? recordedAt,
      recordedAt,
      schema: schemaOf(type),
    } as const;
    const event: NewEvent = sealed(stream, { type, data }, metadata, key);
    await this.store.append(stream, -1, [event]);
  }
}

function attached(endUserId: string, point: ReturnType<Filler['point']>, creates?: object) {
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
