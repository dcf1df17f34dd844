import { type Actor, defaultSettings, type Settings, type SettingsChanges, type SettingsEvent, settings, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { withoutPersonal } from '../personal-data';
import { Runner } from '../run';

/** One change of the settings: what, by whom, and from which place of the log on it holds. */
export interface SettingsVersion {
  readonly version: number;
  readonly changes: SettingsChanges;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly position: bigint;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
}

/** Events that are read at a time. */
const pageLimit = 500;

/** What the settings of a tenant were. Their stream is the history: version n is its nth event. */
@Injectable()
export class SettingsHistory {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Runner) private readonly runner: Runner,
  ) {}

  /** At most so many changes, the latest first. @param before only versions below this one */
  async versions(tenant: string, { before, limit }: { readonly before?: number; readonly limit: number }): Promise<readonly SettingsVersion[]> {
    const stream = streamOf.settings(tenant);
    const present = (await this.runner.load(settings, stream)).state.version;
    const last = Math.min(before === undefined ? present : before - 1, present);
    const first = Math.max(1, last - limit + 1);
    if (last < 1) return [];
    const events = await this.store.readStream(stream, { from: first - 1, limit: last - first + 1 });
    return events.map(versionOf).reverse();
  }

  /** The settings as that change left them; undefined for a version that was never reached. 0 is the defaults. */
  async atVersion(tenant: string, version: number): Promise<Settings | undefined> {
    const found = await this.folded(tenant, ({ revision }) => revision < version);
    return found.version === version ? found : undefined;
  }

  /** The settings in effect at a place of the log: that of the last change up to it. */
  atPosition(tenant: string, position: bigint): Promise<Settings> {
    return this.folded(tenant, (event) => event.position <= position);
  }

  private async folded(tenant: string, counts: (event: StoredEvent) => boolean): Promise<Settings> {
    let state = defaultSettings;
    for (let from = 0; ; from += pageLimit) {
      const page = await this.store.readStream(streamOf.settings(tenant), { from, limit: pageLimit });
      for (const event of page) {
        if (!counts(event)) return state;
        state = settings.evolve(state, withoutPersonal(event) as SettingsEvent);
      }
      if (page.length < pageLimit) return state;
    }
  }
}

function versionOf(stored: StoredEvent): SettingsVersion {
  const { version, changes } = (withoutPersonal(stored) as SettingsEvent).data;
  const { recordedAt, actor, onBehalfOf } = stored.metadata;
  return { version, changes, at: recordedAt, position: stored.position, actor, onBehalfOf: onBehalfOf ?? null };
}
