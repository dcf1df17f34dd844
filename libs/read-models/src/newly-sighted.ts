import type { Reads } from './cluster-rows';
import type { Prepared } from './read-database';
import type { ShownEndUser } from './shown-end-user';
import { CanonicalOrganizations, CanonicalOrganizationsHandler } from './sight';
import { type Params, query } from './statement';

interface LimitedKey {
  readonly key_id: string;
  readonly organizations: string | null;
}

const limitedKeys = query((db, p: Params<{ tenant: string; at: string }>) =>
  db
    .selectFrom('api_key')
    .select(['key_id', 'organizations'])
    .where('tenant', '=', p.tenant)
    .where('organizations', 'is not', null)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.at)]))
    .orderBy('position'),
);

/** Whom a merge shows more than they see now. */
export class NewlySighted {
  private readonly keys: Prepared<{ tenant: string; at: string }, LimitedKey>;
  private readonly canonical: CanonicalOrganizationsHandler;

  constructor(database: Reads) {
    this.keys = database.prepare(limitedKeys);
    this.canonical = new CanonicalOrganizationsHandler(database);
  }

  /**
   * Ids of the keys that are limited to organizations and see what comes of a merge, but not all that it is made of: oldest first.
   * @param before the two as they are now @param after what comes of them @param at RFC 3339 UTC
   */
  async by(tenant: string, before: readonly ShownEndUser[], after: ShownEndUser, at: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { key_id, organizations } of await this.keys({ tenant, at })) {
      const theirs = await this.canonical.execute(new CanonicalOrganizations(tenant, JSON.parse(organizations ?? '[]') as string[]));
      const sees = (shown: ShownEndUser) => shown.organizations.some(({ canonicalId }) => theirs.has(canonicalId));
      if (sees(after) && !before.every(sees)) found.push(key_id);
    }
    return found;
  }
}
