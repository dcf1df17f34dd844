import { type Caller, fetched, read, signalOf, written } from './caller';
import { type Listed, listed } from './pages';
import type { ConditionalWriteOptions, ReadOptions, Settings, SettingsChange, SettingsVersion, Versioned, Written } from './types';

/** The rules of the tenant, versioned. */
export class TenantSettings {
  constructor(private readonly caller: Caller) {}

  /**
   * The settings as they are now, were as a version, or held at a position of the log.
   * @example const { defaultRegion, etag } = await kith.settings.find();
   */
  async find({ version, at, ...options }: ReadOptions & { readonly version?: number; readonly at?: string } = {}): Promise<Versioned<Settings>> {
    const query = { ...(version !== undefined && { version }), ...(at !== undefined && { at }) };
    const { data, response } = await fetched(this.caller.api.GET('/v1/settings', { params: { query }, headers: this.caller.reading, ...signalOf(options) }));
    return { ...(data as Settings), etag: response.headers.get('etag') };
  }

  /** Replaces what is named; the settings are checked as a whole. @example await kith.settings.change({ defaultRegion: 'FR' }); */
  change(change: SettingsChange, options?: ConditionalWriteOptions): Promise<Written<Settings>> {
    return written(this.caller.api.PATCH('/v1/settings', { body: change, headers: this.caller.writing(options), ...signalOf(options) }));
  }

  /** Every change, the latest first. @example for await (const { version, actor } of kith.settings.history()) console.log(version, actor); */
  history({ limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<SettingsVersion> {
    return listed((cursor) => {
      const query = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      return read(this.caller.api.GET('/v1/settings/history', { params: { query }, headers: this.caller.reading, ...signalOf(options) }));
    });
  }
}
