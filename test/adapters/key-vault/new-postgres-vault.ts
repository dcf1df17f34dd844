import { randomBytes } from 'node:crypto';
import { PostgresKeyVault } from '@kith/adapters';
import type { KeyVault } from '@kith/application';
import { Pool } from 'pg';
import type { PostgresServer } from '../../support/postgres-server';

/** A vault, empty at first, in a database of its own. */
export type PostgresVault = Awaited<ReturnType<typeof newPostgresVault>>;

/** A vault of its own on the server; `open` gives one more client of it. */
export async function newPostgresVault(server: PostgresServer, masterKey = randomBytes(32)) {
  const url = await server.database();
  const vaults: KeyVault[] = [];
  const database = new Pool({ connectionString: url, max: 2 });
  database.on('error', () => undefined); // the server is killed now and then
  return {
    url,
    masterKey,
    /** Connections around the vault's back. */
    database,
    async open(): Promise<PostgresKeyVault> {
      const vault = await PostgresKeyVault.open({ url, masterKey });
      vaults.push(vault);
      return vault;
    },
    async dispose(): Promise<void> {
      await Promise.all([database.end(), ...vaults.map((vault) => vault.close())]);
    },
  };
}
