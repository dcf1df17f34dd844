import {
  type EndUserProfile,
  type FieldValue,
  type GivenPoint,
  type ImportProblem,
  longestOrganizationName,
  membershipLimit,
  organizationNameKey,
  Refusal,
  type Settings,
} from '@kith/domain';
import { type IdentifiedPoint, identifyIn } from '../contact-point/contact-points';
import { pointName } from '../exports/point-name';
import type { TenantIdentifiers } from '../identifiers';
import type { ImportedValue, ImportRow } from './import-files';
import { fieldValue, isEndUserRole, languageTag, line, type Read, rowLimits, text, timeZone, yesOrNo } from './row-values';

/** The scope of ids that stand in a column `external_id`: a file does not say which system they are of. */
export const importedExternalScope = 'external';

/** A contact point of a row, and the column that it came from. */
export interface RowPoint extends IdentifiedPoint {
  readonly field: string;
  /** Others may hold it as well, so that it tells nobody by itself. */
  readonly shared?: boolean;
}

/** An organization of a row, by its name as it is given and as it is compared. */
export interface RowOrganization {
  readonly name: string;
  readonly key: string;
}

/** What a row says of one end user. What is absent it does not say. */
export interface UnderstoodRow {
  readonly row: number;
  /** Each once; external ids first, as they are looked up, then in the order of the file. */
  readonly points: readonly RowPoint[];
  /** Tags are in it. */
  readonly profile: EndUserProfile;
  readonly organizations: readonly RowOrganization[];
  readonly suspended?: boolean;
  /** Those of its points that are to be used on their channels. */
  readonly primary: readonly RowPoint[];
}

/** Whether any of its points could tell whom a row means. */
export const isIdentifying = ({ points }: Pick<UnderstoodRow, 'points'>): boolean => points.some(({ shared }) => !shared);

/** A row that comes to nothing. */
export interface FaultyRow {
  readonly row: number;
  readonly problems: readonly ImportProblem[];
}

/** Problems of one row that are told; the first ones of more. */
const toldProblems = 10;

/** What a row says, under the tenant's settings, or all that is wrong with it. Pure. */
export function understoodRow(row: ImportRow, settings: Settings, ids: TenantIdentifiers): UnderstoodRow | FaultyRow {
  const reading = new Reading(row.row, settings, ids);
  for (const { field, code } of row.problems) reading.fault(field, code);
  if (row.problems.length === 0) for (const value of row.values) reading.take(value);
  return reading.end(row.values.length === 0);
}

/** One row as it is read, value by value. */
class Reading {
  private readonly problems: ImportProblem[] = [];
  private readonly profile: Record<string, string> = {};
  private readonly fields = new Map<string, FieldValue>();
  private readonly tags = new Map<string, string>();
  private readonly organizations = new Map<string, RowOrganization>();
  private readonly given: { readonly field: string; readonly point: GivenPoint }[] = [];
  private readonly verified: string[] = [];
  private readonly shared: string[] = [];
  private readonly primary: string[] = [];
  private allVerified = false;
  private suspended?: boolean;

  constructor(
    private readonly row: number,
    private readonly settings: Settings,
    private readonly ids: TenantIdentifiers,
  ) {}

  fault(field: string, code: string): void {
    this.problems.push({ row: this.row, field, code });
  }

  take({ field, value }: ImportedValue) {
    if (field.startsWith('fields.')) return this.custom(field, value);
    if (field.startsWith('contactPoint.')) return this.point(field, value);
    const said = String(value);
    switch (field) {
      case 'name':
        return this.plain(field, said === '' ? { code: 'text-invalid' } : line(said, rowLimits.name));
      case 'details':
      case 'notes':
        return this.plain(field, text(said, rowLimits.text));
      case 'locale':
        return this.plain(field, languageTag(said));
      case 'timeZone':
        return this.plain(field, timeZone(said));
      case 'email':
      case 'phone':
        return this.pointOn(field, field, said);
      case 'externalId':
        return this.pointOn(field, 'external', said, importedExternalScope);
      case 'role':
        return isEndUserRole(said) ? undefined : this.fault(field, 'role-not-end-user');
      case 'tags':
        return this.tag(said);
      case 'organization':
        return this.organization(said);
      case 'verified':
        return this.verify(value);
      case 'primary':
        this.primary.push(said);
        return;
      case 'shared':
        this.shared.push(said);
        return;
      case 'suspended':
        return this.suspend(value);
      default:
        return this.fault(field, 'field-unknown');
    }
  }

  end(isEmpty: boolean): UnderstoodRow | FaultyRow {
    const points = this.identified();
    const primary = this.primary.flatMap((name) => this.named(points, name, 'primary'));
    if (isEmpty && this.problems.length === 0) this.fault('', 'row-empty');
    if (this.tags.size > rowLimits.tags) this.fault('tags', 'profile-limit-reached');
    if (this.fields.size > rowLimits.fields) this.fault('fields', 'profile-limit-reached');
    if (this.organizations.size > membershipLimit) this.fault('organization', 'organization-limit-reached');
    if (this.problems.length > 0) return { row: this.row, problems: this.problems.slice(0, toldProblems) };
    const profile: EndUserProfile = {
      ...this.profile,
      ...(this.tags.size > 0 && { tags: [...this.tags.values()] }),
      ...(this.fields.size > 0 && { fields: Object.fromEntries(this.fields) }),
    };
    const { suspended } = this;
    const organizations = [...this.organizations.values()];
    return { row: this.row, points, profile, organizations, primary, ...(suspended !== undefined && { suspended }) };
  }

  private read<T>(field: string, read: Read<T>): T | undefined {
    if ('value' in read) return read.value;
    this.fault(field, read.code);
    return undefined;
  }

  private plain(field: string, read: Read<string>) {
    const value = this.read(field, read);
    if (value === undefined) return;
    if (Object.hasOwn(this.profile, field) && this.profile[field] !== value) this.fault(field, 'value-repeated');
    this.profile[field] = value;
  }

  private custom(field: string, given: FieldValue) {
    const name = field.slice('fields.'.length);
    if (name === '' || 'code' in line(name, rowLimits.fieldName)) return this.fault(field, 'field-name-invalid');
    const value = this.read(field, fieldValue(given));
    if (value === undefined) return;
    if (this.fields.has(name) && this.fields.get(name) !== value) this.fault(field, 'value-repeated');
    this.fields.set(name, value);
  }

  private tag(said: string) {
    const tag = said === '' ? undefined : this.read('tags', line(said, rowLimits.tag));
    if (tag !== undefined && !this.tags.has(tag.normalize('NFC'))) this.tags.set(tag.normalize('NFC'), tag);
  }

  private organization(said: string) {
    const [name, key] = [said.trim(), said.length > longestOrganizationName ? '' : organizationNameKey(said)];
    if (key === '') return this.fault('organization', said.length > longestOrganizationName ? 'value-too-long' : 'organization-name-invalid');
    if ('code' in line(name, longestOrganizationName)) return this.fault('organization', 'text-invalid');
    if (!this.organizations.has(key)) this.organizations.set(key, { name, key });
  }

  private suspend(value: FieldValue) {
    const suspended = this.read('suspended', yesOrNo(value));
    if (suspended !== undefined) this.suspended = suspended;
  }

  /** Yes or no is of all points of the row; else it is the name of one. */
  private verify(value: FieldValue) {
    const all = yesOrNo(value);
    if ('code' in all) this.verified.push(String(value));
    else this.allVerified = all.value;
  }

  /** `contactPoint.<channel>` or `contactPoint.<channel>.<scope>`; a scope may have dots in it. */
  private point(field: string, value: FieldValue): void {
    const [, channel = '', ...scope] = field.split('.');
    this.pointOn(field, channel, String(value), scope.length > 0 ? scope.join('.') : undefined);
  }

  private pointOn(field: string, channel: string, value: string, scope?: string): void {
    this.given.push({ field, point: { channel, value, ...(scope !== undefined && { scope }) } });
  }

  private identified(): readonly RowPoint[] {
    const known = new Map<string, RowPoint>();
    for (const { field, point } of this.given) {
      const found = this.identify(field, point);
      if (found && !known.has(found.digest)) known.set(found.digest, found);
    }
    const [verified, shared] = [new Set<string>(), new Set<string>()];
    for (const name of this.verified) for (const { digest } of this.named([...known.values()], name, 'verified')) verified.add(digest);
    for (const name of this.shared) for (const { digest } of this.named([...known.values()], name, 'shared')) shared.add(digest);
    if (known.size > rowLimits.points) this.fault('', 'contact-point-limit-reached');
    const points = [...known.values()].map((point) => ({
      ...point,
      verified: this.allVerified || verified.has(point.digest),
      ...(shared.has(point.digest) && { shared: true }),
    }));
    this.limit(points);
    return [...points.filter(({ channel }) => channel === 'external'), ...points.filter(({ channel }) => channel !== 'external')];
  }

  private identify(field: string, point: GivenPoint): RowPoint | undefined {
    try {
      const found = identifyIn(this.settings, this.ids, point, '');
      if ('digest' in found) return { ...found, field };
      this.fault(field, found.rule === 'blocked' ? 'contact-point-blocked' : 'contact-point-invalid');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.fault(field, error.code);
    }
    return undefined;
  }

  /** No more of a channel than the tenant allows, whoever they become. */
  private limit(points: readonly RowPoint[]): void {
    const counts = new Map<string, number>();
    for (const { channel, field, rules } of points) {
      const count = (counts.get(channel) ?? 0) + 1;
      counts.set(channel, count);
      if (count === rules.limit + 1) this.fault(field, 'contact-point-limit-reached');
    }
  }

  /** The point of this row that is meant: as `pointName` writes it, or by its value or key where only one has that. */
  private named(points: readonly RowPoint[], said: string, field: string): readonly RowPoint[] {
    const name = said.trim();
    const exact = points.filter((point) => pointName(point) === name || pointName({ ...point, value: point.key }) === name);
    const found = exact.length > 0 ? exact : points.filter(({ value, key }) => value.trim() === name || key === name);
    if (found.length === 1) return found;
    // What names a point that could not be understood is not at fault itself.
    if (this.problems.length === 0) this.fault(field, 'point-not-in-row');
    return [];
  }
}
