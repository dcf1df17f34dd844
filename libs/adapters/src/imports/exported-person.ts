import { pointName } from '@kith/application';
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

/** What such a line says to whoever imports it, as the table of the same export does: who the person is, and not where and since when it was known. */
export function importedPerson({
  name,
  details,
  notes,
  locale,
  timeZone,
  tags,
  fields,
  contactPoints: points,
  organizations,
  status,
}: ExportedPerson): JsonObject {
  const said = {
    name,
    details,
    notes,
    locale,
    timeZone,
    tags,
    fields: fieldsOf(fields),
    contactPoints: points.map(({ channel, scope, ...point }) => ({ channel, scope, value: given(point) })),
    verified: points.filter(({ verified }) => verified === true).map(nameOf),
    primary: points.filter((point) => point.primary === true && isChosen(point, points)).map(nameOf),
    shared: points.filter(({ shared }) => shared === true).map(nameOf),
    organizations: organizations.toSorted((one, other) => rank(one) - rank(other)),
    ...(status === 'suspended' && { suspended: true }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** What a name could be taken for that says what the values are, or would lose at its end. */
const ambiguous = /:(?:text|number|boolean)$|\s$/;
const fieldsOf = (fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [ambiguous.test(name) ? `${name}:${typeof value === 'string' ? 'text' : typeof value}` : name, value]),
  );

/** What was dialled without its country is told by its key (ITU-T E.164), so that it is the same wherever it is read. */
const given = ({ key, value }: JsonObject): unknown => (String(key).startsWith('+') && !String(value).trim().startsWith('+') ? key : value);

/** By its key, which is written in one way only. */
const nameOf = ({ channel, scope, key }: JsonObject): string => pointName({ channel: String(channel), scope: String(scope), value: String(key) });

/** Who has one of a channel has no choice there. */
const isChosen = (point: JsonObject, all: readonly JsonObject[]): boolean => all.some((other) => other !== point && other.channel === point.channel);

/** The default organization goes first, which makes it the default. */
const rank = (organization: JsonObject): number => (organization.default === true ? 0 : 1);
