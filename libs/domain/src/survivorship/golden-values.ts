import type { FieldValue } from '../end-user/end-user.events';
import { inOrder, type PlainField, plainFields, type Ranked, type SetSurvivorship, type Survivorship, type SurvivorshipOrder } from './survivorship';

/** A profile of a cluster, as it is by itself. */
export interface MemberProfile extends Ranked {
  /** Whom it was merged into, and where in the log; null for the one that stands for the cluster. */
  readonly survivorId: string | null;
  readonly mergedPosition: number | null;
  readonly values: Readonly<Record<PlainField, string | null>>;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Each with where in the log it was put on. */
  readonly tags: readonly { readonly tag: string; readonly position: number }[];
  /** Where in the log it took away what it has not set again, by the name of the value: `name`, `fields.plan`, `tags.vip`. */
  readonly blanks: Readonly<Record<string, number>>;
}

/** What is shown of a cluster, and which profile each value comes from: by `name`, `fields.plan`, `tags.vip`. */
export interface GoldenValues {
  readonly values: Readonly<Record<PlainField, string | null>>;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * The values of a cluster by the tenant's policy. What a profile took away is hidden of those who came to it before that:
 * whoever took it away saw theirs. Who came later brings their own.
 * @param members of whom `canonicalId` is one; it counts as the one that stands for them, whomever it was merged into
 */
export function goldenValues(members: readonly MemberProfile[], canonicalId: string, policy: Survivorship): GoldenValues {
  const seen = members.some(hasBlanks) ? withoutHidden(members, canonicalId) : members;
  const ordered = orders(seen, canonicalId);
  const sources: Record<string, string> = {};
  const values = plainFields.map((field) => {
    const from = ordered(policy[field]).find((member) => member.values[field] !== null);
    if (from) sources[field] = from.id;
    return [field, from?.values[field] ?? null] as const;
  });
  const fields = new Map<string, FieldValue>();
  for (const { id, fields: own } of giving(ordered, policy.fields, hasFields))
    for (const [name, value] of Object.entries(own)) {
      if (!fields.has(name)) fields.set(name, value);
      sources[`fields.${name}`] ??= id;
    }
  const givers = giving(ordered, policy.tags, hasTags);
  for (const { id, tags } of givers) for (const { tag } of tags) sources[`tags.${tag}`] ??= id;
  const tags = givers.flatMap((member) => member.tags).sort((one, other) => one.position - other.position);
  return {
    values: Object.fromEntries(values) as GoldenValues['values'],
    fields: Object.fromEntries(fields),
    tags: [...new Set(tags.map(({ tag }) => tag))],
    sources,
  };
}

type Ordered = (order: SurvivorshipOrder) => readonly MemberProfile[];

/** The members in each order, sorted once: most fields have the same rule. */
function orders(members: readonly MemberProfile[], canonicalId: string): Ordered {
  const known = new Map<SurvivorshipOrder, readonly MemberProfile[]>();
  return (order) => {
    const found = known.get(order) ?? inOrder(members, order, canonicalId);
    known.set(order, found);
    return found;
  };
}

/** Looks no further than the first. */
function hasBlanks({ blanks }: MemberProfile): boolean {
  for (const _ in blanks) return true;
  return false;
}

const hasFields = ({ fields }: MemberProfile): boolean => Object.keys(fields).length > 0;
const hasTags = ({ tags }: MemberProfile): boolean => tags.length > 0;

/** The profiles whose sets are shown: all of them, or the first in the order that has any. */
function giving(ordered: Ordered, rule: SetSurvivorship, hasAny: (member: MemberProfile) => boolean): readonly MemberProfile[] {
  return rule === 'union' ? ordered('survivor-first') : ordered(rule).filter(hasAny).slice(0, 1);
}

/** The profiles without the values that another took away after they had come to it. */
function withoutHidden(members: readonly MemberProfile[], canonicalId: string): readonly MemberProfile[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  return members.map((member) => {
    const above = aboveOf(member, byId, canonicalId);
    const isShown = (what: string) => !above.some(({ profile, joined }) => (profile.blanks[what] ?? -1) > joined);
    return {
      ...member,
      values: Object.fromEntries(plainFields.map((field) => [field, isShown(field) ? member.values[field] : null])) as MemberProfile['values'],
      fields: Object.fromEntries(Object.entries(member.fields).filter(([name]) => isShown(`fields.${name}`))),
      tags: member.tags.filter(({ tag }) => isShown(`tags.${tag}`)),
    };
  });
}

/** A profile above another, and where in the log the other came to it: by the last of the merges in between. */
interface Above<M> {
  readonly profile: M;
  readonly joined: number;
}

/** The profiles that one was merged into, from its survivor up to the one that stands for the cluster. */
export function aboveOf<M extends Pick<MemberProfile, 'id' | 'survivorId' | 'mergedPosition'>>(
  member: M,
  byId: ReadonlyMap<string, M>,
  canonicalId: string,
): readonly Above<M>[] {
  const above: Above<M>[] = [];
  let joined = 0;
  for (let at = member; at.id !== canonicalId && at.survivorId !== null; ) {
    joined = Math.max(joined, at.mergedPosition ?? 0);
    const profile = byId.get(at.survivorId);
    // Half of a cluster, or a ring that no rule lets come about: what was found stands.
    if (!profile || above.some((one) => one.profile === profile)) break;
    above.push({ profile, joined });
    at = profile;
  }
  return above;
}
