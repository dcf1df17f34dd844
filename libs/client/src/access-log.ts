import { type Caller, read, signalOf } from './caller';
import { type Listed, listed } from './pages';
import type { operations } from './schema';
import type { AccessNote, ReadOptions } from './types';

/** Which notes a list shows. */
export type AccessFilter = NonNullable<operations['AccessLog_list']['parameters']['query']>;

/** Who was shown which personal data, where the settings say that it is noted. */
export class AccessLog {
  constructor(private readonly caller: Caller) {}

  /**
   * Notes, the latest first: of an end user, by a key, of a kind, of a time.
   * @example for await (const { at, clientName, onBehalfOf, operation } of kith.accessLog.list({ endUserId: id })) console.log(at, onBehalfOf ?? clientName, operation);
   */
  list({ signal, ...filter }: ReadOptions & Omit<AccessFilter, 'cursor'> = {}): Listed<AccessNote> {
    return listed((cursor) => {
      const query = { ...filter, ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/access-log', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }
}
