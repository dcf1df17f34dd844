import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { components, operations } from './schema';
import type { CompletedMerge, Declared, Duplicate, ReadOptions, WriteOptions, Written } from './types';

type Schemas = components['schemas'];

/** Which suggestions a list shows. */
export type DuplicateFilter = NonNullable<operations['Duplicates_list']['parameters']['query']>;

/** End users who may be one person: suggested, with the reasons. */
export class Duplicates {
  constructor(private readonly caller: Caller) {}

  /**
   * Lists suggestions, the strongest rule first.
   * @example for await (const { id, rule, endUserIds } of kith.duplicates.list()) console.log(id, rule, endUserIds);
   */
  list({ signal, ...filter }: ReadOptions & Omit<DuplicateFilter, 'cursor'> = {}): Listed<Duplicate> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/duplicates', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /**
   * Takes a suggestion up: the two are merged. Unless `survivorId` says who goes on, it is the one that was created first.
   * @example const { survivor } = await kith.duplicates.merge(id, { reason: 'same number' });
   * @throws KithProblem `duplicate-not-found`
   */
  merge(id: string, body: Schemas['MergeDuplicateDto'] = {}, options?: WriteOptions): Promise<Written<CompletedMerge>> {
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/duplicates/{id}/merge', init));
  }

  /** Declares the two different: they are not suggested again. @example await kith.duplicates.dismiss(id, { reason: 'a family' }); */
  dismiss(id: string, body: Schemas['UntilDto'] = {}, options?: WriteOptions): Promise<Written<Declared>> {
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/duplicates/{id}/dismiss', init));
  }
}
