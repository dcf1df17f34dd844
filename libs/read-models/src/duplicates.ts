import {
  type ContactPointEvent,
  type EndUserEvent,
  foldedName,
  type InteractionEvent,
  idInStream,
  type Recorded,
  type Resolution,
  type SettingsEvent,
  sharedKeys,
  type TicketEvent,
} from '@kith/domain';
import {
  addPlace,
  addPoint,
  addSibling,
  erasure,
  forgetNameKey,
  forgetPoints,
  forgetSiblings,
  meet,
  namePoints,
  noteKey,
  noteKeys,
  noteName,
  noteNamed,
  noteSiblings,
  type OfProfile,
  organizations,
  placeOf,
  removePoint,
  setNameKey,
} from './duplicate-rows';
import { settleDuplicates } from './duplicate-settle';
import { nothing, projection } from './projection';
import type { Statement } from './statement';

/**
 * Who may be one person, and why: what each profile can have in common with others, and a row for every two that do.
 * Profiles are taken as they are: who is merged, gone or declared different is known elsewhere, and left out by whoever reads.
 * What more than `mostSharing` profiles share pairs none of them, as long as that is so.
 */
export const duplicates = projection<ContactPointEvent | EndUserEvent | InteractionEvent | SettingsEvent | TicketEvent>({
  name: 'duplicates',
  tables: ['duplicate_name', 'duplicate_point', 'duplicate_sibling', 'duplicate_stale', 'duplicate_evidence'],
  on: {
    ContactPointAttached: (event) => (event.erased ? [] : attached(event)),
    ContactPointVerified: nothing,
    ContactPointReleased: ({ stream, metadata: { tenant }, data: { endUserId } }) => {
      const point = { tenant, endUserId, pointId: idInStream(stream) };
      return [noteKey(point), noteNamed(point), removePoint(point)];
    },
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    // Before, there was no name.
    EndUserCreated: (event) => (event.erased || event.data.name === undefined ? [] : renamed(event, event.data.name).slice(1)),
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: (event) => (event.erased || event.data.name === undefined ? [] : renamed(event, event.data.name)),
    EndUserErased: (event) => erasedIn(event),
    EndUserErasureCertified: nothing,
    EndUserTagged: nothing,
    EndUserUntagged: nothing,
    EndUserNoted: nothing,
    PrimaryContactPointChosen: nothing,
    EndUserSuspended: nothing,
    EndUserReinstated: nothing,
    EndUserDeleted: nothing,
    EndUserRestored: nothing,
    OrganizationJoined: joined,
    OrganizationLeft: ({ stream, metadata: { tenant }, data: { organizationId } }) => {
      const place = { tenant, endUserId: idInStream(stream), pointId: placeOf(organizationId) };
      return [noteNamed(place), removePoint(place)];
    },
    DefaultOrganizationChosen: nothing,
    MergeReserved: nothing,
    MergeRefused: nothing,
    MergeReservationReleased: nothing,
    EndUserMerged: nothing,
    EndUserAbsorbed: nothing,
    EndUserSeparated: nothing,
    EndUserUnmerged: nothing,
    EndUsersDeclaredDifferent: nothing,
    DifferenceWithdrawn: nothing,

    InteractionRecorded: (event) => met(event, event.data.resolution),
    InteractionAssigned: nothing,

    TicketOpened: (event) => met(event, event.data.resolution),
    TicketRouted: nothing,
    TicketStatusChanged: nothing,
    TicketMovedToOrganization: nothing,
    TicketRequesterCorrected: (event) => met(event, event.data.resolution),

    SettingsChanged: ({ metadata: { tenant }, data: { changes } }) => (changes.siblings ? siblings(tenant, changes.siblings) : []),
  },
  settle: [...settleDuplicates, ...erasure.settle],
});

function attached({
  stream,
  position,
  metadata: { tenant },
  data,
}: Recorded<Extract<ContactPointEvent, { type: 'ContactPointAttached' }>>): readonly Statement[] {
  const keys = sharedKeys(data);
  if (!keys) return [];
  const { endUserId, channel } = data;
  const point = { tenant, endUserId, pointId: idInStream(stream) };
  return [
    addPoint({ tenant, end_user_id: endUserId, point_id: point.pointId, channel, ...keys, position: Number(position) }),
    noteKey(point),
    ...(keys.domain === null ? [] : [noteNamed(point)]),
  ];
}

/** An organization that somebody is a member of counts like a domain at which they have an address. */
function joined({
  stream,
  position,
  metadata: { tenant },
  data: { organizationId },
}: Recorded<Extract<EndUserEvent, { type: 'OrganizationJoined' }>>): readonly Statement[] {
  const [endUserId, pointId] = [idInStream(stream), placeOf(organizationId)];
  const place = { tenant, end_user_id: endUserId, point_id: pointId, channel: organizations, key: pointId, domain: organizationId, position: Number(position) };
  return [addPlace(place), noteNamed({ tenant, endUserId, pointId })];
}

function renamed({ stream, position, metadata: { tenant } }: Recorded, to: string | null): readonly Statement[] {
  const profile: OfProfile = { tenant, endUserId: idInStream(stream) };
  const name = to === null ? undefined : foldedName(to);
  const kept = name === undefined ? forgetNameKey(profile) : setNameKey({ tenant, end_user_id: profile.endUserId, name, position: Number(position) });
  return [noteName(profile), kept, namePoints({ ...profile, name: name ?? null }), noteName(profile)];
}

/** Whatever it could have in common with others is gone, but for the organizations that it was in. */
function erasedIn(event: Recorded): readonly Statement[] {
  const profile: OfProfile = { tenant: event.metadata.tenant, endUserId: idInStream(event.stream) };
  return [...erasure.note({ tenant: profile.tenant, id: profile.endUserId }), noteKeys(profile), ...renamed(event, null), forgetPoints(profile)];
}

/** @param resolution absent where nobody was looked for */
function met({ position, metadata: { tenant } }: Recorded, resolution: Resolution | undefined): readonly Statement[] {
  return (resolution?.possibleDuplicates ?? []).flatMap(({ endUserIds, pointIds }) => {
    const [lower_id, higher_id] = [...endUserIds].sort() as [string, string];
    if (lower_id === higher_id) return [];
    return [meet({ tenant, key: [...pointIds].sort().join(' '), rule: 'met-in-interaction', lower_id, higher_id, position: Number(position) })];
  });
}

function siblings(tenant: string, pairs: readonly (readonly [string, string])[]): readonly Statement[] {
  const both = pairs.flatMap(([one, other]) => [
    { tenant, channel: one, sibling: other },
    { tenant, channel: other, sibling: one },
  ]);
  return [forgetSiblings({ tenant }), addSibling({ tenant, channel: '', sibling: '' }), ...both.map(addSibling), noteSiblings({ tenant })];
}
