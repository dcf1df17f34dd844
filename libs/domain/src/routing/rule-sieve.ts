import type { Hours, RoutingCondition, RoutingFacts, RoutingRule } from './routing';
import { officeHours } from './wall-clock';

/** A part of a condition. */
export type ConditionPart = keyof RoutingCondition;

/** What rules make of one set of facts. */
export interface Sifted {
  /** The first rule that holds: its place among the rules, their number when none does. */
  readonly first: number;
  /** The part of a rule's condition that does not hold, the first in the order of {@link RoutingCondition}; null of a rule that holds. */
  failedOf(at: number): ConditionPart | null;
}

/** Rules by what they look at: a decision asks each part once for all rules, instead of each rule for all of its parts. */
export type RuleSieve = (facts: RoutingFacts) => Sifted;

/** One bit for each rule. */
type Bits = Uint32Array;

/** The facts as conditions name them. */
interface Seen {
  readonly channels: readonly string[];
  readonly vias: readonly string[];
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly organizationTags: readonly string[];
  readonly firstContact: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** Which rules hold as far as one part of their conditions goes. */
interface Mesh {
  readonly part: ConditionPart;
  readonly passing: (seen: Seen) => Bits;
}

/** Made once for the rules, and used for any number of decisions. */
export function ruleSieve(rules: readonly RoutingRule[]): RuleSieve {
  const meshes = [
    listMesh(rules, 'channels'),
    listMesh(rules, 'vias'),
    listMesh(rules, 'languages', lower),
    listMesh(rules, 'tags', composed),
    listMesh(rules, 'organizationTags', composed),
    contactMesh(rules),
    hoursMesh(rules),
  ];
  return (facts) => {
    const seen = seenOf(facts);
    const passed = meshes.map(({ part, passing }) => ({ part, bits: passing(seen) }));
    const failedOf = (at: number) => {
      const part = passed.find(({ bits }) => !has(bits, at))?.part ?? null;
      return part === 'hours' && rules[at]?.when.outsideHours ? 'outsideHours' : part;
    };
    const first = firstIn(passed.map(({ bits }) => bits));
    return { first: Math.min(first, rules.length), failedOf };
  };
}

function listMesh(
  rules: readonly RoutingRule[],
  part: 'channels' | 'vias' | 'languages' | 'tags' | 'organizationTags',
  written: (value: string) => string = (value) => value,
): Mesh {
  const indifferent = bitsFor(rules);
  const naming = new Map<string, number[]>();
  for (const [i, { when }] of rules.entries()) {
    if (!when[part]) add(indifferent, i);
    for (const value of when[part] ?? []) listIn(naming, written(value)).push(i);
  }
  const passing = (seen: Seen) => {
    const bits = indifferent.slice();
    for (const value of seen[part]) for (const i of naming.get(value) ?? []) add(bits, i);
    return bits;
  };
  return { part, passing };
}

function contactMesh(rules: readonly RoutingRule[]): Mesh {
  const [known, first] = [bitsFor(rules), bitsFor(rules)];
  for (const [i, { when }] of rules.entries()) {
    if (when.firstContact !== true) add(known, i);
    if (when.firstContact !== false) add(first, i);
  }
  return { part: 'firstContact', passing: ({ firstContact }) => (firstContact ? first : known) };
}

/** Each of the office hours is looked at once, however many rules have it. */
function hoursMesh(rules: readonly RoutingRule[]): Mesh {
  const indifferent = bitsFor(rules);
  const all = new Map<string, { readonly isOpen: (at: number) => boolean; readonly inside: number[]; readonly outside: number[] }>();
  for (const [i, { when }] of rules.entries()) {
    if (!when.hours) add(indifferent, i);
    else {
      const these = all.get(nameOf(when.hours)) ?? { isOpen: officeHours(when.hours), inside: [], outside: [] };
      all.set(nameOf(when.hours), these);
      (when.outsideHours ? these.outside : these.inside).push(i);
    }
  }
  const passing = ({ at }: Seen) => {
    const bits = indifferent.slice();
    for (const { isOpen, inside, outside } of all.values()) for (const i of isOpen(at) ? inside : outside) add(bits, i);
    return bits;
  };
  return { part: 'hours', passing };
}

const nameOf = ({ timeZone, days, from, to }: Hours): string => JSON.stringify([timeZone, days, from, to]);

const lower = (language: string): string => language.toLowerCase();

/** Tags are compared as they are written, in whatever way accents are composed. */
const composed = (tag: string): string => tag.normalize('NFC');

const seenOf = ({ channel, via, language, tags, organizationTags, firstContact, at }: RoutingFacts): Seen => ({
  channels: [channel],
  vias: [via],
  languages: broader(language),
  tags: tags.map(composed),
  organizationTags: organizationTags.map(composed),
  firstContact,
  at: Date.parse(at),
});

/** What basic filtering (RFC 4647, section 3.3.1) takes a language for: itself, and whatever is left of each of its hyphens. */
function broader(language: string | null): readonly string[] {
  const subtags = language === null ? [] : lower(language).split('-');
  return subtags.map((_, i) => subtags.slice(0, i + 1).join('-'));
}

const bitsFor = (rules: readonly unknown[]): Bits => new Uint32Array(Math.ceil(rules.length / 32));

function add(bits: Bits, i: number): void {
  const word = i >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (i & 31));
}

const has = (bits: Bits, i: number): boolean => ((bits[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0;

/** The lowest bit that all of them have; infinity when there is none. */
function firstIn(all: readonly Bits[]): number {
  const words = all[0]?.length ?? 0;
  for (let word = 0; word < words; word++) {
    let common = 0xffffffff;
    for (const bits of all) common &= bits[word] ?? 0;
    // `common & -common` is its lowest bit alone.
    if (common !== 0) return word * 32 + 31 - Math.clz32(common & -common);
  }
  return Number.POSITIVE_INFINITY;
}

function listIn(lists: Map<string, number[]>, name: string): number[] {
  const known = lists.get(name);
  if (known) return known;
  const made: number[] = [];
  lists.set(name, made);
  return made;
}
