import { MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import { type DataKey, type EventStore, hasPersonal, PersonalData, schemaOf, sealed } from '@kith/application';
import { type Actor, type DomainEvent, type EndUserEvent, type EventMetadata, streamOf } from '@kith/domain';

/** What a test says of one event; the rest is made up. */
export interface Told {
  readonly tenant?: string;
  readonly occurredAt?: string;
  readonly recordedAt?: string;
  readonly actor?: Actor;
  readonly onBehalfOf?: string;
  /** Id of the event that is its cause; its own when absent. */
  readonly causationId?: string;
}

export type DataOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>['data'];

/** A log to which tests append events as they like, rules or no rules. Each stream has one key. */
export class TestLog {
  readonly vault = new MemoryKeyVault({ seed: 'read models' });
  readonly personalData = new PersonalData(this.vault);
  private readonly keys = new Map<string, DataKey>();
  private readonly revisions = new Map<string, number>();
  private count = 0;

  constructor(readonly store: EventStore = new MemoryEventStore()) {}

  /** An event of an end user, named by a short word. */
  endUser<T extends EndUserEvent['type']>(id: string, type: T, data: DataOf<T>, told: Told = {}) {
    return this.append(streamOf.endUser(told.tenant ?? 'acme', id), type, data, told);
  }

  /** An event of a contact point, whose digest is a short word here. */
  point<T extends `ContactPoint${'Attached' | 'Verified' | 'Released' | 'Shared' | 'Unshared'}`>(digest: string, type: T, data: DataOf<T>, told: Told = {}) {
    return this.append(streamOf.contactPoint(told.tenant ?? 'acme', digest), type, data, told);
  }

  attach(
    digest: string,
    endUserId: string,
    [channel, key]: readonly [string, string],
    told: Told & { verified?: boolean; scope?: string; value?: string } = {},
  ) {
    const { verified = false, scope = '', value = key } = told;
    return this.point(digest, 'ContactPointAttached', { endUserId, channel, scope, key, value, normaliser: 'opaque/1', verified }, told);
  }

  release(digest: string, endUserId: string, told: Told = {}) {
    return this.point(digest, 'ContactPointReleased', { endUserId, cause: 'detached' }, told);
  }

  /** From one end user to another, in one append. */
  async transfer(
    digest: string,
    [fromId, toId]: readonly [string, string],
    cause: 'corrected' | 'reassigned',
    point: readonly [string, string],
    told: Told & { scope?: string } = {},
  ) {
    await this.point(digest, 'ContactPointReleased', { endUserId: fromId, cause, to: toId }, told);
    return this.attach(digest, toId, point, told);
  }

  interaction(id: string, endUserId: string | null, told: Told & Partial<DataOf<'InteractionRecorded'>> = {}) {
    const { tenant, occurredAt, recordedAt, actor, onBehalfOf, ...facts } = told;
    const resolution = { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: [], possibleDuplicates: [] } as const;
    const data: DataOf<'InteractionRecorded'> = {
      source: 'desk',
      sourceId: `${id}@desk`,
      channel: 'email',
      contactPointId: null,
      endUserId,
      via: 'email',
      direction: 'inbound',
      outcome: endUserId === null ? 'unidentified' : 'matched',
      resolution,
      ...facts,
    };
    return this.append(streamOf.interaction(tenant ?? 'acme', id), 'InteractionRecorded', data, told);
  }

  assign(id: string, endUserId: string, { organizationId, ...told }: Told & { organizationId?: string } = {}) {
    const organization = organizationId === undefined ? {} : { organizationId };
    return this.append(streamOf.interaction(told.tenant ?? 'acme', id), 'InteractionAssigned', { endUserId, ...organization }, told);
  }

  /** A person with a name and addresses, in one go. */
  async person(id: string, name: string, points: readonly (readonly [string, string])[] = [], told: Told = {}) {
    for (const point of points) await this.attach(`${point[0]}-${point[1]}`, id, point, told);
    return this.endUser(id, 'EndUserCreated', { origin: 'contacted', name }, told);
  }

  /** Makes what the stream's events say of a person unreadable. */
  async erase(stream: string) {
    await this.vault.destroy((await this.keyOf(stream)).id);
  }

  async append<T extends DomainEvent['type']>(stream: string, type: T, data: DataOf<T>, told: Told = {}) {
    const revision = this.revisions.get(stream) ?? -1;
    const key = hasPersonal(type) ? await this.keyOf(this.sealingStreamOf(stream, type, data, told)) : undefined;
    const event = sealed(stream, { type, data }, { ...this.metadata(told), schema: schemaOf(type) }, key);
    const appended = await this.store.append(stream, revision, [event]);
    this.revisions.set(stream, appended.revision);
    return appended.position;
  }

  /** An event that no program knows how to write. */
  async appendRaw(stream: string, type: string, data: object, tenant = 'acme') {
    const { position } = await this.store.append(stream, this.revisions.get(stream) ?? -1, [{ type, data, metadata: this.metadata({ tenant }) }]);
    return position;
  }

  private metadata({ tenant = 'acme', occurredAt, recordedAt, actor = { kind: 'service', id: 'desk' }, onBehalfOf, causationId }: Told): EventMetadata {
    this.count += 1;
    const time = new Date(Date.UTC(2026, 2, 1) + this.count * 1000).toISOString();
    const eventId = `00000000-0000-4000-8000-${this.count.toString().padStart(12, '0')}`;
    return {
      eventId,
      tenant,
      actor,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      occurredAt: occurredAt ?? time,
      recordedAt: recordedAt ?? time,
      commandId: eventId,
      correlationId: eventId,
      causationId: causationId ?? eventId,
      schema: 1,
    };
  }

  /** The stream whose key an event is sealed under: its own. */
  protected sealingStreamOf(stream: string, _type: string, _data: object, _told: Told): string {
    return stream;
  }

  private async keyOf(stream: string): Promise<DataKey> {
    const known = this.keys.get(stream) ?? (await this.vault.lease());
    this.keys.set(stream, known);
    return known;
  }
}
