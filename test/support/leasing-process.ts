import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openMasterKey, PostgresKeyVault, SqliteKeyVault } from '@kith/adapters';

/**
 * A process of its own that makes the secrets of 40 tenants and prints `tenants` and a digest of them, then leases keys from the vault in a folder,
 * or in a database whose master key is in the folder, as many as told or until it is killed, and prints each id on a line when it has it; or the
 * name of the error, and goes on after a moment.
 */
async function leaseKeys(folder: string, count: number, startAt: number, url?: string): Promise<void> {
  while (Date.now() < startAt); // nothing else brings processes to their first step within the same millisecond
  const masterKey = openMasterKey(folder).key;
  const vault = url === undefined ? new SqliteKeyVault({ folder, masterKey }) : await PostgresKeyVault.open({ url, masterKey });
  const tenantSecrets = createHash('sha256');
  for (let tenant = 0; tenant < 40; tenant += 1) tenantSecrets.update(await vault.createTenantSecret(`tenant${tenant}`));
  writeSync(1, `tenants ${tenantSecrets.digest('hex')}\n`);
  for (let leased = 0; leased < count; ) {
    try {
      const { id } = await vault.lease();
      writeSync(1, `${id}\n`);
      leased += 1;
      if (leased % 50 === 0) await pause(1);
    } catch (error) {
      writeSync(1, `${error instanceof Error ? error.name : 'thrown'}\n`);
      await pause(50);
    }
  }
  await vault.close();
}

const [folder, count, startAt = '0', url] = process.argv.slice(2);
if (folder === undefined || count === undefined) throw new Error('usage: leasing-process <folder> <count> [startAt, in milliseconds since 1970] [url]');
void leaseKeys(folder, Number(count), Number(startAt), url);
