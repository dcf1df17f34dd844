import { SettingsReader } from '@kith/application';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { atMost } from './at-most';
import { numbersOfTenant } from './end-user-rows';
import { type ExportPage, type ExportStretch, UnknownPlace } from './export-page';
import type { GoldenProfile } from './golden-profile';
import { foundOthers } from './member-rows';
import { OrganizationNames } from './organization-names';
import { PartsOfMany } from './parts-of-many';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import type { ShownContactPoint, ShownEndUser } from './shown-end-user';
import { aloneProfile, isAlone, ShownProfiles, type TenantSettings, unchangedSettings } from './shown-profiles';
import { type Params, query } from './statement';
import type { EndUserTable } from './tables';

/** A person as exports have it: the profile that stands for all others of the person, as it is shown. */
export interface ExportedEndUser extends Omit<ShownEndUser, 'contactPoints'> {
  readonly contactPoints: readonly ExportedContactPoint[];
  /** Of the last event that changed what is shown; decimal. */
  readonly position: string;
}

/** A contact point, and whether several may hold it. */
export interface ExportedContactPoint extends ShownContactPoint {
  readonly shared: boolean;
}

/**
 * A stretch of all persons who are there, each once, in the order in which they were created: who is deleted, erased or merged into another is
 * left out, so that a stretch may have fewer than it looks at.
 * @throws UnknownPlace
 */
export class ExportEndUsers extends Query<ExportPage<ExportedEndUser>> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile', 'organizations', 'contact-lookup'];
  constructor(
    readonly tenant: string,
    readonly stretch: ExportStretch,
  ) {
    super();
  }
}

type Stretch = { readonly tenant: string; readonly after: number; readonly upTo: number; readonly limit: number };
type Row = EndUserTable & { readonly stands_for_others: number };

const lastNumber = query((db, p: Params<{ tenant: string }>) => db.selectFrom('last_number').select('number').where('tenant', '=', p.tenant));
const numberOf = query((db, p: Params<{ tenant: string; id: string }>) =>
  db.selectFrom('end_user').select('number').where('tenant', '=', p.tenant).where('id', '=', p.id),
);
const rowsOf = query((db, p: Params<Stretch>) =>
  db
    .selectFrom('end_user')
    .selectAll()
    .select(foundOthers)
    .where('tenant', '=', p.tenant)
    .where('number', '>', p.after)
    .where('number', '<=', p.upTo)
    .orderBy('number')
    .limit(atMost(p.limit)),
);

@QueryHandler(ExportEndUsers)
export class ExportEndUsersHandler implements IQueryHandler<ExportEndUsers> {
  private readonly lastNumber: Prepared<{ tenant: string }, { number: number }>;
  private readonly numberOf: Prepared<{ tenant: string; id: string }, { number: number }>;
  private readonly rows: Prepared<Stretch, Row>;
  private readonly parts: PartsOfMany;
  private readonly names: OrganizationNames;
  private readonly profiles: ShownProfiles;

  constructor(@Inject(ReadDatabase) database: ReadDatabase, @Inject(SettingsReader) settings: TenantSettings = unchangedSettings) {
    this.lastNumber = database.prepare(lastNumber);
    this.numberOf = database.prepare(numberOf);
    this.rows = database.prepare(rowsOf);
    this.parts = new PartsOfMany(database);
    this.names = new OrganizationNames(database);
    this.profiles = new ShownProfiles(database, settings, this.names);
  }

  async execute({ tenant, stretch: { after, limit } }: ExportEndUsers): Promise<ExportPage<ExportedEndUser>> {
    const place = after === undefined ? undefined : (await this.numberOf({ tenant, id: after }))[0];
    if (after !== undefined && !place) throw new UnknownPlace();
    const [last] = await this.lastNumber({ tenant });
    if (!last) return { items: [], after: null };
    const begin = place ? place.number : last.number - (last.number % numbersOfTenant) - 1;
    const rows = await this.rows({ tenant, after: begin, upTo: last.number, limit });
    const items = await this.shown(tenant, rows.filter(isThere));
    return { items, after: rows.length < limit ? null : ((rows.at(-1)?.id ?? null) as string | null) };
  }

  private async shown(tenant: string, rows: readonly Row[]): Promise<readonly ExportedEndUser[]> {
    const alone = new Map((await this.alone(tenant, rows.filter(isAlone))).map((found) => [found.endUser.id, found]));
    const found: GoldenProfile[] = [];
    for (const row of rows) {
      const one = isAlone(row) ? alone.get(row.id) : await this.profiles.find(tenant, row.id);
      if (one) found.push(one);
    }
    const isShared = await this.parts.sharedPoints(
      tenant,
      found.flatMap(({ endUser: { canonicalId, mergedFrom } }) => [canonicalId, ...mergedFrom]),
    );
    return found.map(({ endUser, position }) => ({
      ...endUser,
      contactPoints: endUser.contactPoints.map((point) => ({ ...point, shared: isShared(point) })),
      position: String(position),
    }));
  }

  /** All that are by themselves, in a few reads. Who was erased meanwhile is left out. */
  private async alone(tenant: string, rows: readonly Row[]): Promise<readonly GoldenProfile[]> {
    const ids = rows.map(({ id }) => id);
    const contactPoints = await this.parts.contactPoints(tenant, ids);
    const [tags, fields, memberships] = [await this.parts.tags(tenant, ids), await this.parts.fields(tenant, ids), await this.parts.memberships(tenant, ids)];
    const joined = ids.flatMap((id) => memberships(id).joined.map((one) => one.organization_id));
    const named = await this.names.of(tenant, joined);
    const erased = await this.parts.erased(tenant, ids);
    return rows
      .filter(({ id }) => !erased.has(id))
      .map((row) =>
        aloneProfile(row, { contactPoints: contactPoints(row.id), tags: tags(row.id), fields: fields(row.id), memberships: memberships(row.id) }, named),
      );
  }
}

/** It stands for a person who is there, even where it is erased by itself and others are not. */
const isThere = ({ survivor_id, status, stands_for_others: others }: Row): boolean =>
  survivor_id === null && (status === 'active' || status === 'suspended' || others === 1);
