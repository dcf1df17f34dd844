import {
  type FieldValue,
  idInStream,
  type OrganizationChanges,
  type OrganizationCreated,
  type OrganizationDetailsChanged,
  type OrganizationEvent,
  type Recorded,
} from '@kith/domain';
import {
  addMerge,
  addTag,
  claim,
  create,
  edited,
  forgetClaims,
  markDeleted,
  merge,
  noteBlanks,
  type OfOrganization,
  removeField,
  removeTag,
  setField,
  setName,
  setRouting,
  setValue,
  undoMerge,
  unmerge,
  wentOn,
} from './organization-rows';
import { flag, projection } from './projection';
import { searchedOrganization } from './search-text';
import type { Statement } from './statement';

/**
 * Organizations, each by itself, and which of them are one. Who is in them is told by the profiles of end users.
 * A deleted one keeps its row: tickets name it for ever. It claims nothing any more.
 */
export const organizations = projection<OrganizationEvent>({
  name: 'organizations',
  tables: ['organization', 'organization_tag', 'organization_field', 'organization_blank', 'organization_domain', 'organization_merge'],
  on: {
    OrganizationCreated: (event) => created(event),
    OrganizationRenamed: (event) => {
      const name = event.erased ? null : event.data.name;
      return [setName({ ...ownOf(event), name, searched: searchedOrganization(name) }), edited(changeOf(event))];
    },
    OrganizationDetailsChanged: (event) => [...(event.erased ? [] : changes(event)), edited(changeOf(event))],
    OrganizationDomainsChanged: (event) => {
      const { tenant, id } = ownOf(event);
      const position = Number(event.position);
      const claims = event.data.domains.map(({ domain, subdomains, except, precedence }) =>
        claim({ tenant, organization_id: id, domain, subdomains: flag(subdomains), excepted: JSON.stringify(except), precedence, position }),
      );
      return [...claims, forgetClaims({ tenant, id, position }), edited(changeOf(event))];
    },
    OrganizationTagged: (event) => [...tagged(event, true), edited(changeOf(event))],
    OrganizationUntagged: (event) => [...tagged(event, null), edited(changeOf(event))],
    OrganizationRoutingChanged: (event) => {
      const { routing } = event.data;
      return [setRouting({ ...ownOf(event), routing: routing && JSON.stringify(routing) }), edited(changeOf(event))];
    },
    OrganizationDeleted: (event) => [markDeleted(ownOf(event)), forgetClaims({ ...ownOf(event), position: Number(event.position) }), edited(changeOf(event))],
    OrganizationMergeReserved: (event) => [wentOn(changeOf(event))],
    OrganizationMergeRefused: (event) => [wentOn(changeOf(event))],
    OrganizationMergeReservationReleased: (event) => [wentOn(changeOf(event))],
    OrganizationMerged: (event) => {
      const { tenant, id } = ownOf(event);
      const { survivorId, mergeId } = event.data;
      const { at, position } = changeOf(event);
      return [
        ...merge({ tenant, id, survivorId, mergeId, at, position }),
        edited(changeOf(event)),
        addMerge({ tenant, id: mergeId, survivor_id: survivorId, merged_id: id, position }),
      ];
    },
    OrganizationAbsorbed: (event) => [wentOn(changeOf(event))],
    OrganizationSeparated: (event) => [wentOn(changeOf(event))],
    OrganizationUnmerged: (event) => {
      const { at, position } = changeOf(event);
      const own = ownOf(event);
      return [...unmerge({ ...own, at, position }), edited(changeOf(event)), undoMerge({ tenant: own.tenant, id: event.data.mergeId })];
    },
  },
});

function created(event: Recorded<OrganizationCreated>): readonly Statement[] {
  const { erased, data, metadata, revision } = event;
  const { name, externalId, details, notes, tags = [], fields = {} } = erased ? { name: undefined } : data;
  const own = ownOf(event);
  const position = Number(event.position);
  const row = create({
    ...own,
    name: name ?? null,
    searched_name: searchedOrganization(name),
    external_id: externalId ?? null,
    details: details ?? null,
    notes: notes ?? null,
    origin: data.origin,
    created_at: metadata.recordedAt,
    revision,
    position,
  });
  return [row, ...tags.map((tag) => addTag({ ...tagOf(own, tag), position })), ...fieldChanges(own, fields)];
}

function changes(event: Recorded<OrganizationDetailsChanged>): readonly Statement[] {
  const own = ownOf(event);
  const { externalId, details, notes, fields = {} } = event.data;
  const values = Object.entries({ externalId, details, notes }) as readonly [keyof typeof setValue, string | null | undefined][];
  return [
    ...values.flatMap(([field, value]) => (value === undefined ? [] : [setValue[field]({ ...own, value })])),
    ...fieldChanges(own, fields),
    ...noteBlanks(own, event.position, { ...Object.fromEntries(values), ...prefixed('fields', Object.entries(fields)) }),
  ];
}

const fieldChanges = ({ tenant, id }: OfOrganization, fields: NonNullable<OrganizationChanges['fields']>): readonly Statement[] =>
  Object.entries(fields).map(([name, value]: [string, FieldValue | null]) => {
    const field = { tenant, organization_id: id, name };
    return value === null ? removeField(field) : setField({ ...field, value: JSON.stringify(value) });
  });

/** @param value null for tags that were taken off */
function tagged(event: Recorded<Extract<OrganizationEvent, { type: `Organization${'Tagged' | 'Untagged'}` }>>, value: true | null): readonly Statement[] {
  if (event.erased) return [];
  const own = ownOf(event);
  const given = event.data.tags.map((tag) => tagOf(own, tag));
  const position = Number(event.position);
  const named = given.map(({ tag }) => [tag, value] as const);
  return [...given.map((tag) => (value === null ? removeTag(tag) : addTag({ ...tag, position }))), ...noteBlanks(own, event.position, prefixed('tags', named))];
}

const prefixed = (of: 'fields' | 'tags', values: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(values.map(([name, value]) => [`${of}.${name}`, value]));

const tagOf = ({ tenant, id }: OfOrganization, tag: string) => ({ tenant, organization_id: id, tag: tag.normalize('NFC') });

const ownOf = ({ stream, metadata: { tenant } }: Pick<Recorded, 'stream' | 'metadata'>): OfOrganization => ({ tenant, id: idInStream(stream) });

const changeOf = (event: Recorded<OrganizationEvent>) => ({
  ...ownOf(event),
  at: event.metadata.recordedAt,
  revision: event.revision,
  position: Number(event.position),
});
