import type { DomainEvent, Event } from '@kith/domain';

/** Every personal field of the catalogue, whatever event it is in: once its key is destroyed it is absent from what is told. */
export const personalFields = [
  'columns',
  'creates',
  'description',
  'details',
  'externalId',
  'fields',
  'fileName',
  'key',
  'name',
  'note',
  'notes',
  'organizationTags',
  'reason',
  'renames',
  'secret',
  'sourceId',
  'subject',
  'summary',
  'tags',
  'ticketId',
  'url',
  'value',
] as const;
type PersonalField = (typeof personalFields)[number];

/** What an event says, as far as it can be read: personal fields may be missing. */
export type Readable<E extends Event> = {
  readonly [K in keyof E['data'] as K extends PersonalField ? never : K]: E['data'][K];
} & {
  readonly [K in keyof E['data'] as K extends PersonalField ? K : never]?: E['data'][K];
};

/** The fields of whom a stream is about, as the events so far left them. Names that begin with `~` are for the fold alone. */
export type Fields = Readonly<Record<string, unknown>>;

/** One fact in plain English, and what it changed. */
export interface Told {
  readonly says: string;
  /** The fields that have another value from here on; null for one that has none any more. */
  readonly sets?: Fields;
  /** What was said once and replaces nothing. */
  readonly adds?: Fields;
}

/** How one event type is told. `before` is what its stream came to before it. */
export type Telling<E extends Event> = (data: Readable<E>, before: Fields) => Told;

/** How events are told: a type without words does not compile. */
export type Words<Type extends DomainEvent['type']> = { readonly [T in Type]: Telling<Extract<DomainEvent, { type: T }>> };

/** The values of a field that is a list. */
export const listIn = <Value = string>(before: Fields, field: string): readonly Value[] => (before[field] as readonly Value[] | undefined) ?? [];

/** The list with these values, each once. */
export const withAll = <Value>(list: readonly Value[], more: readonly Value[]): readonly Value[] => [...new Set([...list, ...more])];

export const withoutAll = <Value>(list: readonly Value[], less: readonly Value[]): readonly Value[] => list.filter((one) => !less.includes(one));

/** Some values in a sentence, when they can be read. */
export const listed = (words: readonly string[] | undefined): string => (words === undefined ? '' : ` ${words.map((word) => `“${word}”`).join(', ')}`);

/** Those of the named fields that the data says something of; custom fields one by one. */
export function setsOf(data: Fields, names: readonly string[]): Fields {
  const sets: Record<string, unknown> = {};
  for (const name of names) if (data[name] !== undefined) sets[name] = data[name];
  for (const [name, value] of Object.entries((data.fields as Fields | undefined) ?? {})) sets[`fields.${name}`] = value;
  return sets;
}
