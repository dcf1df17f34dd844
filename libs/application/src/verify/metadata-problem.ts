import { type Actor, type CopiedFrom, type EventMetadata, tenantPattern } from '@kith/domain';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** RFC 3339 in UTC; business time comes from callers, who may leave out or add fractions of seconds. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const decimal = /^(0|[1-9]\d{0,19})$/;
/** A complete list: a kind that is added to the type does not compile without a line here. */
const actorKinds: Readonly<Record<Actor['kind'], true>> = { service: true, agent: true, import: true, reactor: true, operator: true };

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isTime = (value: unknown): boolean => typeof value === 'string' && time.test(value) && !Number.isNaN(Date.parse(value));
const isActor = (value: unknown): boolean => {
  const { kind, id } = Object(value) as Partial<Actor>;
  return typeof kind === 'string' && Object.hasOwn(actorKinds, kind) && typeof id === 'string';
};
const isCopied = (value: unknown): boolean => {
  const { position, upTo } = Object(value) as Partial<CopiedFrom>;
  return decimal.test(String(position)) && decimal.test(String(upTo)) && BigInt(String(position)) <= BigInt(String(upTo));
};
const orAbsent = (is: (value: unknown) => boolean) => (value: unknown) => value === undefined || is(value);

/** What each member has to be: one that is added to the type does not compile without a line here. */
const members: { readonly [Name in keyof Required<EventMetadata>]: (value: unknown) => boolean } = {
  eventId: (value) => typeof value === 'string' && uuid.test(value),
  tenant: (value) => typeof value === 'string' && tenantPattern.test(value),
  actor: isActor,
  onBehalfOf: orAbsent(isText),
  occurredAt: isTime,
  recordedAt: isTime,
  commandId: isText,
  payloadMac: orAbsent(isText),
  correlationId: isText,
  causationId: isText,
  schema: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  traceparent: orAbsent(isText),
  copied: orAbsent(isCopied),
};

/** Why this is not the metadata of an event, naming members and no values; undefined when it is. */
export function metadataProblem(metadata: object): string | undefined {
  const given = metadata as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(members).filter(([name, is]) => !is(given[name]));
  const strange = Object.keys(given).filter((name) => !Object.hasOwn(members, name));
  if (wrong.length > 0) return `missing or malformed in its metadata: ${wrong.map(([name]) => name).join(', ')}`;
  // A name may be anything that a damaged byte made of it.
  return strange.length > 0 ? `its metadata has ${strange.length} members that no version of this program writes` : undefined;
}
