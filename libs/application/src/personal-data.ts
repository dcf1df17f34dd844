import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type DomainEvent, type Event, type EventDefinition, type EventMetadata, erased, eventCatalogue, type Recorded } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { NewEvent, StoredEvent } from './event-store';
import { type DataKey, KeyVault } from './key-vault';

/** Personal fields of one event as they are stored (permanent). Binary members are base64url. */
export interface SealedPersonal {
  readonly v: 1;
  /** Id of the key in the vault. */
  readonly k: string;
  /** Nonce, 12 bytes. */
  readonly n: string;
  /** Ciphertext and, last, its 16-byte tag (AES-256-GCM, NIST SP 800-38D). */
  readonly c: string;
}

/** The current version of an event's stored shape. */
export const schemaOf = (type: string): number => definitionOf(type).lifts.length + 1;

/** Whether events of this type are sealed, and so need a key. */
export const hasPersonal = (type: string): boolean => definitionOf(type).personal.length > 0;

/** @throws Error for a type this program does not know: whoever reads it must stop, not skip it */
function definitionOf(type: string): EventDefinition {
  const definition = Object.hasOwn(eventCatalogue, type) ? eventCatalogue[type] : undefined;
  if (!definition) throw new Error(`unknown event type ${type}`);
  return definition;
}

/** What of an event is stored in clear. */
export function clearPart({ type, data }: Event): Record<string, unknown> {
  const clear: Record<string, unknown> = { ...data };
  for (const field of definitionOf(type).personal) delete clear[field];
  return clear;
}

/** The event to store: its personal fields as one ciphertext under the person's key, which one that has none of them can do without. */
export function sealed(stream: string, event: Event, metadata: EventMetadata, key: DataKey | undefined): NewEvent {
  const { type } = event;
  const { personal } = definitionOf(type);
  if (personal.length === 0) return { type, data: event.data, metadata };
  const data = event.data as Record<string, unknown>;
  const given = personal.filter((field) => data[field] !== undefined);
  if (!key && given.length === 0) return { type, data, metadata };
  if (!key) throw new Error(`${type} holds personal data and needs a key`);
  const secret = JSON.stringify(Object.fromEntries(given.map((field) => [field, data[field]])));
  return { type, data: { ...clearPart(event), personal: encrypt(key, additionalData(stream, type, metadata), secret) }, metadata };
}

/**
 * The event as the rules see it: lifted to its current shape, personal fields left out. A fold needs no key,
 * and cannot come to depend on what may be erased.
 */
export function withoutPersonal(stored: StoredEvent): Event {
  const { personal, ...data } = stored.data;
  return { type: stored.type, data: lifted(stored, data), ...(personal !== undefined && { keyId: (personal as SealedPersonal).k }) };
}

/** Opens what {@link sealed} closed, with the keys of the vault. */
@Injectable()
export class PersonalData {
  constructor(@Inject(KeyVault) private readonly vault: KeyVault) {}

  /**
   * The event with its personal fields, each {@link erased} when the key is destroyed.
   * @throws UnknownKey, or an Error when the ciphertext does not belong to this event
   */
  async open(stored: StoredEvent): Promise<Recorded<DomainEvent>> {
    const { personal: fields } = definitionOf(stored.type);
    const { personal, ...data } = stored.data as { personal?: SealedPersonal };
    const key = personal && (await this.vault.find(personal.k));
    if (personal && key) Object.assign(data, decrypt(key, personal, additionalData(stored.stream, stored.type, stored.metadata)));
    else if (personal) for (const field of fields) Object.assign(data, { [field]: erased });
    const { type, stream, revision, position, metadata } = stored;
    return {
      type,
      data: lifted(stored, data),
      ...(personal && { keyId: personal.k }),
      metadata,
      stream,
      revision,
      position,
      erased: personal !== undefined && !key,
    } as unknown as Recorded<DomainEvent>;
  }
}

/**
 * The data of an event in its current shape, whatever version it was stored in: each lift takes it one version further.
 * @throws Error for a version that is newer than the definition
 */
export function lifted(
  { type, metadata: { schema } }: StoredEvent,
  data: Record<string, unknown>,
  { lifts }: EventDefinition = definitionOf(type),
): Record<string, unknown> {
  if (schema > lifts.length + 1) throw new Error(`${type} version ${schema} is newer than this program`);
  return lifts.slice(schema - 1).reduce((shape, lift) => lift(shape), data);
}

/** What a ciphertext is bound to: moved to another event it does not open. RFC 8785 JSON, as `JSON.stringify` writes such an array. */
const additionalData = (stream: string, type: string, { tenant, schema, eventId }: EventMetadata): Buffer =>
  Buffer.from(JSON.stringify([tenant, stream, type, schema, eventId]));

/** The two halves of a person's key, made once for each key in memory: making a cipher from raw bytes takes four times as long. */
const halves = new WeakMap<DataKey, { readonly cipher: KeyObject; readonly nonce: KeyObject }>();
function halvesOf(key: DataKey) {
  const known = halves.get(key);
  if (known) return known;
  const made = { cipher: createSecretKey(key.secret.subarray(0, 32)), nonce: createSecretKey(key.secret.subarray(32)) };
  halves.set(key, made);
  return made;
}

function encrypt(key: DataKey, bound: Buffer, text: string): SealedPersonal {
  const secret = halvesOf(key);
  const plain = Buffer.from(text);
  // Derived from all that is sealed: the same event sealed again has the same bytes, and no nonce meets another plaintext.
  const nonce = createHmac('sha256', secret.nonce).update(bound).update(plain).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', secret.cipher, nonce);
  cipher.setAAD(bound);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { v: 1, k: key.id, n: nonce.toString('base64url'), c: ciphertext.toString('base64url') };
}

/** What was sealed, as the JSON text that it was. @throws Error when the ciphertext does not belong to this event */
export const plainText = (key: DataKey, personal: SealedPersonal, { stream, type, metadata }: Pick<StoredEvent, 'stream' | 'type' | 'metadata'>): string =>
  opened(key, personal, additionalData(stream, type, metadata));

const decrypt = (key: DataKey, personal: SealedPersonal, bound: Buffer): Record<string, unknown> =>
  JSON.parse(opened(key, personal, bound)) as Record<string, unknown>;

function opened(key: DataKey, { v, n, c }: SealedPersonal, bound: Buffer): string {
  if (v !== 1) throw new Error(`personal data of version ${String(v)} is newer than this program`);
  const bytes = Buffer.from(c, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', halvesOf(key).cipher, Buffer.from(n, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(bound);
  decipher.setAuthTag(bytes.subarray(-16));
  const plain = decipher.update(bytes.subarray(0, -16));
  // Of this mode it has no bytes: it is where the tag is checked.
  decipher.final();
  return plain.toString();
}
