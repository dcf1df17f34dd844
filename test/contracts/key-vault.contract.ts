import { type DataKey, type KeyVault, UnknownKey } from '@kith/application';

/** One vault, empty at first, for one test. */
export interface KeyVaultFixture {
  /** Another client of the same vault. */
  open(): Promise<KeyVault>;
  /** Closes whatever is open and removes the vault. */
  dispose(): Promise<void>;
}

/** What every key vault promises; each adapter runs all of it. */
export function keyVaultContract(name: string, makeFixture: () => Promise<KeyVaultFixture>): void {
  describe(`the key vault contract: ${name}`, () => {
    let fixture: KeyVaultFixture;
    let one: KeyVault;
    let other: KeyVault;

    beforeEach(async () => {
      fixture = await makeFixture();
      one = await fixture.open();
      other = await fixture.open();
    });
    afterEach(() => fixture.dispose());

    it('gives keys of 64 bytes under ids that are UUIDs', async () => {
      const { id, secret } = await one.lease();
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(secret).toHaveLength(64);
    });

    it('never gives a key twice, to whichever client and however many ask at once', async () => {
      const leased = await leaseMany(3000, one, other);
      expectDistinct(leased);
    });

    it('never gives a key again after it was closed and opened', async () => {
      const leased = await leaseMany(10, one);
      for (let round = 0; round < 5; round += 1) {
        await one.close();
        one = await fixture.open();
        leased.push(...(await leaseMany(10, one)));
      }
      expectDistinct(leased);
    });

    it('finds a key as it was leased, from every client and after opening again', async () => {
      const leased = await leaseMany(700, one);
      for (const client of [one, other, await fixture.open()]) {
        const found = await Promise.all(leased.map(({ id }) => client.find(id)));
        for (const [index, { secret }] of leased.entries()) expect(found[index]?.secret.equals(secret)).toBe(true);
      }
    });

    it('finds what one client leased while another is in use', async () => {
      for (let round = 0; round < 50; round += 1) {
        const key = await one.lease();
        expect(await other.find(key.id)).toEqual(key);
      }
    });

    it('answers undefined for a destroyed key, to the client that destroyed it', async () => {
      const { id } = await one.lease();
      await one.find(id);
      await one.destroy(id);
      expect(await one.find(id)).toBeUndefined();
    });

    it('answers undefined for a destroyed key, to a client that leased or found it before', async () => {
      const { id } = await one.lease();
      await other.find(id);
      const third = await fixture.open();
      await third.destroy(id);
      expect(await one.find(id)).toBeUndefined();
      expect(await other.find(id)).toBeUndefined();
      expect(await third.find(id)).toBeUndefined();
    });

    it('remembers after opening again that a key is destroyed', async () => {
      const { id } = await one.lease();
      await one.destroy(id);
      await one.close();
      expect(await (await fixture.open()).find(id)).toBeUndefined();
    });

    it('leaves every other key alone when one is destroyed', async () => {
      const leased = await leaseMany(600, one, other);
      const [destroyed, ...rest] = leased.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      await one.destroy(destroyed?.id ?? '');
      const reopened = await fixture.open();
      expect(await Promise.all(rest.map(({ id }) => reopened.find(id)))).toEqual(rest);
    });

    it('takes the destruction of a destroyed key as done, from any client', async () => {
      const { id } = await one.lease();
      await one.destroy(id);
      await one.destroy(id);
      await other.destroy(id);
      expect(await one.find(id)).toBeUndefined();
    });

    it('says so when it never gave a key', async () => {
      await one.lease();
      const never = '0190a000-0000-7000-8000-000000000000';
      await expect(one.find(never)).rejects.toMatchObject({ name: 'UnknownKey', keyId: never });
      await expect(one.find('')).rejects.toBeInstanceOf(UnknownKey);
      await expect(one.destroy(never)).rejects.toBeInstanceOf(UnknownKey);
      await expect(one.find(never)).rejects.toBeInstanceOf(UnknownKey);
    });

    it('has no secret for a tenant until it is made, and from then on one of 32 bytes that stays', async () => {
      expect(await one.tenantSecret('acme')).toBeUndefined();
      const made = await one.createTenantSecret('acme');
      expect(made).toHaveLength(32);
      expect(await one.createTenantSecret('acme')).toEqual(made);
      for (const client of [one, other, await fixture.open()]) expect(await client.tenantSecret('acme')).toEqual(made);
    });

    it('sees a tenant secret that another client made after it had found none', async () => {
      expect(await other.tenantSecret('acme')).toBeUndefined();
      const made = await one.createTenantSecret('acme');
      expect(await other.tenantSecret('acme')).toEqual(made);
    });

    it('gives each tenant a secret of its own', async () => {
      const secrets = await Promise.all(['acme', 'acm', 'acme_', 'globex'].map((tenant) => one.createTenantSecret(tenant)));
      expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(4);
      expect(await one.tenantSecret('ac')).toBeUndefined();
    });

    it('gives everybody the same tenant secret when they make it at the same time', async () => {
      const clients = [one, other, await fixture.open(), await fixture.open()];
      for (let round = 0; round < 10; round += 1) {
        const made = await Promise.all(clients.map((client) => client.createTenantSecret(`tenant${round}`)));
        expect(new Set(made.map((secret) => secret.toString('hex'))).size).toBe(1);
        expect(await (await fixture.open()).tenantSecret(`tenant${round}`)).toEqual(made[0]);
      }
    });

    it('can be closed twice', async () => {
      await one.close();
      await one.close();
    });
  });
}

/** Keys leased by all clients in turn, all asked for at once. */
function leaseMany(count: number, ...clients: readonly KeyVault[]): Promise<DataKey[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => (clients[index % clients.length] as KeyVault).lease()));
}

function expectDistinct(keys: readonly DataKey[]): void {
  expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
  expect(new Set(keys.map(({ secret }) => secret.toString('hex'))).size).toBe(keys.length);
}
