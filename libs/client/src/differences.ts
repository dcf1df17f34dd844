import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { operations } from './schema';
import type { Declared, Difference, NewDifference, ReadOptions, WriteOptions, Written } from './types';

/** Which declarations a list shows. */
export type DifferenceFilter = NonNullable<operations['Differences_list']['parameters']['query']>;

/** End users that are not one person. */
export class Differences {
  constructor(private readonly caller: Caller) {}

  /**
   * Declares that two end users are different: nobody and nothing merges them, until `until` or for ever.
   * @example await kith.differences.declare({ endUserId: father, otherId: son, reason: 'father and son' });
   */
  declare(difference: NewDifference, options?: WriteOptions): Promise<Written<Declared>> {
    return written(this.caller.api.POST('/v1/differences', { body: difference, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** Takes a declaration back. @example await kith.differences.withdraw(id, { reason: 'it was a typing error' }); */
  withdraw(id: string, { reason, ...options }: WriteOptions & { readonly reason?: string } = {}): Promise<Written> {
    const body = reason === undefined ? {} : { reason };
    const init = { params: { path: { id } }, body, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.DELETE('/v1/differences/{id}', init));
  }

  /** Lists declarations, the latest first. @example for await (const { otherId } of kith.differences.list({ endUserId: id, standing: true })) console.log(otherId); */
  list({ signal, ...filter }: ReadOptions & Omit<DifferenceFilter, 'cursor'> = {}): Listed<Difference> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/differences', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }
}
