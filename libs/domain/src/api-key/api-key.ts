import type { Decider } from '../decider';
import { type Event, events } from '../event';
import { refuse } from '../refusal';
import { streamOf } from '../stream';

/** `admin` may do everything in its tenant, `operator` also makes tenants, `auditor` only reads. */
export const roles = ['operator', 'admin', 'agent', 'service', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** A key may call from here on. With `organizations`, an agent's sees only what is theirs. Only a hash of its secret is kept: SHA-256, base64url. */
export type ApiKeyCreated = Event<
  'ApiKeyCreated',
  { role: Role; clientName: string; secretHash: string; expiresAt?: string; organizations?: readonly string[] }
>;
export type ApiKeyRevoked = Event<'ApiKeyRevoked', Record<string, never>>;
export type ApiKeyEvent = ApiKeyCreated | ApiKeyRevoked;
export const apiKeyEvents = events<ApiKeyEvent>({
  ApiKeyCreated: { personal: [], lifts: [] },
  ApiKeyRevoked: { personal: [], lifts: [] },
});

/** Make a key for a client of the tenant. The client's name is the scope of its idempotency keys and survives a change of key. */
export class CreateApiKey {
  constructor(
    readonly tenant: string,
    readonly keyId: string,
    readonly role: Role,
    readonly clientName: string,
    readonly secretHash: string,
    readonly expiresAt?: string,
    readonly organizations?: readonly string[],
  ) {}
}

export class RevokeApiKey {
  constructor(
    readonly tenant: string,
    readonly keyId: string,
  ) {}
}

/** What a caller must match to be let in. */
export interface ApiKey {
  readonly status: 'unknown' | 'active' | 'revoked';
  readonly role?: Role;
  readonly clientName?: string;
  readonly secretHash?: string;
  readonly expiresAt?: string;
  readonly organizations?: readonly string[];
}

export const apiKey: Decider<ApiKey, CreateApiKey | RevokeApiKey, ApiKeyEvent> = {
  stream: ({ keyId }) => streamOf.apiKey(keyId),
  initial: { status: 'unknown' },
  evolve(state, event) {
    switch (event.type) {
      case 'ApiKeyCreated':
        return { status: 'active', ...event.data };
      case 'ApiKeyRevoked':
        return { ...state, status: 'revoked' };
    }
  },
  decide(command, state) {
    if (command instanceof CreateApiKey) {
      const { role, clientName, secretHash, expiresAt, organizations } = command;
      const limits = { ...(expiresAt && { expiresAt }), ...(organizations && { organizations }) };
      return state.status === 'unknown' ? [{ type: 'ApiKeyCreated', data: { role, clientName, secretHash, ...limits } }] : [];
    }
    if (state.status === 'unknown') refuse('key-not-found');
    return state.status === 'revoked' ? [] : [{ type: 'ApiKeyRevoked', data: {} }];
  },
};
