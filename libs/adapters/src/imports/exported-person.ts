import { pointName } from '@kith/application';
import type { JsonObject } from './members';

/** A person as `GET /v1/exports/end-users` tells it. */
type ExportedPerson = JsonObject & { readonly contactPoints: readonly unknown[]; readonly mergedFrom: readonly unknown[] };

/** Whether an object is a person that Kith has exported: no other program has all of these. */
export const isExportedPerson = (object: JsonObject): object is ExportedPerson =>
  typeof object.canonicalId === 'string' && typeof object.position === 'string' && Array.isArray(object.contactPoints) && Array.isArray(object.mergedFrom);

/** What such a line says to whoever imports it, as the table of the same export does: who the person is, and not where and since when it was known. */
export function importedPerson({ name, details, notes, locale, timeZone, tags, fields, contactPoints, organizations, status }: ExportedPerson): JsonObject {
  const points = contactPoints as readonly JsonObject[];
  const said = {
    name,
    details,
    notes,
    locale,
    timeZone,
    tags,
    fields: fieldsOf(fields as JsonObject),
    contactPoints: points.map(({ channel, scope, ...point }) => ({ channel, scope, value: given(point) })),
    verified: points.filter(({ verified }) => verified === true).map(nameOf),
    primary: points.filter((point) => point.primary === true && isChosen(point, points)).map(nameOf),
    shared: points.filter(({ shared }) => shared === true).map(nameOf),
    organizations: Array.isArray(organizations) ? organizations.toSorted((one, other) => rank(one) - rank(other)) : [],
    ...(status === 'suspended' && { suspended: true }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** What a name could be taken for that says what the values are, or would lose at its end. */
const ambiguous = /:(?:text|number|boolean)$|\s$/;
const fieldsOf = (fields: JsonObject = {}): JsonObject =>
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
