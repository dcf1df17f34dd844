import { createDecipheriv } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore, SqliteKeyVault } from '@kith/adapters';
import { type StoredEvent, schemaOf } from '@kith/application';
import canonicalize from 'canonicalize';
import { Client } from 'pg';
import { formsOf } from './planted-people';

/** Where bytes were found, such as the name of a file, and some of what stands around them. */
export interface Found {
  readonly text: string;
  readonly where: string;
  readonly around: string;
}

/** Looks for texts, in every form that they may have, in all files of a folder. Files that go away meanwhile are gone. */
export async function foundInFolder(folder: string, texts: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = bytesOf(path);
    for (const text of texts) {
      found.push(...foundIn(bytes, [text], path.slice(folder.length + 1)));
      // Connections that were closed meanwhile are to be seen to be.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return found;
}

/** The same in some bytes. @param where how they are called in the answer */
export function foundIn(bytes: Buffer, texts: readonly string[], where: string): readonly Found[] {
  return texts.flatMap((text) => {
    const at = formsOf(text)
      .map((form) => bytes.indexOf(form))
      .find((one) => one >= 0);
    return at === undefined ? [] : [{ text, where, around: printable(bytes.subarray(Math.max(0, at - 60), at + 60)) }];
  });
}

/** The same in every row that the databases of a PostgreSQL have, as texts and as bytes. */
export async function foundInPostgres(url: string, texts: readonly string[]): Promise<readonly Found[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: Found[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`SELECT row_to_json(every_column)::text AS row FROM ${name} AS every_column`).catch(goneMeanwhile);
      found.push(...foundIn(Buffer.from(rows.map(({ row }) => row).join('\n')), texts, name));
    }
    return found;
  } finally {
    await client.end();
  }
}

/** An event, and what its sealed part says when one of the keys opens it. */
export interface TriedEvent {
  readonly event: StoredEvent;
  /** Of the key that it names. */
  readonly keyId: string;
  readonly opened: string | undefined;
}

/** Tries every key that is left in a vault on every sealed event of a log, by the sealed form alone, without the program that sealed it. */
export async function withEveryKey(folder: string, masterKey: Uint8Array, keyIds: readonly string[]): Promise<readonly TriedEvent[]> {
  const [store, vault] = [SqliteEventStore.openReadOnly(folder), new SqliteKeyVault({ folder, masterKey })];
  try {
    const keys = (await Promise.all(keyIds.map((id) => vault.find(id)))).flatMap((key) => (key ? [key.secret.subarray(0, 32)] : []));
    const { events } = await store.readAll({ after: 0n, limit: 1_000_000 });
    return events.flatMap((event) => {
      const personal = event.data.personal as { k: string; n: string; c: string } | undefined;
      if (!personal) return [];
      const opened = keys.map((key) => openedWith(key, event, personal)).find((text) => text !== undefined);
      return [{ event, keyId: personal.k, opened }];
    });
  } finally {
    await vault.close();
    await store.close();
  }
}

function openedWith(key: Uint8Array, { stream, type, metadata }: StoredEvent, { n, c }: { n: string; c: string }): string | undefined {
  const bytes = Buffer.from(c, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(n, 'base64url'));
  decipher.setAAD(Buffer.from(canonicalize([metadata.tenant, stream, type, metadata.schema ?? schemaOf(type), metadata.eventId]) ?? ''));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return decipher.update(bytes.subarray(0, -16)).toString('utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

const printable = (bytes: Buffer): string => bytes.toString('latin1').replace(/[^ -~]/g, '·');

/** A schema that a rebuild has replaced is dropped while others look at its tables: it has no row any more. */
function goneMeanwhile(error: unknown): { readonly rows: readonly { readonly row: string }[] } {
  if ((error as { readonly code?: unknown }).code === '42P01') return { rows: [] };
  throw error;
}
