import { type FieldValue, plainFields } from '@kith/domain';
import type { ShownEndUser } from './shown-end-user';

/** Two end users say different things, of which one is shown after a merge. */
export interface MergeConflict {
  /** `status`, `name`, `locale`…, `fields.plan`, `primary.email` for the contact point to use on a channel, or `defaultOrganization`. */
  readonly field: string;
  readonly survivor: FieldValue;
  readonly merged: FieldValue;
  /** Null when the tenant's policy shows neither. */
  readonly chosen: FieldValue | null;
}

/** In what the two say that both say, but not alike. */
export function conflictsOf(survivor: ShownEndUser, merged: ShownEndUser, after: ShownEndUser): readonly MergeConflict[] {
  const [one, other, chosen] = [saidBy(survivor), saidBy(merged), saidBy(after)];
  return [...one].flatMap(([field, value]) => {
    const theirs = other.get(field);
    return theirs === undefined || theirs === value ? [] : [{ field, survivor: value, merged: theirs, chosen: chosen.get(field) ?? null }];
  });
}

function saidBy(endUser: ShownEndUser): ReadonlyMap<string, FieldValue> {
  const { canonicalId, id, status, fields, contactPoints, organizations } = endUser;
  const values = plainFields.flatMap((field): [string, FieldValue][] => (endUser[field] === null ? [] : [[field, endUser[field]]]));
  return new Map<string, FieldValue>([
    // Of a profile that was merged before it is not told what the one that stands for it is.
    ...(canonicalId === id ? [['status', status] as const] : []),
    ...values,
    ...Object.entries(fields).map(([name, value]) => [`fields.${name}`, value] as const),
    ...organizations.flatMap((one) => (one.default ? [['defaultOrganization', one.canonicalId] as const] : [])),
    ...contactPoints.flatMap(({ channel, value, primary }) => (primary ? [[`primary.${channel}`, value] as const] : [])),
  ]);
}
