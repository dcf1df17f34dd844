import type { SQLInputValue } from 'node:sqlite';
import { type AccessFilter, idBounds } from '@kith/application';

/** A statement and its values, in the order of its question marks. */
export interface ListStatement {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

/**
 * Lists entries, the newest first. Each goes by an index in the order of its answer: SQLite knows nothing of how many entries a key or a kind
 * has, would read all of the tenant's, and hold everything else up meanwhile.
 */
export function listStatement(tenant: string, filter: AccessFilter, before: string | undefined, limit: number): ListStatement {
  const { low, high } = idBounds(filter, before);
  const { endUserId, keyId, kind } = filter;
  const conditions = [...(keyId === undefined ? [] : ['AND e.key_id = ?']), ...(kind === undefined ? [] : ['AND e.kind = ?'])].join(' ');
  const values = [...(keyId === undefined ? [] : [keyId]), ...(kind === undefined ? [] : [kind]), limit];
  if (endUserId === undefined)
    return {
      text: `SELECT e.entry FROM access_entry e ${indexFor(keyId, kind)} WHERE e.tenant = ? AND e.id >= ? AND e.id < ? ${conditions} ORDER BY e.id DESC LIMIT ?`,
      values: [tenant, low, high, ...values],
    };
  // A cross join keeps its order: what was shown of one person is little.
  return {
    text: `
      SELECT e.entry FROM access_subject s CROSS JOIN access_entry e ON e.tenant = s.tenant AND e.id = s.id
      WHERE s.tenant = ? AND s.end_user_id = ? AND s.id >= ? AND s.id < ? ${conditions} ORDER BY s.id DESC LIMIT ?`,
    values: [tenant, endUserId, low, high, ...values],
  };
}

function indexFor(keyId: string | undefined, kind: string | undefined): string {
  if (keyId === undefined) return kind === undefined ? '' : 'INDEXED BY access_entry_kind';
  return kind === undefined ? 'INDEXED BY access_entry_key' : 'INDEXED BY access_entry_key_kind';
}
