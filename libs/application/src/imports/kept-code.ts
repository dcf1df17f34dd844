/**
 * Why the undoing of an import kept something (stable): `changed-since`, somebody has built on it; `contacted-since`, there was contact with
 * the end user, or by the contact point; `merged-since`, it is one with another by now; `deleted-since`, it is hidden, and nothing can be
 * changed while it is; `stays-verified`, what was shown to be theirs cannot be unsaid; `shown-otherwise`, another profile of the person has
 * a value there that would not be seen any more; `has-members` and `has-work`, the organization is in use by others.
 */
export const keptCodes = [
  'changed-since',
  'contacted-since',
  'merged-since',
  'deleted-since',
  'stays-verified',
  'shown-otherwise',
  'has-members',
  'has-work',
] as const;

export type KeptCode = (typeof keptCodes)[number];

/** What was kept of one end user or organization; an empty field is all of it. */
export interface KeptPart {
  readonly field: string;
  readonly code: KeptCode;
}
