import { aboveOf, type FieldValue, goldenValues, inOrder, type MemberProfile, type Survivorship } from '@kith/domain';
import { inOrderAbsorbed } from './absorbed-order';
import type { ClusterRows, MemberPoint, MemberRow } from './cluster-rows';
import type { NamedOrganization } from './organization-names';
import type { FoundEndUser, ShownContactPoint, ShownEndUser } from './shown-end-user';
import { type OwnMemberships, shownMemberships } from './shown-memberships';
import type { EndUserTable } from './tables';

/** A profile of a cluster with what belongs to it. */
export interface Member extends MemberProfile {
  readonly row: MemberRow;
  /** In the order they were attached. */
  readonly points: readonly MemberPoint[];
  /** The contact points that it chose for a channel each, whoever holds them. */
  readonly choices: ClusterRows['choices'];
  readonly memberships: OwnMemberships;
}

/** Profiles that are shown as one. */
export interface Cluster {
  readonly canonicalId: string;
  readonly members: readonly Member[];
  /** What the organizations of its profiles are shown as. */
  readonly named: ReadonlyMap<string, NamedOrganization>;
}

/** What is shown, and when any of it changed last, in positions of the log. */
export interface GoldenProfile {
  readonly endUser: ShownEndUser;
  readonly position: number;
}

/** The rows of a cluster by profile. */
export function clusterOf(
  { canonicalId, profiles, points, choices, tags, fields, blanks, joined: joins, defaults }: ClusterRows,
  named: Cluster['named'],
): Cluster {
  const [pointsOf, choicesOf, tagsOf, fieldsOf, blanksOf] = [byHolder(points), byHolder(choices), byHolder(tags), byHolder(fields), byHolder(blanks)];
  const [joinsOf, defaultsOf] = [byHolder(joins), byHolder(defaults)];
  const members = profiles.map((row): Member => {
    const { id } = row;
    const held = inOrderAttached(pointsOf(id));
    return {
      row,
      id,
      createdAt: row.created_at,
      lastInteractionAt: row.own_last_interaction_at || null,
      isVerified: held.some(({ verified }) => verified === 1),
      survivorId: row.survivor_id,
      mergedPosition: row.merged_position,
      values: { name: row.name, locale: row.locale, timeZone: row.time_zone, details: row.details, notes: row.notes },
      fields: Object.fromEntries(fieldsOf(id).map(({ name, value }) => [name, JSON.parse(value) as FieldValue])),
      tags: tagsOf(id),
      blanks: blanks.length === 0 ? none : Object.fromEntries(blanksOf(id).map(({ what, position }) => [what, position])),
      points: held,
      choices: choicesOf(id),
      memberships: { joined: joinsOf(id), default: defaultsOf(id)[0]?.organization_id },
    };
  });
  return { canonicalId, members, named };
}

const inOrderAttached = (points: readonly MemberPoint[]): readonly MemberPoint[] =>
  points.length < 2 ? points : [...points].sort((one, other) => one.position - other.position);

/** The cluster as one profile. @param id of whichever of its profiles was asked for */
export function goldenProfile({ canonicalId, members, named }: Cluster, policy: Survivorship, id: string = canonicalId): GoldenProfile {
  const canonical = memberOf({ canonicalId, members, named }, canonicalId);
  const { values, fields, tags, sources } = goldenValues(members, canonicalId, policy);
  const { row } = canonical;
  return {
    position: Math.max(...members.map((member) => member.row.position)),
    endUser: {
      id,
      canonicalId,
      status: id === canonicalId ? ownStatus(row) : 'merged',
      ...values,
      origin: row.origin,
      tags,
      fields,
      contactPoints: contactPoints(inOrder(members, 'survivor-first', canonicalId)),
      organizations: shownMemberships(
        inOrderAbsorbed(members, canonicalId).map(({ memberships }) => memberships),
        named,
      ),
      mergedFrom: members.flatMap((member) => (member.id === canonicalId ? [] : [member.id])).sort(),
      sources,
      createdAt: row.created_at,
      updatedAt: latest(members.map((member) => member.row.updated_at)),
      lastInteractionAt: latest(members.map(({ lastInteractionAt }) => lastInteractionAt ?? '')) || null,
      revision: row.revision,
    },
  };
}

/** The profile as queries answer it. */
export const foundEndUser = ({ endUser, position }: GoldenProfile): FoundEndUser => ({ endUser, etag: `${endUser.canonicalId}.${position}` });

/** The profiles below one, which stands for them: what it would be by itself. @param alone without those that were merged into it */
export function partOf({ members, named }: Cluster, id: string, alone = false): Cluster {
  const byId = new Map(members.map((member) => [member.id, member]));
  const isBelow = (member: Member) => member.id === id || (!alone && aboveOf(member, byId, '').some(({ profile }) => profile.id === id));
  return { canonicalId: id, members: members.filter(isBelow), named };
}

/** What stays when some of its profiles leave a cluster. */
export function without({ canonicalId, members, named }: Cluster, leaving: Cluster): Cluster {
  const gone = new Set(leaving.members.map(({ id }) => id));
  return { canonicalId, members: members.filter(({ id }) => !gone.has(id)), named };
}

/** The cluster that comes of merging one into the other now. */
export function joined(survivor: Cluster, merged: Cluster): Cluster {
  const { canonicalId: survivorId } = survivor;
  const link = (member: Member): Member => (member.id === merged.canonicalId ? { ...member, survivorId, mergedPosition: Number.MAX_SAFE_INTEGER } : member);
  return { canonicalId: survivorId, members: [...survivor.members, ...merged.members.map(link)], named: new Map([...survivor.named, ...merged.named]) };
}

/** @throws Error when it is none of them */
export function memberOf({ members }: Cluster, id: string): Member {
  const found = members.find((member) => member.id === id);
  if (!found) throw new Error(`${id} is no profile of this cluster`);
  return found;
}

/** What the profile is when nobody stands for it but itself. */
const ownStatus = ({ status, status_before }: MemberRow): EndUserTable['status'] => (status === 'merged' ? (status_before ?? 'active') : status);

/**
 * The points of all, each once; those of the profile that comes first are first. Of a channel the primary one is what the first
 * profile that has one chose, while any of them holds it, or else its first.
 */
function contactPoints(members: readonly Member[]): readonly ShownContactPoint[] {
  const held = new Map<string, { readonly point: MemberPoint; verified: boolean }>();
  for (const { points } of members)
    for (const point of points) {
      const known = held.get(point.point_id);
      if (!known) held.set(point.point_id, { point, verified: point.verified === 1 });
      else if (point.verified === 1) known.verified = true;
    }
  const primary = primaries(members, held);
  return [...held.values()].map(({ point: { channel, scope, value, key, since, end_user_id, point_id }, verified }) => ({
    channel,
    scope,
    value,
    key,
    verified,
    primary: primary.get(channel) === point_id,
    endUserId: end_user_id,
    since,
  }));
}

function primaries(members: readonly Member[], held: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const primary = new Map<string, string>();
  for (const { points, choices } of members) {
    for (const { channel, point_id } of choices) if (!primary.has(channel) && held.has(point_id)) primary.set(channel, point_id);
    for (const { channel, point_id } of points) if (!primary.has(channel)) primary.set(channel, point_id);
  }
  return primary;
}

const latest = (times: readonly string[]): string => times.reduce((one, other) => (other > one ? other : one), '');

function byHolder<Row extends { readonly end_user_id: string }>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.end_user_id);
    if (known) known.push(row);
    else grouped.set(row.end_user_id, [row]);
  }
  return (id) => grouped.get(id) ?? nothing;
}

const [none, nothing] = [{}, []] as const;
