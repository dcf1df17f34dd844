import { isAmbiguousField, pointAsGiven, pointName } from '@kith/application';
import { isObject, type JsonObject } from './json-object';

/** A person as `GET /v1/exports/end-users` tells it. */
type ExportedPerson = JsonObject & { readonly fields: JsonObject } & Readonly<Record<'contactPoints' | 'organizations', readonly JsonObject[]>>;

/** Whether an object is a person that Kith has exported: no other program has all of these. */
export function isExportedPerson(object: JsonObject): object is ExportedPerson {
  const { canonicalId, position, mergedFrom, fields, contactPoints, organizations } = object;
  return (
    typeof canonicalId === 'string' &&
    typeof position === 'string' &&
    Array.isArray(mergedFrom) &&
    isObject(fields) &&
    [contactPoints, organizations].every((list) => Array.isArray(list) && list.every(isObject))
  );
}

/** What an import reads as it stands in an export. */
const asItIs = ['name', 'details', 'notes', 'locale', 'timeZone', 'tags'] as const;

/** What such a line says to whoever imports it, as the table of the same export does: who the person is, and not where and since when it was known. */
export function importedPerson(person: ExportedPerson): JsonObject {
  const { fields, contactPoints: points, organizations, status } = person;
  return {
    ...Object.fromEntries(asItIs.filter((name) => person[name] !== undefined).map((name) => [name, person[name]])),
    fields: fieldsOf(fields),
    contactPoints: points.map(({ channel, scope, ...point }) => ({ channel, scope, value: given(point) })),
    verified: points.filter(({ verified }) => verified === true).map(nameOf),
    primary: points.filter((point) => point.primary === true && isChosen(point, points)).map(nameOf),
    shared: points.filter(({ shared }) => shared === true).map(nameOf),
    organizations: organizations.toSorted((one, other) => rank(one) - rank(other)),
    ...(status === 'suspended' && { suspended: true }),
  };
}

const fieldsOf = (fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [isAmbiguousField(name) ? `${name}:${typeof value === 'string' ? 'text' : typeof value}` : name, value]),
  );

const given = ({ key, value }: JsonObject): unknown => (typeof key === 'string' && typeof value === 'string' ? pointAsGiven({ key, value }) : value);

/** By its key, which is written in one way only. */
const nameOf = ({ channel, scope, key }: JsonObject): string => pointName({ channel: String(channel), scope: String(scope), value: String(key) });

/** Who has one of a channel has no choice there. */
const isChosen = (point: JsonObject, all: readonly JsonObject[]): boolean => all.some((other) => other !== point && other.channel === point.channel);

/** The default organization goes first, which makes it the default. */
const rank = (organization: JsonObject): number => (organization.default === true ? 0 : 1);
