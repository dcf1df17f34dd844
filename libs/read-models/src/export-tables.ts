import { importedExternalScope, pointAsGiven, pointName } from '@kith/application';
import type { ColumnsFound } from './export-columns';
import { type CsvColumn, column, fieldColumn, flagColumn, listColumn } from './export-csv';
import type { ExportedContactPoint, ExportedEndUser } from './export-end-users';
import type { ExportedOrganization } from './export-organizations';
import type { ExportedTicket } from './export-tickets';

type Found = NonNullable<ColumnsFound>;

/** What stands in a file beside the values themselves: whose row it is. An import leaves it out. */
export const idColumn = 'kith_id';

/** Columns of their own for the contact points that every support desk knows. */
const usual = [
  { name: 'email', channel: 'email', scope: '' },
  { name: 'phone', channel: 'phone', scope: '' },
  { name: 'external_id', channel: 'external', scope: importedExternalScope },
] as const;

const isUsual = (point: Found['points'][number]): boolean => usual.some(({ channel, scope }) => channel === point.channel && scope === point.scope);

/** By its key, which is written in one way only. */
const nameOf = (point: ExportedContactPoint): string => pointName({ ...point, value: point.key });

/** Those that an import could not tell from the others of their channel. */
const chosen = ({ contactPoints }: ExportedEndUser): readonly ExportedContactPoint[] =>
  contactPoints.filter((point) => point.primary && contactPoints.some((other) => other !== point && other.channel === point.channel));

const named = ({ organizations }: ExportedEndUser): readonly string[] =>
  [...organizations.filter((one) => one.default), ...organizations.filter((one) => !one.default)].flatMap(({ name }) => (name === null ? [] : [name]));

/** The columns of end users: as support desks name them, and those that an import reads back. */
export function endUserColumns({ points, fields }: Found): readonly CsvColumn<ExportedEndUser>[] {
  const pointColumn = (name: string, channel: string, scope: string) =>
    listColumn<ExportedEndUser>(name, ({ contactPoints }) =>
      contactPoints.filter((point) => point.channel === channel && point.scope === scope).map(pointAsGiven),
    );
  const pointNames = (name: string, which: (endUser: ExportedEndUser) => readonly ExportedContactPoint[]) =>
    listColumn<ExportedEndUser>(name, (endUser) => which(endUser).map(nameOf));
  return [
    column(idColumn, ({ id }) => id),
    column('name', ({ name }) => name),
    ...usual.map(({ name, channel, scope }) => pointColumn(name, channel, scope)),
    ...points.filter((point) => !isUsual(point)).map(({ channel, scope }) => pointColumn(`contact_points.${channel}${scope && `.${scope}`}`, channel, scope)),
    pointNames('verified', ({ contactPoints }) => contactPoints.filter(({ verified }) => verified)),
    pointNames('primary', chosen),
    pointNames('shared', ({ contactPoints }) => contactPoints.filter(({ shared }) => shared)),
    listColumn('tags', ({ tags }) => tags, 'words'),
    listColumn('organization', named),
    column('details', ({ details }) => details),
    column('notes', ({ notes }) => notes),
    column('locale', ({ locale }) => locale),
    column('time_zone', ({ timeZone }) => timeZone),
    flagColumn('suspended', ({ status }) => status === 'suspended'),
    ...fields.map((field) => fieldColumn<ExportedEndUser>(field)),
  ];
}

/** The columns of organizations. */
export const organizationColumns = ({ fields }: Pick<Found, 'fields'>): readonly CsvColumn<ExportedOrganization>[] => [
  column(idColumn, ({ id }) => id),
  column('name', ({ name }) => name),
  column('external_id', ({ externalId }) => externalId),
  listColumn('domains', ({ domains }) => [...new Set(domains.map(({ domain }) => domain))]),
  listColumn('tags', ({ tags }) => tags, 'words'),
  column('details', ({ details }) => details),
  column('notes', ({ notes }) => notes),
  column('members', ({ memberCount }) => memberCount),
  column('queue', ({ routing }) => routing?.queue),
  column('priority', ({ routing }) => routing?.priority),
  column('assignee', ({ routing }) => routing?.assignee),
  column('created_at', ({ createdAt }) => createdAt),
  column('updated_at', ({ updatedAt }) => updatedAt),
  ...fields.map((field) => fieldColumn<ExportedOrganization>(field)),
];

/** The columns of tickets. */
export const ticketColumns: readonly CsvColumn<ExportedTicket>[] = [
  column(idColumn, ({ id }) => id),
  column('source', ({ source }) => source),
  column('source_id', ({ sourceId }) => sourceId),
  column('requester_id', ({ requester }) => requester.canonicalId),
  column('requester_name', ({ requester }) => requester.name),
  column('organization_id', ({ organization }) => organization?.canonicalId),
  column('organization_name', ({ organization }) => organization?.name),
  column('subject', ({ subject }) => subject),
  column('status', ({ status }) => status),
  column('status_since', ({ statusSince }) => statusSince),
  column('channel', ({ channel }) => channel),
  column('via', ({ via }) => via),
  column('language', ({ language }) => language),
  listColumn('tags', ({ tags }) => tags, 'words'),
  flagColumn('first_contact', ({ firstContact }) => firstContact),
  column('queue', ({ route }) => route?.queue),
  column('priority', ({ route }) => route?.priority),
  column('assignee', ({ route }) => route?.assignee),
  column('rule', ({ route }) => route?.rule),
  column('opened_at', ({ openedAt }) => openedAt),
  column('updated_at', ({ updatedAt }) => updatedAt),
];
