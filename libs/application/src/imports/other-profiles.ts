import { type FieldValue, membersOf, type ProfileChanges } from '@kith/domain';
import type { DoneEvent, Footprint } from './footprint';
import type { KeptPart } from './kept-code';
import type { Reverting } from './reverting';
import type { TouchedPeople, TouchedPerson } from './touched-people';

/** What the other profiles of a person say, by the names of values and fields and the forms of tags. */
export class SaidByOthers {
  readonly values = new Set<string>();
  readonly fields = new Set<string>();
  readonly tags = new Set<string>();
  readonly chosen = new Map<string, string>();

  apply({ event }: DoneEvent): void {
    if (event.erased) return;
    if (event.type === 'PrimaryContactPointChosen') this.chosen.set(event.data.channel, event.data.contactPointId);
    if (event.type === 'EndUserCreated' || event.type === 'EndUserProfileChanged') {
      const { fields = {}, ...values } = event.data as ProfileChanges & Readonly<Record<string, unknown>>;
      for (const [name, value] of Object.entries(values)) note(this.values, name, value !== null);
      for (const [name, value] of Object.entries(fields)) note(this.fields, name, value !== null);
    }
    if (event.type === 'EndUserCreated') for (const tag of event.data.tags ?? []) note(this.tags, tag.normalize('NFC'), true);
    if (event.type === 'EndUserTagged' || event.type === 'EndUserUntagged')
      for (const tag of event.data.tags) note(this.tags, tag.normalize('NFC'), event.type === 'EndUserTagged');
  }
}

function note(set: Set<string>, name: string, is: boolean): void {
  if (is) set.add(name);
  else set.delete(name);
}

/** What those say whom a profile stands for, each by its id. */
export type OtherProfiles = ReadonlyMap<string, SaidByOthers>;

/** Reads the profiles that another one stands for; nobody for one that stands for itself alone. */
export async function otherProfilesOf(reverting: Reverting, { id, loaded }: TouchedPerson, people: TouchedPeople): Promise<OtherProfiles> {
  const said = new Map<string, SaidByOthers>();
  for (const member of membersOf(id, loaded.state)) {
    if (member === id) continue;
    const one = new SaidByOthers();
    for (const done of await people.ofMember(reverting, member)) one.apply(done);
    said.set(member, one);
  }
  return said;
}

/**
 * Where a profile stands for others, too, taking a value away from it hides what those say. What they say of what the import said first is
 * not hidden: it was seen before. Nothing else can be made of it, because a profile cannot be made to have never said something.
 */
export function hiddenByTakingAway(footprint: Footprint, others: OtherProfiles): { readonly footprint: Footprint; readonly kept: readonly KeptPart[] } {
  if (others.size === 0) return { footprint, kept: [] };
  const isSaid = (of: 'values' | 'fields' | 'tags', name: string) => [...others.values()].some((one) => one[of].has(name));
  const { fields = {}, ...values } = footprint.changes;
  const stays =
    (of: 'values' | 'fields') =>
    ([name, value]: [string, FieldValue | null]) =>
      value === null && isSaid(of, name);
  const [valuesIn, fieldsIn] = [Object.entries(values), Object.entries(fields)];
  const tags = footprint.tagsOff.filter((tag) => isSaid('tags', tag.normalize('NFC')));
  const changed = valuesIn.filter((entry) => !stays('values')(entry));
  const changedFields = fieldsIn.filter((entry) => !stays('fields')(entry));
  return {
    footprint: {
      ...footprint,
      changes: { ...Object.fromEntries(changed), ...(changedFields.length > 0 && { fields: Object.fromEntries(changedFields) }) },
      tagsOff: footprint.tagsOff.filter((tag) => !tags.includes(tag)),
    },
    kept: [
      ...valuesIn.filter(stays('values')).map(([name]) => shownOtherwise(name)),
      ...(changedFields.length < fieldsIn.length ? [shownOtherwise('fields')] : []),
      ...(tags.length > 0 ? [shownOtherwise('tags')] : []),
    ],
  };
}

const shownOtherwise = (field: string): KeptPart => ({ field, code: 'shown-otherwise' });
