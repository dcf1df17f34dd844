import {
  type ContactPointEvent,
  type DomainEvent,
  type EndUserEvent,
  type EndUserProfileChanged,
  type Event,
  type FieldValue,
  type InteractionEvent,
  idInStream,
  type Recorded,
} from '@kith/domain';
import { forgetPersonalBlanks, noteBlanks } from './end-user-blanks';
import { link, linksChanged, survivorChanged, tagsChanged, unlink } from './end-user-links';
import { defaultChosen, forgetOrganizations, joined, left, membersChanged } from './end-user-organizations';
import {
  addTag,
  attach,
  changed,
  choosePrimary,
  create,
  drawNumber,
  edited,
  forgetOwn,
  forgetUnassigned,
  markDeleted,
  markErased,
  markRestored,
  type OfEndUser,
  type OfPoint,
  release,
  rememberUnassigned,
  removeField,
  removeTag,
  seen,
  seenAs,
  seenWhenAssigned,
  setField,
  setName,
  setStatus,
  setValue,
  verify,
  wentOn,
} from './end-user-rows';
import { noteErased } from './erased-end-users';
import { flag, nothing, projection } from './projection';
import { searchChanged, settleSearch } from './search-index';
import { searchedName, searchedPoint } from './search-text';
import { settleClusters } from './settle-clusters';
import type { Statement } from './statement';

/**
 * The profile of each end user, with its contact points and when it was last heard of, and what it is searched by.
 * Who is erased stays as the bare id with status `erased`; a contact point whose key is destroyed makes no row.
 * `createdAt` and `updatedAt` tell when it was recorded; `since` and `lastInteractionAt` are business time.
 */
export const endUserProfile = projection<ContactPointEvent | EndUserEvent | InteractionEvent>({
  name: 'end-user-profile',
  tables: [
    'last_number',
    'end_user',
    'end_user_tag',
    'erased_end_user',
    'erased_stale',
    'end_user_field',
    'end_user_primary',
    'end_user_contact_point',
    'unassigned_interaction',
    'search_stale',
    'search_name',
    'search_point',
    'search_channel',
    'search_tag',
    'cluster_stale',
    'end_user_blank',
    'end_user_organization',
    'end_user_default',
    'organization_member',
    'organization_size',
  ],
  on: {
    EndUserCreated: (event) => created(event),
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: (event) => [...changes(event), edited(ownChange(event))],
    EndUserTagged: (event) => [
      ...tags(event).map((tag) => addTag({ ...tag, position: Number(event.position) })),
      ...tagBlanks(event, true),
      edited(ownChange(event)),
    ],
    EndUserUntagged: (event) => [...tags(event).map(removeTag), ...tagBlanks(event, null), edited(ownChange(event))],
    EndUserNoted: (event) => [edited(ownChange(event))],
    PrimaryContactPointChosen: (event) => {
      const { tenant, id } = ownOf(event);
      const { channel, contactPointId } = event.data;
      return [choosePrimary({ tenant, end_user_id: id, channel, point_id: contactPointId }), edited(ownChange(event))];
    },
    EndUserSuspended: (event) => [setStatus({ ...ownOf(event), status: 'suspended' }), membersChanged(ownOf(event)), edited(ownChange(event))],
    EndUserReinstated: (event) => [setStatus({ ...ownOf(event), status: 'active' }), membersChanged(ownOf(event)), edited(ownChange(event))],
    EndUserDeleted: (event) => [...markDeleted(ownOf(event)), membersChanged(ownOf(event)), edited(ownChange(event))],
    OrganizationJoined: (event) => [...joined(ownOf(event), event), edited(ownChange(event))],
    OrganizationLeft: (event) => [...left(ownOf(event), event), edited(ownChange(event))],
    DefaultOrganizationChosen: (event) => [defaultChosen(ownOf(event), event), edited(ownChange(event))],
    MergeReserved: (event) => [wentOn(ownChange(event))],
    MergeRefused: (event) => [wentOn(ownChange(event))],
    MergeReservationReleased: (event) => [wentOn(ownChange(event))],
    EndUserMerged: (event) => {
      const own = ownOf(event);
      const { survivorId, mergeId } = event.data;
      const { at, position } = ownChange(event);
      return [
        link({ ...own, survivorId, mergeId, position }),
        edited(ownChange(event)),
        changed({ tenant: own.tenant, id: survivorId, at, position }),
        linksChanged(own),
      ];
    },
    EndUserAbsorbed: (event) => [wentOn(ownChange(event))],
    EndUserSeparated: (event) => [wentOn(ownChange(event))],
    EndUserUnmerged: (event) => {
      const own = ownOf(event);
      const { at, position } = ownChange(event);
      return [survivorChanged({ ...own, at, position }), unlink(own), edited(ownChange(event)), linksChanged(own)];
    },
    EndUsersDeclaredDifferent: (event) => [wentOn(ownChange(event))],
    DifferenceWithdrawn: (event) => [wentOn(ownChange(event))],
    EndUserErased: (event) => {
      const own = ownOf(event);
      return [
        noteErased(own),
        markErased({ ...own, scope: event.data.scope }),
        ...[...forgetOwn, forgetPersonalBlanks].map((forget) => forget(own)),
        ...forgetOrganizations(own),
        edited(ownChange(event)),
        searchChanged({ ...own, part: 'name' }),
        searchChanged({ ...own, part: 'points' }),
        tagsChanged(own),
      ];
    },
    EndUserErasureCertified: (event) => [wentOn(ownChange(event))],
    EndUserRestored: (event) => [...markRestored(ownOf(event)), membersChanged(ownOf(event)), edited(ownChange(event))],

    ContactPointAttached: (event) => [...(event.erased ? [] : [attach(pointRow(event))]), ...pointsChanged(event)],
    ContactPointVerified: (event) => [verify(pointOf(event)), changed(changeBy(event))],
    ContactPointReleased: (event) => {
      const { endUserId, cause, to } = event.data;
      const { tenant } = event.metadata;
      const gained = cause === 'corrected' && to !== undefined;
      return [
        release(pointOf(event)),
        ...pointsChanged(event),
        ...(gained ? [seenAs({ tenant, id: to, otherId: endUserId, position: Number(event.position) })] : []),
      ];
    },
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    InteractionRecorded: ({ stream, position, metadata: { tenant, occurredAt }, data: { endUserId } }) =>
      endUserId === null
        ? [rememberUnassigned({ tenant, id: idInStream(stream), occurred_at: occurredAt })]
        : [seen({ tenant, id: endUserId, at: occurredAt, position: Number(position) })],
    InteractionAssigned: ({ stream, position, metadata: { tenant }, data: { endUserId } }) => {
      const id = idInStream(stream);
      return [seenWhenAssigned({ tenant, id, endUserId, position: Number(position) }), forgetUnassigned({ tenant, id })];
    },
  },
  settle: [...settleClusters, ...settleSearch],
});

type Created = Recorded<Extract<DomainEvent, { type: 'EndUserCreated' }>>;
type Attached = Recorded<Extract<DomainEvent, { type: 'ContactPointAttached' }>>;
type OnPoint = Pick<Recorded, 'stream' | 'position' | 'metadata'> & { readonly data: { readonly endUserId: string } };

function created(event: Created): readonly Statement[] {
  const { position, erased, metadata, data, revision } = event;
  const { name, details, notes, tags: given = [], fields = {} } = erased ? {} : data;
  const own = ownOf(event);
  const row = create({
    ...own,
    status: erased ? 'erased' : 'active',
    status_before: erased ? 'active' : null,
    origin: data.origin,
    name: name ?? null,
    searched_name: name === undefined ? null : searchedName(name),
    locale: data.locale ?? null,
    time_zone: data.timeZone ?? null,
    details: details ?? null,
    notes: notes ?? null,
    created_at: metadata.recordedAt,
    revision,
    position: Number(position),
  });
  return [
    drawNumber({ tenant: own.tenant }),
    row,
    ...given.map((tag) => addTag({ ...tagOf(own, tag), position: Number(position) })),
    ...fieldChanges(own, fields),
    searchChanged({ ...own, part: 'name' }),
    searchChanged({ ...own, part: 'points' }),
  ];
}

/** Locale and time zone are no personal data: they are known of an erased profile, too. */
function changes(event: Recorded<EndUserProfileChanged>): readonly Statement[] {
  const own = ownOf(event);
  const { locale, timeZone, name, details, notes, fields = {} } = event.erased ? { locale: event.data.locale, timeZone: event.data.timeZone } : event.data;
  const values = Object.entries({ locale, timeZone, details, notes }) as readonly [keyof typeof setValue, string | null | undefined][];
  return [
    ...(name === undefined
      ? []
      : [setName({ ...own, name, searched: name === null ? null : searchedName(name) }), searchChanged({ ...own, part: 'name' }), membersChanged(own)]),
    ...values.flatMap(([field, value]) => (value === undefined ? [] : [setValue[field]({ ...own, value })])),
    ...fieldChanges(own, fields),
    ...noteBlanks(own, event.position, { name, ...Object.fromEntries(values), ...prefixed('fields', Object.entries(fields)) }),
  ];
}

const fieldChanges = ({ tenant, id }: OfEndUser, fields: Readonly<Record<string, FieldValue | null>>): readonly Statement[] =>
  Object.entries(fields).map(([name, value]) => {
    const field = { tenant, end_user_id: id, name };
    return value === null ? removeField(field) : setField({ ...field, value: JSON.stringify(value) });
  });

const tags = (event: Recorded<Event<string, { tags: readonly string[] }>>) => (event.erased ? [] : event.data.tags.map((tag) => tagOf(ownOf(event), tag)));

/** Tags that were put on or taken off. @param value null for the latter */
const tagBlanks = (event: Recorded<Event<string, { tags: readonly string[] }>>, value: true | null): readonly Statement[] => {
  const own = ownOf(event);
  const given = tags(event).map(({ tag }) => [tag, value] as const);
  return [...noteBlanks(own, event.position, prefixed('tags', given)), tagsChanged(own)];
};

const prefixed = (of: 'fields' | 'tags', values: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(values.map(([name, value]) => [`${of}.${name}`, value]));

const tagOf = ({ tenant, id }: OfEndUser, tag: string) => ({ tenant, end_user_id: id, tag: tag.normalize('NFC') });

function pointRow({ stream, position, metadata: { tenant, occurredAt }, data }: Attached) {
  const { endUserId, channel, scope, key, value, verified } = data;
  return {
    tenant,
    end_user_id: endUserId,
    point_id: idInStream(stream),
    channel,
    scope,
    key,
    value,
    searched: searchedPoint({ key, value }),
    verified: flag(verified),
    since: occurredAt,
    position: Number(position),
  };
}

const ownOf = ({ stream, metadata: { tenant } }: Pick<Recorded, 'stream' | 'metadata'>): OfEndUser => ({ tenant, id: idInStream(stream) });

const ownChange = (event: Recorded<Event>) => ({
  ...ownOf(event),
  at: event.metadata.recordedAt,
  revision: event.revision,
  position: Number(event.position),
});

const pointOf = ({ stream, metadata: { tenant }, data: { endUserId } }: OnPoint): OfPoint => ({ tenant, endUserId, pointId: idInStream(stream) });

const changeBy = ({ position, metadata: { tenant, recordedAt }, data: { endUserId } }: OnPoint) => ({
  tenant,
  id: endUserId,
  at: recordedAt,
  position: Number(position),
});

const pointsChanged = (event: OnPoint): readonly Statement[] => {
  const { tenant, id } = changeBy(event);
  return [changed(changeBy(event)), searchChanged({ tenant, id, part: 'points' })];
};
