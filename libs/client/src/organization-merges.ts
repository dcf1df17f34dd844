import { type Caller, signalOf, written } from './caller';
import type { components } from './schema';
import type { WriteOptions, Written } from './types';

type Schemas = components['schemas'];

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
}
