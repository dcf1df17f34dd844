/**
 * In which order the profiles of a cluster are asked for a value; the first one that has it gives it. Equal ones: lower id first.
 * A profile is as recently active as its last interaction, or as its creation when it was never heard of.
 * - `survivor-first`: the profile that stands for the cluster, then the others, the most recently active first.
 * - `most-recent`: the most recently active first.
 * - `oldest`: the one that was created first.
 * - `verified-first`: those with a verified contact point before those without; both as in `survivor-first`.
 */
export const survivorshipOrders = ['survivor-first', 'most-recent', 'oldest', 'verified-first'] as const;
export type SurvivorshipOrder = (typeof survivorshipOrders)[number];

/**
 * For tags and custom fields, of which a profile has many. `union`: those of all profiles; of a custom field that several have, the
 * value as in `survivor-first`. An order: those of one profile, the first that has any, so that what was said together stays together.
 */
export type SetSurvivorship = SurvivorshipOrder | 'union';

/** The values of a profile that there is one of. */
export const plainFields = ['name', 'locale', 'timeZone', 'details', 'notes'] as const;
export type PlainField = (typeof plainFields)[number];

/**
 * How the golden profile of a cluster is made; contact points and organizations are always those of all profiles.
 * Applied when reading: nothing is lost by changing it.
 */
export type Survivorship = Readonly<Record<PlainField, SurvivorshipOrder>> & Readonly<Record<'fields' | 'tags', SetSurvivorship>>;

/** The survivor's values, what it does not say filled in from the most recently active; the tags and custom fields of all. */
export const defaultSurvivorship: Survivorship = {
  name: 'survivor-first',
  locale: 'survivor-first',
  timeZone: 'survivor-first',
  details: 'survivor-first',
  notes: 'survivor-first',
  fields: 'union',
  tags: 'union',
};

/** The rules that a field can have; none for what is no such field. */
export const survivorshipRulesOf = (field: string): readonly SetSurvivorship[] =>
  field === 'fields' || field === 'tags' ? [...survivorshipOrders, 'union'] : plainFields.includes(field as PlainField) ? survivorshipOrders : [];

/** What the place of a profile among those of its cluster is judged by. Times are RFC 3339 UTC. */
export interface Ranked {
  readonly id: string;
  readonly createdAt: string;
  /** Of what came to the profile itself. */
  readonly lastInteractionAt: string | null;
  /** Whether it holds a verified contact point. */
  readonly isVerified: boolean;
}

/** The profiles of a cluster in the order of a rule. @param canonicalId stands for the cluster */
export function inOrder<M extends Ranked>(members: readonly M[], order: SurvivorshipOrder, canonicalId: string): readonly M[] {
  return [...members].sort(comparisons[order](canonicalId));
}

type Comparison = (one: Ranked, other: Ranked) => number;

const ascending = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const activeAt = ({ lastInteractionAt, createdAt }: Ranked): string => lastInteractionAt ?? createdAt;
const mostRecent: Comparison = (one, other) => ascending(activeAt(other), activeAt(one)) || ascending(one.id, other.id);
const oldest: Comparison = (one, other) => ascending(one.createdAt, other.createdAt) || ascending(one.id, other.id);
const survivorFirst =
  (canonicalId: string): Comparison =>
  (one, other) =>
    one.id === canonicalId ? -1 : other.id === canonicalId ? 1 : mostRecent(one, other);

const comparisons: Readonly<Record<SurvivorshipOrder, (canonicalId: string) => Comparison>> = {
  'survivor-first': survivorFirst,
  'most-recent': () => mostRecent,
  oldest: () => oldest,
  'verified-first': (canonicalId) => {
    const otherwise = survivorFirst(canonicalId);
    return (one, other) => Number(other.isVerified) - Number(one.isVerified) || otherwise(one, other);
  },
};
