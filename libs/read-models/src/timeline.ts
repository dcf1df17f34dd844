import {
  type ContactPointEvent,
  type DifferenceWithdrawn,
  type EndUserEvent,
  type EndUserProfileChanged,
  type EndUsersDeclaredDifferent,
  type Event,
  type InteractionEvent,
  type InteractionRecorded,
  idInStream,
  type Recorded,
} from '@kith/domain';
import { nothing, projection } from './projection';
import type { TimelineEntryTable, TimelineKind } from './tables';
import { add, addMove, close, erasure, forgetMoves, keepOpen, makeMoves, moveTo, passOn } from './timeline-rows';

/**
 * What happened with each end user, as an agent would expect to read it, and the interactions that are still nobody's.
 * Of who is erased the entry stays, without its text.
 * When a contact point turns out to have always been another's, the interactions that came by it go to their timeline.
 */
export const timeline = projection<ContactPointEvent | EndUserEvent | InteractionEvent>({
  name: 'timeline',
  tables: ['timeline_entry', 'timeline_move', 'open_interaction'],
  on: {
    EndUserCreated: (event) => [add(own(event, 'created'))],
    EndUserCreationAbandoned: nothing,
    EndUserProfileChanged: (event) => [add({ ...own(event, 'changed'), what: event.erased ? null : namesOf(event.data) })],
    EndUserTagged: (event) => [add({ ...own(event, 'tagged'), what: event.erased ? null : JSON.stringify(event.data.tags) })],
    EndUserUntagged: (event) => [add({ ...own(event, 'untagged'), what: event.erased ? null : JSON.stringify(event.data.tags) })],
    EndUserNoted: (event) => [add({ ...own(event, 'noted'), summary: event.erased ? null : event.data.note })],
    PrimaryContactPointChosen: (event) => [add({ ...own(event, 'primary-chosen'), point_id: event.data.contactPointId, channel: event.data.channel })],
    EndUserRestored: (event) => [add(reasoned(event, 'restored'))],
    EndUserSuspended: (event) => [add(reasoned(event, 'suspended'))],
    EndUserReinstated: (event) => [add(reasoned(event, 'reinstated'))],
    EndUserDeleted: (event) => [add(reasoned(event, 'deleted'))],
    OrganizationJoined: (event) => [add({ ...own(event, 'organization-joined'), other_id: event.data.organizationId, cause: event.data.cause })],
    OrganizationLeft: (event) => [add({ ...own(event, 'organization-left'), other_id: event.data.organizationId, cause: event.data.cause })],
    DefaultOrganizationChosen: (event) => [add({ ...own(event, 'default-organization-chosen'), other_id: event.data.organizationId })],
    MergeReserved: nothing,
    MergeRefused: nothing,
    MergeReservationReleased: nothing,
    EndUserMerged: (event) => [add({ ...reasoned(event, 'merged'), other_id: event.data.survivorId, merge_id: event.data.mergeId })],
    EndUserAbsorbed: (event) => [add({ ...own(event, 'absorbed'), other_id: event.data.mergedId, merge_id: event.data.mergeId })],
    // On each profile between, too, that no longer counts the one that left.
    EndUserSeparated: (event) => [
      add({ ...reasoned(event, 'separated'), other_id: event.data.mergedId, merge_id: event.data.mergeId, words_of: event.data.mergedId }),
    ],
    EndUserUnmerged: (event) => [add({ ...reasoned(event, 'unmerged'), merge_id: event.data.mergeId })],
    EndUsersDeclaredDifferent: (event) => [add(ofDifference(event, 'declared-different'))],
    DifferenceWithdrawn: (event) => [add(ofDifference(event, 'difference-withdrawn'))],
    EndUserErased: (event) => [add(own(event, 'erased')), ...erasure.note({ tenant: event.metadata.tenant, id: idInStream(event.stream) })],
    EndUserErasureCertified: nothing,

    ContactPointAttached: (event) => [
      add({ ...entry(event, event.data.endUserId, 'contact-point-attached'), point_id: idInStream(event.stream), channel: event.data.channel }),
    ],
    ContactPointVerified: (event) => [add({ ...entry(event, event.data.endUserId, 'contact-point-verified'), point_id: idInStream(event.stream) })],
    ContactPointReleased: (event) => {
      const { endUserId: fromId, cause, to: toId } = event.data;
      const pointId = idInStream(event.stream);
      const released = add({ ...entry(event, fromId, 'contact-point-released'), point_id: pointId, cause });
      if (cause !== 'corrected' || toId === undefined) return [released];
      const move = { tenant: event.metadata.tenant, pointId, fromId, toId };
      return [released, passOn(move), addMove({ ...move, position: Number(event.position) })];
    },
    ContactPointShared: nothing,
    ContactPointUnshared: nothing,

    InteractionRecorded: (event) => {
      const { endUserId } = event.data;
      if (endUserId === null)
        return [
          keepOpen({
            ...happening(event),
            ...place(event),
            ...by(event),
            id: idInStream(event.stream),
            candidates: JSON.stringify(event.data.resolution.candidates),
          }),
        ];
      return [add({ ...entry(event, endUserId, 'interaction'), ...happening(event), interaction_id: idInStream(event.stream) })];
    },
    InteractionAssigned: ({ stream, position, metadata: { tenant }, data: { endUserId } }) => {
      const interaction = { tenant, id: idInStream(stream) };
      return [moveTo({ ...interaction, endUserId, position: Number(position) }), close(interaction)];
    },
  },
  settle: [makeMoves({}), forgetMoves({}), ...erasure.settle],
});

const place = ({ position, metadata: { tenant, occurredAt } }: Recorded) => ({ tenant, occurred_at: occurredAt, position: Number(position) });
const by = ({ metadata: { actor, onBehalfOf } }: Recorded) => ({ actor: `${actor.kind}:${actor.id}`, on_behalf_of: onBehalfOf ?? null });

function entry(event: Recorded<Event>, endUserId: string, kind: TimelineKind): TimelineEntryTable {
  const { tenant, occurred_at, position } = place(event);
  return {
    tenant,
    end_user_id: endUserId,
    occurred_at,
    position,
    kind,
    ...by(event),
    assigned_position: null,
    interaction_id: null,
    point_id: null,
    source: null,
    channel: null,
    via: null,
    direction: null,
    ticket_id: null,
    summary: null,
    what: null,
    outcome: null,
    cause: null,
    reason: null,
    other_id: null,
    merge_id: null,
    words_of: null,
  };
}

const own = (event: Recorded<Event>, kind: TimelineKind): TimelineEntryTable => entry(event, idInStream(event.stream), kind);

/** What a change is about, such as `name` or `fields.plan`. */
function namesOf({ marks: _, fields = {}, ...plain }: EndUserProfileChanged['data']): string {
  return JSON.stringify([...Object.keys(plain), ...Object.keys(fields).map((name) => `fields.${name}`)]);
}

type Reasoned = Recorded<Event<string, { reason?: string }>>;
const reasonOf = ({ erased, data }: Reasoned) => (erased ? null : (data.reason ?? null));

const reasoned = (event: Reasoned, kind: TimelineKind): TimelineEntryTable => ({ ...own(event, kind), reason: reasonOf(event) });

/** Of the profile that was named, whoever stands for it in the log. What is said is under the key of the lower of the two. */
const ofDifference = (event: Recorded<EndUsersDeclaredDifferent | DifferenceWithdrawn>, kind: TimelineKind): TimelineEntryTable => {
  const { endUserId, otherId } = event.data;
  return { ...entry(event, endUserId, kind), reason: reasonOf(event), other_id: otherId, words_of: otherId < endUserId ? otherId : null };
};

function happening({ erased, data }: Recorded<InteractionRecorded>) {
  const { source, channel, via, direction, outcome, contactPointId, ticketId, summary } = data;
  return {
    point_id: contactPointId,
    source,
    channel,
    via,
    direction,
    outcome,
    ticket_id: erased ? null : (ticketId ?? null),
    summary: erased ? null : (summary ?? null),
  };
}
