/** Every way a command can be refused: stable codes, each with a page under `/problems/…`. */
export const refusalCodes = {
  'already-merged': 'The two end users are in one cluster already.',
  'channel-unknown': 'The channel is not registered for this tenant.',
  'command-in-progress': 'The same command is still running.',
  'contact-point-blocked': 'The value is on the blocklist of the tenant.',
  'contact-point-invalid': 'The value cannot be an address on this channel.',
  'contact-point-limit-reached': 'The end user already has as many contact points on this channel as the tenant allows.',
  'contact-point-not-held': 'The end user does not hold this contact point.',
  'contact-point-quarantined': 'The contact point was released lately: only a verified contact starts a new profile with it.',
  'contact-point-taken': 'The contact point already belongs to another end user.',
  'contact-point-still-shared': 'The contact point still has more than one holder.',
  'contact-point-unverified': 'The tenant attaches only verified contact points on this channel.',
  'declared-different': 'The two end users were declared different persons.',
  'difference-not-found': 'No declaration has this id.',
  'end-user-deleted': 'The end user was deleted.',
  'end-user-erased': 'The end user was erased.',
  'end-user-exists': 'An end user with this id was already created.',
  'end-user-merged': 'The end user was merged into another one meanwhile.',
  'end-user-not-found': 'No end user has this id.',
  'idempotency-key-reused': 'The idempotency key was used before with another payload.',
  'import-columns-unknown': 'Some columns of the file are not known.',
  'import-file-unreadable': 'The file cannot be read as rows.',
  'import-not-found': 'No import has this id.',
  'import-running': 'The import is still running.',
  'import-was-dry-run': 'The import was a dry run: there is nothing to take back.',
  'interaction-already-assigned': 'The interaction already belongs to an end user.',
  'interaction-not-found': 'No interaction has this id.',
  'key-expiry-passed': 'The API key would expire in the past.',
  'key-not-found': 'No API key has this id.',
  'last-admin-key': 'The key is the last one that manages its tenant.',
  'merge-in-progress': 'Another merge or unmerge of one of the end users is under way.',
  'merge-not-found': 'No merge has this id.',
  'merge-undone': 'The merge was undone.',
  'merge-with-itself': 'Nothing can be merged with itself, nor be different from itself.',
  'no-contact-point': 'None of the given values makes a contact point.',
  'organization-deleted': 'The organization was deleted.',
  'organization-domain-invalid': 'The value cannot be claimed as an e-mail domain.',
  'organization-domain-taken': 'The organization has this domain twice.',
  'organization-exists': 'An organization with this id was already created.',
  'organization-limit-reached': 'The end user is a member of as many organizations as it can be.',
  'organization-merged': 'The organization was merged into another one meanwhile.',
  'organization-name-invalid': 'The value cannot be the name of an organization.',
  'organization-name-taken': 'Another organization has this name.',
  'organization-not-found': 'No organization has this id.',
  'organizations-already-merged': 'The two organizations are one already.',
  'not-a-member': 'The end user is no member of this organization.',
  'profile-limit-reached': 'A profile holds no more values of this kind.',
  'erasure-not-found': 'The end user was never erased.',
  'retention-run-not-found': 'No retention run has this id.',
  'settings-invalid': 'The settings do not fit together.',
  'state-changed': 'What the command was based on has changed meanwhile.',
  'requester-ambiguous': 'More than one end user has this contact point: name the requester.',
  'routing-invalid': 'The routing cannot be used.',
  'tenant-exists': 'The tenant already exists.',
  'tenant-not-found': 'No tenant has this name.',
  'ticket-exists': 'The ticket was opened before with other facts.',
  'ticket-not-found': 'No ticket has this id.',
  'webhook-limit-reached': 'The tenant has as many webhooks as it can have.',
  'webhook-not-found': 'No webhook has this id.',
  'webhook-target-refused': 'The target of a webhook must be a public HTTPS address.',
  'delivery-not-found': 'The webhook has no such dead letter.',
  'time-in-future': 'The time at which it happened lies in the future.',
  'too-contested': 'Other commands kept changing the same contact points; try again.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalCodes;

/** What a refusal tells beside its code: ids and field pointers, never another person's data. */
export interface RefusalDetails {
  readonly holderId?: string;
  /** JSON pointer into the request of the field at fault. */
  readonly pointer?: string;
  readonly reason?: string;
  readonly [member: string]: unknown;
}

/** A command was refused by a rule. It changed nothing. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    /** A sentence that says what a person can do about it. */
    detail: string,
    readonly details: RefusalDetails = {},
  ) {
    super(detail);
  }
}

/** Refuses the command. For what a caller can act on; a plain `Error` is a bug. */
export function refuse(code: RefusalCode, detail: string = refusalCodes[code], details: RefusalDetails = {}): never {
  throw new Refusal(code, detail, details);
}
