import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { operations } from './schema';
import type { CompletedMerge, Merge, MergePreview, MergingPair, NewMerge, ReadOptions, UndoneMerge, UnmergePreview, WriteOptions, Written } from './types';

/** Which merges a list shows. */
export type MergeFilter = NonNullable<operations['Merges_list']['parameters']['query']>;

/** Profiles of one person, linked. */
export class Merges {
  constructor(private readonly caller: Caller) {}

  /**
   * Merges two end users; whatever id is asked for, the survivor answers from here on.
   * @example const { id, survivor, merged } = await kith.merges.create({ survivorId, mergedId, reason: 'same person' });
   * @throws KithProblem `already-merged`, `declared-different`, `end-user-deleted`
   */
  create(merge: NewMerge, options?: WriteOptions): Promise<Written<CompletedMerge>> {
    return written(this.caller.api.POST('/v1/merges', { body: merge, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /**
   * What a merge would do: the golden profile after it, conflicts, and why it would be refused. Writes nothing.
   * @example const { possible, after, conflicts } = await kith.merges.preview({ survivorId, mergedId });
   */
  preview(pair: MergingPair, options?: ReadOptions): Promise<MergePreview> {
    return read(this.caller.api.POST('/v1/merges/preview', { body: pair, headers: this.caller.reading, ...signalOf(options) }));
  }

  /**
   * Undoes a merge; the merged profile comes back as it was.
   * @example const { restored, residue } = await kith.merges.undo(id, { reason: 'two people with one name' });
   * @throws KithProblem `merge-not-found`
   */
  undo(id: string, { alone, reason, ...options }: WriteOptions & { readonly alone?: boolean; readonly reason?: string } = {}): Promise<Written<UndoneMerge>> {
    const body = { ...(alone !== undefined && { alone }), ...(reason !== undefined && { reason }) };
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/merges/{id}/unmerge', init));
  }

  /**
   * What undoing a merge would do. Writes nothing.
   * @example const { merged, survivorAfter } = await kith.merges.previewUndo(id);
   */
  previewUndo(id: string, { alone, ...options }: ReadOptions & { readonly alone?: boolean } = {}): Promise<UnmergePreview> {
    const body = alone === undefined ? {} : { alone };
    const init = { params: { path: { id } }, body, headers: this.caller.reading, ...signalOf(options) };
    return read(this.caller.api.POST('/v1/merges/{id}/unmerge/preview', init));
  }

  /** @example const { at, actor, undone } = await kith.merges.find(id); */
  find(id: string, options?: ReadOptions): Promise<Merge> {
    return read(this.caller.api.GET('/v1/merges/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) }));
  }

  /**
   * Lists merges, the latest first: by actor, reason, rule, end user, time, undone or not.
   * @example for await (const { survivorId, mergedId } of kith.merges.list({ undone: false })) console.log(mergedId, '→', survivorId);
   */
  list({ signal, ...filter }: ReadOptions & Omit<MergeFilter, 'cursor'> = {}): Listed<Merge> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/merges', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }
}
