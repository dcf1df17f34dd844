import {
  HeldPointsBehind,
  PersonRecords,
  type ReadingKey,
  type RecordOfProfile,
  type RecordPlace,
  type RecordsAsked,
  SettingsReader,
  type ShownPerson,
} from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { atMost } from './at-most';
import { OrganizationNames } from './organization-names';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { ShownProfiles, type TenantSettings, unchangedSettings } from './shown-profiles';
import { type Params, query } from './statement';
import type { ApiKeyTable } from './tables';

interface Stretch {
  readonly tenant: string;
  readonly profileId: string;
  readonly at: string;
  readonly position: number;
  readonly limit: number;
}
interface RecordRow {
  readonly id: string | null;
  readonly at: string;
  readonly position: number;
}

const interactions = query<Stretch, RecordRow>((db, p: Params<Stretch>) =>
  db
    .selectFrom('timeline_entry')
    .select(['interaction_id as id', 'occurred_at as at', 'position'])
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.profileId)
    .where((eb) => eb(eb.refTuple('occurred_at', 'position'), '>', eb.tuple(p.at, p.position)))
    .where('interaction_id', 'is not', null)
    .orderBy('occurred_at')
    .orderBy('position')
    .limit(atMost(p.limit)),
);
const tickets = query<Stretch, RecordRow>((db, p: Params<Stretch>) =>
  db
    .selectFrom('ticket')
    .select(['id', 'opened_at as at', 'opened_position as position'])
    .where('tenant', '=', p.tenant)
    .where('requester_id', '=', p.profileId)
    .where((eb) => eb(eb.refTuple('opened_at', 'opened_position'), '>', eb.tuple(p.at, p.position)))
    .orderBy('opened_at')
    .orderBy('opened_position')
    .limit(atMost(p.limit)),
);
const keys = query((db, p: Params<{ tenant: string }>) => db.selectFrom('api_key').selectAll().where('tenant', '=', p.tenant).orderBy('position'));

/** What the records rest on. */
const needed: readonly ProjectionName[] = ['access', 'end-user-profile', 'organizations', 'tickets', 'timeline'];

/** How long the read models are waited for, and how often it is looked whether they are there. Milliseconds. */
const patience = { waitMs: 5_000, everyMs: 25 };

/** By the timelines, the list of tickets, and what profiles, organizations and keys are shown as. */
@Injectable()
export class ProjectedPersonRecords extends PersonRecords {
  private readonly listed: { readonly [list in 'interactions' | 'tickets']: Prepared<Stretch, RecordRow> };
  private readonly allKeys: Prepared<{ tenant: string }, ApiKeyTable>;
  private readonly profiles: ShownProfiles;
  private readonly names: OrganizationNames;

  constructor(
    @Inject(ReadDatabase) private readonly database: ReadDatabase,
    @Inject(SettingsReader) settings: TenantSettings = unchangedSettings,
  ) {
    super();
    this.listed = { interactions: database.prepare(interactions), tickets: database.prepare(tickets) };
    this.allKeys = database.prepare(keys);
    this.names = new OrganizationNames(database);
    this.profiles = new ShownProfiles(database, settings, this.names);
  }

  async reached(upTo: bigint): Promise<void> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const reached = await this.database.checkpoints();
      if (needed.every((projection) => (reached.get(projection) ?? 0n) >= upTo)) return;
      if (performance.now() >= end) throw new HeldPointsBehind(upTo);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }

  interactions(asked: RecordsAsked): Promise<readonly RecordOfProfile[]> {
    return this.stretch('interactions', asked);
  }

  tickets(asked: RecordsAsked): Promise<readonly RecordOfProfile[]> {
    return this.stretch('tickets', asked);
  }

  async shown(tenant: string, endUserId: string): Promise<ShownPerson | undefined> {
    const found = await this.profiles.find(tenant, endUserId);
    if (!found) return undefined;
    const { canonicalId, name, locale, timeZone, details, notes, tags, fields, sources } = found.endUser;
    // Whoever asks for a merged profile asks for the person, and that is not merged.
    const status = endUserId === canonicalId ? found.endUser.status : ((await this.profiles.find(tenant, canonicalId))?.endUser.status ?? 'merged');
    return { canonicalId, status, name, locale, timeZone, details, notes, tags, fields, sources };
  }

  async organizationNames(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    return new Map([...(await this.names.of(tenant, ids))].map(([id, { name }]) => [id, name]));
  }

  async keys(tenant: string): Promise<readonly ReadingKey[]> {
    return (await this.allKeys({ tenant })).map((row) => ({
      keyId: row.key_id,
      role: row.role,
      clientName: row.client_name,
      createdAt: row.created_at,
      revokedAt: row.revoked_at,
      expiresAt: row.expires_at,
    }));
  }

  private async stretch(list: 'interactions' | 'tickets', { tenant, profileId, after = beginning, limit }: RecordsAsked): Promise<readonly RecordOfProfile[]> {
    const rows = await this.listed[list]({ tenant, profileId, at: after.at, position: Number(after.position), limit });
    return rows.flatMap(({ id, at, position }) => (id === null ? [] : [{ id, at, position: BigInt(position) }]));
  }
}

/** No time is before it, as text. */
const beginning: RecordPlace = { at: '', position: 0n };
