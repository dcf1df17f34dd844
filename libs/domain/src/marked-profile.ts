import type { MarkedTag, MarkedValue } from './end-user/end-user.commands';
import type { FieldValue, Marks } from './end-user/end-user.events';

/** Marks of what a profile says, as far as it changed since its creation: see {@link Marks}. */
export interface Marked {
  /** Of the values that were changed; undefined for one that was taken away before another profile was merged into this one. */
  readonly values?: Readonly<Record<string, string | undefined>>;
  /** Of the tags that were put on or taken off; undefined likewise. */
  readonly tags?: Readonly<Record<string, boolean | undefined>>;
}

/** What a step says of the values of a profile, beside the changes themselves. */
export interface ValuesGiven<Name extends string> {
  readonly values: readonly MarkedValue<Name>[];
  /** Of the values that the profile was created with. */
  readonly born: Marks;
  /** The slots of the values that are no custom fields. */
  readonly plainSlots: readonly string[];
}

/** The part of the changes that is news, and how many custom fields there are then. Undefined when nothing is. */
export function newsOf<Name extends string, Changes extends { readonly fields?: Readonly<Record<string, FieldValue | null>> }>(
  changes: Changes,
  { values, born, plainSlots }: ValuesGiven<Name>,
  state: Marked,
  isAlone: boolean,
): { readonly data: Changes & { readonly marks: Marks }; readonly fields: number } | undefined {
  const known: NonNullable<Marked['values']> = { ...born, ...state.values };
  // What is blank here may come from a merged profile: taking it away is news, once.
  const none = isAlone ? '' : undefined;
  const news = values.filter(({ slot, mark }) => (known[slot] ?? none) !== mark);
  if (news.length === 0) return undefined;
  const marks = Object.fromEntries(news.map(({ slot, mark }) => [slot, mark]));
  const fields = Object.entries({ ...known, ...marks }).filter(([slot, mark]) => mark && !plainSlots.includes(slot)).length;
  return { data: { ...only(changes, news), marks }, fields };
}

/** The part of the changes that these values are of. */
function only<Changes extends { readonly fields?: Readonly<Record<string, FieldValue | null>> }>(
  changes: Changes,
  news: readonly MarkedValue<string>[],
): Changes {
  const { fields = {}, ...plain } = changes;
  const given = new Map(Object.entries(plain));
  const values = news.flatMap(({ path: [name, member] }) => (member === undefined ? [[name, given.get(name)]] : []));
  const members = news.flatMap(({ path: [, member] }) => (member === undefined ? [] : [[member, fields[member] ?? null]]));
  return { ...Object.fromEntries(values), ...(members.length > 0 && { fields: Object.fromEntries(members) }) } as Changes;
}

/** The tags that are not on or off already, and how many there are with them when they are put on. Undefined when all are. */
export function tagNewsOf(
  { on, tags, born }: { readonly on: boolean; readonly tags: readonly MarkedTag[]; readonly born: readonly string[] },
  state: Marked,
  isAlone: boolean,
): { readonly data: { tags: readonly string[]; marks: readonly string[] }; readonly count: number } | undefined {
  const known: NonNullable<Marked['tags']> = { ...Object.fromEntries(born.map((mark) => [mark, true])), ...state.tags };
  const none = isAlone ? false : undefined;
  const news = tags.filter(({ mark }) => (known[mark] ?? none) !== on);
  if (news.length === 0) return undefined;
  const data = { tags: news.map(({ tag }) => tag), marks: news.map(({ mark }) => mark) };
  return { data, count: Object.values(known).filter(Boolean).length + news.length };
}

/** What was taken away before may come back with whoever is merged into it: then it can be taken away again. */
export function blanksForgotten<State extends Marked>(state: State): State {
  const forgotten = <T>(marks: Readonly<Record<string, T | undefined>>, blank: T) =>
    Object.fromEntries(Object.entries(marks).map(([slot, mark]) => [slot, mark === blank ? undefined : mark]));
  const { values, tags } = state;
  return { ...state, ...(values && { values: forgotten(values, '') }), ...(tags && { tags: forgotten(tags, false) }) };
}

/** Marks as tags that are on, or off. */
export const tagMarks = (marks: readonly string[], on: boolean): Readonly<Record<string, boolean>> => Object.fromEntries(marks.map((mark) => [mark, on]));
