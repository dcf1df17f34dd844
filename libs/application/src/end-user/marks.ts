import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { EndUserProfile, FieldValue, MarkedTag, MarkedValue, Marks, ProfileChanges } from '@kith/domain';
import canonicalize from 'canonicalize';
import type { DataKey } from '../key-vault';

/** The values of a profile beside its custom fields. */
const plainFields = ['name', 'locale', 'timeZone', 'details', 'notes'] as const satisfies readonly Exclude<keyof ProfileChanges, 'fields'>[];

/** A mark has 96 bits: enough that no two of the few values of one person ever have the same. Bytes. */
const markBytes = 12;

/** Each change with its place and what stands for it in clear; empty where the value is taken away. */
export const markedValues = (key: DataKey, changes: ProfileChanges): readonly MarkedValue[] => markedIn(key, plainFields, changes);

/** The same of whatever has these values beside custom fields. */
export function markedIn<Name extends string>(
  key: DataKey,
  names: readonly Name[],
  changes: { readonly [N in Name]?: FieldValue | null } & { readonly fields?: Readonly<Record<string, FieldValue | null>> },
): readonly MarkedValue<Name>[] {
  const plain = names.flatMap((name) => marked<Name>(key, [name], changes[name]));
  const fields = Object.entries(changes.fields ?? {}).flatMap(([member, value]) => marked<Name>(key, ['fields', member], value));
  return [...plain, ...fields];
}

/** What stands for the values that an end user was created with. */
export const bornValues = (key: DataKey, profile: EndUserProfile): Marks =>
  Object.fromEntries(markedValues(key, profile).map(({ slot, mark }) => [slot, mark]));

/** What stands for the tags that somebody was created with. */
export const bornTags = (key: DataKey, { tags = [] }: Pick<EndUserProfile, 'tags'>): readonly MarkedTag[] =>
  tags.map((tag) => ({ tag, mark: tagMark(key, tag) }));

/** The tags, each once and as it is known already: equal are those that are after normalisation to form C (UAX #15). */
export function markedTags(key: DataKey, tags: readonly string[], known: readonly MarkedTag[]): readonly MarkedTag[] {
  const forms = new Map(known.map(({ tag, mark }) => [mark, tag]));
  const all = tags.map((tag) => {
    const mark = tagMark(key, tag);
    return [mark, { tag: forms.get(mark) ?? tag.normalize('NFC'), mark }] as const;
  });
  return [...new Map(all).values()];
}

/** The slots of the values that are no custom fields: those are counted. */
export const plainSlots = (key: DataKey, names: readonly string[] = plainFields): readonly string[] => names.map((name) => mark(key, ['slot', name]));

function marked<Name extends string>(key: DataKey, path: MarkedValue<Name>['path'], value: FieldValue | null | undefined): readonly MarkedValue<Name>[] {
  if (value === undefined) return [];
  const slot = mark(key, ['slot', ...path]);
  return [{ path, slot, mark: value === null ? '' : mark(key, ['value', slot, canonicalize(value) ?? '']) }];
}

const tagMark = (key: DataKey, tag: string) => mark(key, ['tag', tag.normalize('NFC')]);

/** HMAC-SHA-256 over a JSON array of strings, cut short and in base64url (permanent). */
const mark = (key: DataKey, parts: readonly string[]): string =>
  createHmac('sha256', subkeyOf(key)).update(JSON.stringify(parts)).digest().subarray(0, markBytes).toString('base64url');

/** The subkey for marks (HKDF-SHA-256, RFC 5869), made once for each key in memory. It is gone with the key it comes from. */
const subkeys = new WeakMap<DataKey, KeyObject>();
function subkeyOf(key: DataKey): KeyObject {
  const known = subkeys.get(key);
  if (known) return known;
  const made = createSecretKey(Buffer.from(hkdfSync('sha256', key.secret, '', 'kith/1/mark', 32)));
  subkeys.set(key, made);
  return made;
}
