import { MemoryKeyVault } from '@kith/adapters';
import { clearPart, type DataKey, PersonalData, type StoredEvent, sealed, UnknownKey, withoutPersonal } from '@kith/application';
import type { EventMetadata } from '@kith/domain';

const metadata: EventMetadata = {
  eventId: '00000000-0000-8000-8000-000000000001',
  tenant: 'acme',
  actor: { kind: 'service', id: 'test' },
  occurredAt: '2026-03-03T10:00:00.000Z',
  recordedAt: '2026-03-03T10:00:00.000Z',
  commandId: '00000000-0000-8000-8000-00000000000c',
  correlationId: '00000000-0000-8000-8000-00000000000d',
  causationId: '00000000-0000-8000-8000-00000000000c',
  schema: 1,
};
const stream = 'endUser-acme.lea';
const created = { type: 'EndUserCreated', data: { origin: 'api', name: 'Léa Martin', locale: 'fr', tags: ['vip'] } };

describe('the personal data of an event', () => {
  const vault = new MemoryKeyVault({ seed: 'test' });
  const personal = new PersonalData(vault);
  let key: DataKey;
  let stored: StoredEvent;
  beforeEach(async () => {
    key = await vault.lease();
    const { type, data } = sealed(stream, created, metadata, key);
    stored = { stream, revision: 0, position: 1n, type, data: data as Record<string, unknown>, metadata };
  });

  it('is stored as one ciphertext that names its key, beside what is not personal', () => {
    expect(stored.data).toEqual({
      origin: 'api',
      locale: 'fr',
      personal: { v: 1, k: key.id, n: expect.stringMatching(/^[\w-]{16}$/), c: expect.stringMatching(/^[\w-]+$/) },
    });
    expect(JSON.stringify(stored.data)).not.toMatch(/Martin|vip/);
  });

  it('opens again to what it was', async () => expect(await personal.open(stored)).toMatchObject({ data: created.data, keyId: key.id, erased: false }));

  it('has the same bytes when the same event is sealed again, and others for any other', () => {
    expect(sealed(stream, created, metadata, key).data).toEqual(stored.data);
    const nonces = [
      sealed(stream, { ...created, data: { ...created.data, name: 'Lea Martin' } }, metadata, key),
      sealed(stream, created, { ...metadata, eventId: '00000000-0000-8000-8000-000000000002' }, key),
      sealed('endUser-acme.max', created, metadata, key),
    ].map(({ data }) => (data as { personal: { n: string } }).personal.n);
    expect(new Set([...nonces, (stored.data.personal as { n: string }).n]).size).toBe(4);
  });

  it('does not open in another place: stream, type, tenant, event and schema are bound to it', async () => {
    const moved: Partial<StoredEvent>[] = [
      { stream: 'endUser-acme.max' },
      { type: 'EndUserSuspended' },
      { metadata: { ...metadata, tenant: 'other' } },
      { metadata: { ...metadata, eventId: '00000000-0000-8000-8000-000000000002' } },
    ];
    for (const change of moved) await expect(personal.open({ ...stored, ...change })).rejects.toThrow();
  });

  it('does not open when a byte was changed', async () => {
    const sealedPart = stored.data.personal as { c: string };
    const bytes = Buffer.from(sealedPart.c, 'base64url');
    for (const at of [0, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(personal.open({ ...stored, data: { ...stored.data, personal: { ...sealedPart, c: changed.toString('base64url') } } })).rejects.toThrow();
    }
  });

  it('does not accept a shortened tag', async () => {
    const sealedPart = stored.data.personal as { c: string };
    const short = Buffer.from(sealedPart.c, 'base64url').subarray(0, 10).toString('base64url');
    await expect(personal.open({ ...stored, data: { ...stored.data, personal: { ...sealedPart, c: short } } })).rejects.toThrow();
  });

  it('reads as erased once the key is destroyed, and what is not personal stays', async () => {
    await vault.destroy(key.id);
    expect(await personal.open(stored)).toMatchObject({ erased: true, data: { origin: 'api', locale: 'fr', name: 'erased', tags: 'erased' } });
  });

  it('is no guess when the vault does not know the key: the reader stops', async () => {
    await expect(new PersonalData(new MemoryKeyVault()).open(stored)).rejects.toThrow(UnknownKey);
  });

  it('cannot be stored without a key', () => expect(() => sealed(stream, created, metadata, undefined)).toThrow('needs a key'));

  it('is left out for the rules, which see the key’s name only', () =>
    expect(withoutPersonal(stored)).toEqual({ type: 'EndUserCreated', data: { origin: 'api', locale: 'fr' }, keyId: key.id }));

  it('stops the reader at a type or version that this program does not know', async () => {
    await expect(personal.open({ ...stored, type: 'EndUserTeleported' })).rejects.toThrow('unknown event type EndUserTeleported');
    await expect(personal.open({ ...stored, type: 'constructor' })).rejects.toThrow('unknown event type');
    expect(() => withoutPersonal({ ...stored, metadata: { ...metadata, schema: 2 } })).toThrow('newer than this program');
  });

  it('knows what of an event is clear', () => expect(clearPart(created)).toEqual({ origin: 'api', locale: 'fr' }));
});
