import { type Caller, read, signalOf } from './caller';
import type { components } from './schema';
import type { ReadOptions } from './types';

type Schemas = components['schemas'];

/** How the engine is, and what its operators can do about it. */
export class Operations {
  constructor(private readonly caller: Caller) {}

  /** How far each projection is, and how a rebuild goes. @example const { items, rebuild } = await kith.operations.projections(); */
  projections(options?: ReadOptions): Promise<Schemas['ProjectionsAnswer']> {
    return read(this.caller.api.GET('/v1/operations/projections', signalOf(options)));
  }

  /** Tries a stopped projection again, now. @example await kith.operations.retry('contact-lookup'); */
  async retry(name: string, options?: ReadOptions): Promise<void> {
    await read(this.caller.api.POST('/v1/operations/projections/{name}/retry', { params: { path: { name } }, ...signalOf(options) }));
  }

  /** Builds all read models anew, beside the ones that serve. @example await kith.operations.rebuild(); */
  rebuild(options?: ReadOptions): Promise<Schemas['RebuildAnswer']> {
    return read(this.caller.api.POST('/v1/operations/projections/rebuild', signalOf(options)));
  }
}
