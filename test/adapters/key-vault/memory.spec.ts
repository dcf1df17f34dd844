import { MemoryKeyVault } from '@kith/adapters';
import { keyVaultContract } from '../../contracts/key-vault.contract';

const fixtureOf = (make: () => MemoryKeyVault) => async () => {
  const vault = make();
  return { open: async () => vault, dispose: () => vault.close() };
};
keyVaultContract(
  'in memory',
  fixtureOf(() => new MemoryKeyVault()),
);
keyVaultContract(
  'in memory, seeded',
  fixtureOf(() => new MemoryKeyVault({ seed: 'contract' })),
);
keyVaultContract(
  'in memory, from a snapshot',
  fixtureOf(() => MemoryKeyVault.from(new MemoryKeyVault().snapshot())),
);

describe('the key vault in memory', () => {
  it('gives the same keys and tenant secrets in every run with the same seed', async () => {
    const [first, second] = [new MemoryKeyVault({ seed: 'a' }), new MemoryKeyVault({ seed: 'a' })];
    for (let round = 0; round < 3; round += 1) expect(await first.lease()).toEqual(await second.lease());
    expect(await first.createTenantSecret('acme')).toEqual(await second.createTenantSecret('acme'));
  });

  it('gives other secrets with another seed, or with none', async () => {
    const vaults = [new MemoryKeyVault({ seed: 'a' }), new MemoryKeyVault({ seed: 'b' }), new MemoryKeyVault(), new MemoryKeyVault()];
    const keys = await Promise.all(vaults.map((vault) => vault.lease()));
    const tenantSecrets = await Promise.all(vaults.map((vault) => vault.createTenantSecret('acme')));
    for (const secrets of [keys.map(({ secret }) => secret), tenantSecrets]) {
      expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(vaults.length);
    }
  });

  it('goes on from a snapshot as the original does, without either noticing the other', async () => {
    const original = new MemoryKeyVault({ seed: 'a' });
    const kept = await original.lease();
    const lost = await original.lease();
    await original.destroy(lost.id);
    const snapshot = original.snapshot();
    const copy = MemoryKeyVault.from(snapshot);
    const next = await copy.lease();
    await copy.destroy(kept.id);
    await copy.createTenantSecret('acme');

    expect(await original.lease()).toEqual(next);
    expect(await original.find(kept.id)).toEqual(kept);
    expect(await original.tenantSecret('acme')).toBeUndefined();
    const again = MemoryKeyVault.from(snapshot);
    expect(await again.find(kept.id)).toEqual(kept);
    expect(await again.find(lost.id)).toBeUndefined();
    expect(await again.lease()).toEqual(next);
  });
});
