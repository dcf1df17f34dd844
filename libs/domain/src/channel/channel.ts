/** How values of a channel become keys. A change of rule is a new version, never an edit (permanent). */
export type NormaliserName = 'email/1' | 'e164/1' | 'whatsapp/1' | 'handle/1' | 'opaque/1';

/** A way customers reach us, and the rules its contact points follow. */
export interface Channel {
  readonly normaliser: NormaliserName;
  /** Ids are unique only within a scope (page, provider, other system), which must then be given. */
  readonly scoped: boolean;
  /** The higher one wins an interaction that several end users could claim. */
  readonly priority: number;
  /** How many contact points of this channel one end user may hold. */
  readonly limit: number;
  /** Only verified contact points are attached by a resolution. */
  readonly verifiedOnly: boolean;
}

/** The channels that every tenant starts with. `sms` and `voice` are media over `phone`. */
export const builtInChannels = {
  external: { normaliser: 'opaque/1', scoped: true, priority: 100, limit: 50, verifiedOnly: false },
  email: { normaliser: 'email/1', scoped: false, priority: 90, limit: 50, verifiedOnly: false },
  phone: { normaliser: 'e164/1', scoped: false, priority: 80, limit: 50, verifiedOnly: false },
  whatsapp: { normaliser: 'whatsapp/1', scoped: false, priority: 70, limit: 50, verifiedOnly: false },
  messenger: { normaliser: 'opaque/1', scoped: true, priority: 60, limit: 50, verifiedOnly: false },
  instagram: { normaliser: 'opaque/1', scoped: true, priority: 50, limit: 50, verifiedOnly: false },
  telegram: { normaliser: 'handle/1', scoped: false, priority: 40, limit: 50, verifiedOnly: false },
  x: { normaliser: 'handle/1', scoped: false, priority: 30, limit: 50, verifiedOnly: false },
  line: { normaliser: 'opaque/1', scoped: true, priority: 20, limit: 50, verifiedOnly: false },
  web: { normaliser: 'opaque/1', scoped: true, priority: 10, limit: 50, verifiedOnly: false },
} as const satisfies Record<string, Channel>;

export type BuiltInChannel = keyof typeof builtInChannels;

/** What a normaliser makes of a value. */
export type Normalised =
  /** It is an address; `key` identifies it. */
  | { readonly kind: 'key'; readonly key: string }
  /** A real caller that leaves no address: withheld, short code, empty. Makes no contact point, is no error. */
  | { readonly kind: 'none'; readonly reason: string }
  /** It cannot be an address of this channel; `reason` is a kebab-case fact such as `too-long`. */
  | { readonly kind: 'invalid'; readonly reason: string };
