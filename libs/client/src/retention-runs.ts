import { type Caller, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { NewRetentionRun, ReadOptions, RetentionPreview, RetentionRun, StartedRetentionRun, WriteOptions, Written } from './types';

/** End users of whom nothing was heard for long, erased by a rule. */
export class RetentionRuns {
  constructor(private readonly caller: Caller) {}

  /**
   * Whom a run would erase. Writes nothing.
   * @example const { expected, endUsers, kept } = await kith.retentionRuns.preview('2021-03-03T00:00:00Z');
   */
  preview(withoutContactSince: string, options?: ReadOptions): Promise<RetentionPreview> {
    return read(this.caller.api.POST('/v1/retention-runs/preview', { body: { withoutContactSince }, headers: this.caller.reading, ...signalOf(options) }));
  }

  /**
   * Erases whom the preview told, for good; never more of them than `expected`.
   * @example const { id } = await kith.retentionRuns.start({ withoutContactSince, expected });
   * @throws KithProblem `state-changed` when by now they are more or fewer
   */
  start(run: NewRetentionRun, options?: WriteOptions): Promise<Written<StartedRetentionRun>> {
    return written(this.caller.api.POST('/v1/retention-runs', { body: run, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** How far a run is. @example const { status, erased, certified } = await kith.retentionRuns.find(id); */
  find(id: string, options?: ReadOptions): Promise<RetentionRun> {
    return read(this.caller.api.GET('/v1/retention-runs/{id}', { params: { path: { id } }, headers: this.caller.reading, ...signalOf(options) }));
  }

  /** Lists runs, the latest first. @example for await (const { status, erased } of kith.retentionRuns.list()) console.log(status, erased); */
  list({ signal, limit }: ReadOptions & { readonly limit?: number } = {}): Listed<RetentionRun> {
    return listed((cursor) => {
      const query = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
      return read(this.caller.api.GET('/v1/retention-runs', { params: { query }, headers: this.caller.reading, ...signalOf(signal ? { signal } : {}) }));
    });
  }

  /** Erases nobody more by a run; who is erased stays so. @example await kith.retentionRuns.cancel(id); */
  cancel(id: string, options?: WriteOptions): Promise<Written> {
    const init = { params: { path: { id } }, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/retention-runs/{id}/cancel', init));
  }
}
