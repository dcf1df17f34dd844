/** What of the engine a process runs. */
export const parts = ['api', 'projector', 'reactor'] as const;
export type Part = (typeof parts)[number];

/** From the least to the most talkative is the reverse of this order; `silent` writes nothing. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A connection string of EventStoreDB or KurrentDB; may hold a password. */
export type EventStoreDbUrl = `${'esdb' | 'kurrentdb'}${'' | '+discover'}://${string}`;
/** A connection URI of PostgreSQL; may hold a password. */
export type PostgresUrl = `${'postgres' | 'postgresql'}://${string}`;

/** Every setting, checked. Holds secrets (keys, and passwords in URLs): never log it whole. */
export interface Config {
  /** Name or address to listen on. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Absolute path of the data folder; it may not exist yet. */
  readonly data: string;
  readonly eventStore: 'sqlite' | 'memory' | EventStoreDbUrl;
  /** What the names of streams begin with in EventStoreDB; empty for nothing. */
  readonly streamPrefix: string;
  /** `memory` exactly when the event store is: what follows from a log never outlives it. */
  readonly readDb: 'sqlite' | 'memory' | PostgresUrl;
  /** `memory` exactly when the event store is: a vault without its log opens nothing. */
  readonly keyVault: 'sqlite' | 'memory' | PostgresUrl;
  /** Where the read models of a past moment are that this engine shows, and nothing else: a folder, or the name of a schema; undefined for the present. */
  readonly replay: string | undefined;
  /** Base64 of 32 bytes; undefined when it is kept in the data folder. */
  readonly masterKey: string | undefined;
  /** `kith_<keyId>_<secret>`: the first admin key of tenant `default`; undefined when the engine makes one. */
  readonly adminKey: string | undefined;
  /** `kith_<keyId>_<secret>`: the key that may create tenants; undefined when nobody may. */
  readonly operatorKey: string | undefined;
  /** In the order of {@link parts}, each once. */
  readonly parts: readonly Part[];
  readonly logLevel: LogLevel;
  /** Requests per second that one API key may send; 0 for as many as it likes. */
  readonly rateLimit: number;
  /** Milliseconds from each failed delivery of a webhook to the next try; after the last one it is given up. */
  readonly webhookBackOff: readonly number[];
  /** Whether webhooks may lead to this machine and its networks, and need no TLS. */
  readonly webhookPrivateTargets: boolean;
  /** ISO 3166-1 alpha-2, upper case: how tenant `default` reads national phone numbers from its first start on. */
  readonly defaultRegion: string | undefined;
}

/** Where a program that calls an engine finds it, and what lets it in. Holds a secret: never log it whole. */
export interface Caller {
  /** `http://` or `https://`, without a slash at the end. */
  readonly url: string;
  /** An API key; undefined when none was given. */
  readonly key: string | undefined;
}
