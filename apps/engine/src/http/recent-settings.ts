import { Clock, SettingsReader } from '@kith/application';
import type { Settings } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';

/** How long settings that were read are believed by lookups, in milliseconds. Commands read them anew each time. */
const believedMs = 1_000;

/** The settings for lookups, which would spend more time on reading them than on the answer. */
@Injectable()
export class RecentSettings {
  private readonly known = new Map<string, { readonly settings: Settings; readonly until: number }>();

  constructor(
    @Inject(SettingsReader) private readonly reader: SettingsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** As they were at most a second ago; a promise only when they must be read. */
  of(tenant: string): Settings | Promise<Settings> {
    const known = this.known.get(tenant);
    return known && known.until > this.clock.now() ? known.settings : this.read(tenant);
  }

  /** Reads them anew: for who has just changed them, or wants to see a change. */
  async read(tenant: string): Promise<Settings> {
    const settings = await this.reader.of(tenant);
    this.known.set(tenant, { settings, until: this.clock.now() + believedMs });
    return settings;
  }
}
