/** A fact. `type` is the stored name and never changes; `data` is the current shape (older ones are lifted to it). */
export type Event<Type extends string = string, Data extends object = object> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
  /** Names the vault key that seals the personal fields; absent where the event has none. */
  readonly keyId?: string;
};

/** Who did it. Ids are opaque: agents are persons too. */
export interface Actor {
  readonly kind: 'service' | 'agent' | 'import' | 'reactor' | 'operator';
  readonly id: string;
}

/** Where an event stood in the log that it was copied from. Positions are decimal. */
export interface CopiedFrom {
  readonly position: string;
  /** No position of that log is greater, and none of this one is as small: so nobody takes one for the other. The same in all events of a log. */
  readonly upTo: string;
}

/** What every event carries beside its data. Times are RFC 3339 UTC with milliseconds. */
export interface EventMetadata {
  readonly eventId: string;
  readonly tenant: string;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  /** Business time: when it happened out there. */
  readonly occurredAt: string;
  /** When the engine recorded it; never before its predecessor in the stream. */
  readonly recordedAt: string;
  readonly commandId: string;
  /** HMAC of the command's payload; present when the client gave an idempotency key, and where the command is one by itself, as the opening of a ticket. */
  readonly payloadMac?: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Version of the stored shape of `data`; 1 is the first. */
  readonly schema: number;
  readonly traceparent?: string;
  /** Set on events of a log that was copied from another store. */
  readonly copied?: CopiedFrom;
}

/** An event as read back, opened and lifted to its current shape. */
export type Recorded<E extends Event = Event> = E & {
  readonly metadata: EventMetadata;
  readonly stream: string;
  /** 0 is the first event of the stream. */
  readonly revision: number;
  /** Place in the log of all streams, in commit order. */
  readonly position: bigint;
  /** The key is destroyed: every personal field reads as {@link erased}. */
  readonly erased: boolean;
};

/** What a personal field reads as after its key was destroyed. */
export const erased = 'erased';

/** From one stored version of `data` to the next. Personal fields may be {@link erased}. */
export type Lift = (data: Record<string, unknown>) => Record<string, unknown>;

/** How one event type is stored. */
export interface EventDefinition<E extends Event = Event> {
  /** Fields that are sealed together as one ciphertext under the person's key. */
  readonly personal: readonly (keyof E['data'] & string)[];
  /** `lifts[0]` takes version 1 to 2, and so on; the current version is `lifts.length + 1`. */
  readonly lifts: readonly Lift[];
}

export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/** The definitions of one noun's events: a type without a line does not compile. */
export const events = <E extends Event>(
  definitions: {
    readonly [T in E['type']]: EventDefinition<Extract<E, { type: T }>>;
  },
): EventDefinitions => definitions as unknown as EventDefinitions;
