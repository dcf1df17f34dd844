import { createHmac, createSecretKey, hash, hkdfSync, type KeyObject } from 'node:crypto';
import { refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { KeyVault } from './key-vault';

/**
 * Everything that is derived from a tenant's secret (permanent): one HKDF-SHA-256 subkey per purpose (RFC 5869),
 * HMAC-SHA-256 over RFC 8785 JSON. Arrays of strings and small integers are in that form as `JSON.stringify` writes them.
 */
export class TenantIdentifiers {
  private readonly subkeys: Readonly<
    Record<
      'contactPoint' | 'interaction' | 'command' | 'endUser' | 'payload' | 'apiKey' | 'webhook' | 'link' | 'profile' | 'organization' | 'ticket',
      KeyObject
    >
  >;

  constructor(secret: Buffer) {
    // As key objects: a MAC under raw bytes takes seven times as long.
    const subkey = (purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `kith/1/${purpose}`, 32)));
    this.subkeys = {
      contactPoint: subkey('contactPoint'),
      interaction: subkey('interaction'),
      command: subkey('command'),
      endUser: subkey('endUser'),
      payload: subkey('payload'),
      apiKey: subkey('apiKey'),
      webhook: subkey('webhook'),
      link: subkey('link'),
      profile: subkey('profile'),
      organization: subkey('organization'),
      ticket: subkey('ticket'),
    };
  }

  /** 64 lower-case hex digits that stand for a contact point wherever its address must not be seen. */
  contactPoint(channel: string, scope: string, key: string): string {
    return this.mac('contactPoint', ['contactPoint', 1, channel, scope, key]).toString('hex');
  }

  /** 64 lower-case hex digits for an interaction, from the system that reports it and its id there. */
  interaction(source: string, sourceId: string): string {
    return this.mac('interaction', ['interaction', 1, source, sourceId]).toString('hex');
  }

  /** The command id of a client's idempotency key: the same key is the same command (UUIDv8, RFC 9562). */
  command(client: string, idempotencyKey: string): string {
    return uuidV8(this.mac('command', ['command', 1, client, idempotencyKey]));
  }

  /** The command id of an interaction that came without an idempotency key: its source and id are one. */
  interactionCommand(interactionId: string): string {
    return uuidV8(this.mac('command', ['interaction', 1, interactionId]));
  }

  /** Id of the end user that a command creates. A next attempt is made when the one before was abandoned. */
  endUser(commandId: string, attempt: number): string {
    return uuidV8(this.mac('endUser', ['endUser', 1, commandId, attempt]));
  }

  /** The API key that a command makes: 16 hex digits that name it, 256 bits that prove it. */
  apiKey(commandId: string): { keyId: string; secret: string } {
    const keyId = this.mac('apiKey', ['keyId', 1, commandId]).toString('hex', 0, 8);
    return { keyId, secret: this.mac('apiKey', ['secret', 1, commandId]).toString('base64url') };
  }

  /** Id of the webhook that a command creates (UUIDv8). */
  webhook(commandId: string): string {
    return uuidV8(this.mac('webhook', ['webhook', 1, commandId]));
  }

  /** The secret that a command gives a webhook: 256 bits, as Standard Webhooks writes them. */
  webhookSecret(commandId: string): string {
    return `whsec_${this.mac('webhook', ['secret', 1, commandId]).toString('base64')}`;
  }

  /** Id of the merge that a command makes (UUIDv8). */
  merge(commandId: string): string {
    return uuidV8(this.mac('link', ['merge', 1, commandId]));
  }

  /** Id of the declaration that a command makes (UUIDv8). */
  declaration(commandId: string): string {
    return uuidV8(this.mac('link', ['declaration', 1, commandId]));
  }

  /** Id of the organization that a command creates (UUIDv8). */
  organization(commandId: string): string {
    return uuidV8(this.mac('organization', ['organization', 1, commandId]));
  }

  /** 64 lower-case hex digits that stand for the name of an organization, as `organizationNameKey` folds it. */
  organizationName(folded: string): string {
    return this.mac('organization', ['organizationName', 1, folded]).toString('hex');
  }

  /** Id of the work that a change of an organization or of settings makes for its existing members: one for each event (UUIDv8). */
  membershipSweep(eventId: string): string {
    return uuidV8(this.mac('organization', ['membershipSweep', 1, eventId]));
  }

  /** Id of the retention run that a command starts (UUIDv8). */
  retentionRun(commandId: string): string {
    return uuidV8(this.mac('endUser', ['retentionRun', 1, commandId]));
  }

  /** Id of the import that a command starts (UUIDv8). */
  importJob(commandId: string): string {
    return uuidV8(this.mac('endUser', ['import', 1, commandId]));
  }

  /** 64 lower-case hex digits that tell one imported file from another. `sha256` is of its bytes, in lower-case hex. */
  importedFile(sha256: string): string {
    return this.mac('payload', ['importedFile', 1, sha256]).toString('hex');
  }

  /** 64 lower-case hex digits for a ticket, from the system that owns it and its id there. */
  ticket(source: string, sourceId: string): string {
    return this.mac('ticket', ['ticket', 1, source, sourceId]).toString('hex');
  }

  /** The command id of the opening of a ticket that came without an idempotency key: its source and id are one. */
  ticketCommand(ticketId: string): string {
    return uuidV8(this.mac('command', ['ticket', 1, ticketId]));
  }

  /** 64 lower-case hex digits that tell one state of a profile from another, without telling either. Over its RFC 8785 JSON. */
  profileDigest(profile: object): string {
    return createHmac('sha256', this.subkeys.profile)
      .update(canonicalize(profile) ?? '')
      .digest('hex');
  }

  /** What tells one payload from another without storing it. `canonical` is its RFC 8785 JSON. */
  payloadMac(canonical: string): string {
    return createHmac('sha256', this.subkeys.payload).update(canonical).digest('base64url');
  }

  private mac(purpose: keyof TenantIdentifiers['subkeys'], parts: readonly (string | number)[]): Buffer {
    return createHmac('sha256', this.subkeys[purpose]).update(JSON.stringify(parts)).digest();
  }
}

/** The identifiers of each tenant; the secrets come from the key vault once. */
@Injectable()
export class Identifiers {
  private readonly known = new Map<string, TenantIdentifiers>();

  constructor(@Inject(KeyVault) private readonly vault: KeyVault) {}

  /** @throws Refusal `tenant-not-found` */
  async of(tenant: string): Promise<TenantIdentifiers> {
    const known = this.known.get(tenant);
    if (known) return known;
    const secret = (await this.vault.tenantSecret(tenant)) ?? refuse('tenant-not-found');
    const made = new TenantIdentifiers(secret);
    this.known.set(tenant, made);
    return made;
  }
}

/**
 * Id of the event that a command appends at a place (UUIDv8 over SHA-256): the same append tried again has the same id, so
 * a store can tell a retry from a second append, and another decision at the same place (abandoned instead of created) has
 * another. `clear` is the JSON of what the event holds in clear: a bare hash must never cover what is sealed.
 */
export function eventIdAt(commandId: string, stream: string, revision: number, type: string, clear: string): string {
  return uuidV8(hash('sha256', `${commandId} ${stream} ${revision} ${type} ${clear}`, 'buffer'));
}

function uuidV8(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
