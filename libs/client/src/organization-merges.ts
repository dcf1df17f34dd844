import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { components, operations } from './schema';
import type { ReadOptions, WriteOptions, Written } from './types';

type Schemas = components['schemas'];

/** Which merges of organizations a list shows. */
export type OrganizationMergeFilter = Omit<NonNullable<operations['OrganizationMerges_list']['parameters']['query']>, 'cursor'>;

/** Organizations that are one, linked. */
export class OrganizationMerges {
  constructor(private readonly caller: Caller) {}

  /**
   * Merges two organizations; whatever id is asked for, the survivor answers from here on.
   * @example const { id, survivor } = await kith.organizationMerges.create({ survivorId, mergedId, reason: 'one company' });
   * @throws KithProblem `organizations-already-merged`, `organization-deleted`
   */
  create(merge: Schemas['MergeOrganizationsDto'], options?: WriteOptions): Promise<Written<Schemas['MergedOrganizationsAnswer']>> {
    return written(this.caller.api.POST('/v1/organization-merges', { body: merge, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /**
   * Undoes a merge; the merged organization comes back as it was.
   * @example const { merged } = await kith.organizationMerges.undo(id, { reason: 'two companies' });
   * @throws KithProblem `merge-not-found`
   */
  undo(
    id: string,
    { alone, reason, ...options }: WriteOptions & { readonly alone?: boolean; readonly reason?: string } = {},
  ): Promise<Written<Schemas['UnmergedOrganizationsAnswer']>> {
    const body = { ...(alone !== undefined && { alone }), ...(reason !== undefined && { reason }) };
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/organization-merges/{id}/unmerge', init));
  }

  /**
   * Lists merges of organizations, undone ones too, the latest first; of one organization on either side.
   * @example for await (const { id, status } of kith.organizationMerges.list({ organizationId })) console.log(id, status);
   */
  list({ signal, ...filter }: ReadOptions & OrganizationMergeFilter = {}): Listed<Schemas['OrganizationMergeAnswer']> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/organization-merges', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }
}
