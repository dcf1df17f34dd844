import type { ProblemCode } from './problems';
import { type ProblemHelp, requestProblemHelp } from './request-problem-help';

/** A code without its help does not compile. */
export const problemHelp: Readonly<Record<ProblemCode, ProblemHelp>> = {
  'already-merged': {
    cause: 'The two end users answer with one and the same canonical end user, by an earlier merge.',
    remedy: 'Nothing is left to merge. To declare them different persons, undo the merge first.',
  },
  'channel-unknown': {
    cause: 'The request names a channel that neither Kith nor the tenant has registered.',
    remedy: 'Check the spelling against `GET /v1/settings`, or register the channel there first.',
  },
  'command-in-progress': {
    cause: 'A request with this idempotency key came in while an earlier one with the same key was still being worked on.',
    remedy: 'Wait a moment and send the same request again: it gets the answer of the first one.',
  },
  'contact-point-blocked': {
    cause: 'The tenant has put this value on its blocklist, because many people share it or it says nothing, such as "anonymous".',
    remedy: 'Leave the contact point out, or take the value off the blocklist in the settings.',
  },
  'contact-point-invalid': {
    cause: 'The value cannot be understood as an address on the channel it was given for.',
    remedy: 'Correct the value that `errors` points to; phone numbers without a country need the default region of the settings.',
  },
  'contact-point-limit-reached': {
    cause: 'The settings allow an end user only so many contact points on one channel.',
    remedy: 'Detach one that is no longer used, or raise the limit of the channel in the settings.',
  },
  'contact-point-not-held': {
    cause: 'The end user does not hold this contact point, now or any more.',
    remedy: 'Look up who holds it with `POST /v1/contact-points/lookup` and address that end user.',
  },
  'contact-point-quarantined': {
    cause: 'Its last holder lost it only lately, so whoever uses it now may be that person or a stranger with a recycled number.',
    remedy: 'Verify the contact point and send it with `verified: true`, or wait until the quarantine of the settings is over.',
  },
  'contact-point-taken': {
    cause: 'A contact point belongs to at most one end user unless it is shared, and somebody holds this one already.',
    remedy: 'Use the end user in `holderId`; transfer the contact point when it changed hands, or share it when both use it.',
  },
  'contact-point-still-shared': {
    cause: 'Several end users hold the contact point, so it cannot become the contact point of one alone.',
    remedy: 'Detach it from all holders but one, then try again.',
  },
  'contact-point-unverified': {
    cause: 'The settings allow only verified contact points to be attached on this channel.',
    remedy: 'Verify that the person controls the address, and send it with `verified: true`.',
  },
  'declared-different': {
    cause: 'Somebody declared that these two end users, or members of their clusters, are not one person.',
    remedy: 'If that was a mistake, withdraw the declaration (`GET /v1/differences` lists it), then merge again.',
  },
  'difference-not-found': {
    cause: 'No declaration of this tenant has the id in the request.',
    remedy: 'List the declarations with `GET /v1/differences`.',
  },
  'duplicate-not-found': {
    cause: 'The path names no two end users that are suggested now: they were merged or declared different, one of them is gone, or what they shared is.',
    remedy: 'List the suggestions with `GET /v1/duplicates`. Two end users that are not suggested are merged with `POST /v1/merges`.',
  },
  'end-user-deleted': {
    cause: 'The end user was deleted, and nothing is changed on a deleted profile.',
    remedy: 'Restore the end user first, or work with another one.',
  },
  'end-user-erased': {
    cause: 'The personal data of the end user, or of the profile that stands for it, was erased for good; or the person is being erased at this moment.',
    remedy:
      'Work with another end user; a next contact of the same person starts a new one. Who was merged into an erased profile is changed again once that merge is undone.',
  },
  'end-user-exists': {
    cause: 'An end user with the same id was created before.',
    remedy: 'Read the end user instead of creating it, or send a new idempotency key for a new one.',
  },
  'end-user-merged': {
    cause: 'The end user was merged into another one while the command was being decided.',
    remedy: 'Send the same request again: it goes to the canonical end user.',
  },
  'end-user-not-found': {
    cause: 'The tenant of the API key has no end user with this id.',
    remedy: 'Check the id and which tenant the key belongs to. Send `Kith-After` when the end user was created a moment ago.',
  },
  'idempotency-key-reused': {
    cause: 'The idempotency key stands for another command that this client sent before.',
    remedy: 'Use a new key for each new command, and an old one only to retry exactly the same request.',
  },
  'import-columns-unknown': {
    cause: 'The file has columns, listed in `columns`, that are read as nothing: what they hold would be lost without anybody having said so.',
    remedy: 'Say in `mapping` what they are, or send the file with `unknownColumns=ignore`.',
  },
  'import-file-unreadable': {
    cause: 'The file is empty, compressed, of an unknown encoding, or neither CSV nor NDJSON; `reason` says which.',
    remedy: 'Send CSV with a header row, or one JSON object a line, as UTF-8, UTF-16 or Windows-1252.',
  },
  'import-not-found': {
    cause: 'The tenant of the API key has no import with this id.',
    remedy: 'List the imports with `GET /v1/imports`.',
  },
  'import-running': {
    cause: 'Rows of the file are still being read, so what it does is not complete.',
    remedy: 'Cancel the import or wait until it has ended, then revert it.',
  },
  'import-was-dry-run': {
    cause: 'A dry run writes nothing, so nothing can be taken back.',
    remedy: 'Revert the import that was made from the same file, if there is one.',
  },
  'interaction-already-assigned': {
    cause: 'Somebody has said already whose interaction this is.',
    remedy: 'Read the timeline of the end user in `holderId` or list the open interactions anew; nothing is left to assign here.',
  },
  'interaction-not-found': {
    cause: 'The tenant of the API key has no interaction with this id.',
    remedy: 'Give the `interactionId` that was answered when the interaction was recorded, not the id of the other system.',
  },
  'key-not-found': {
    cause: 'The tenant has no API key with this id.',
    remedy: 'Give the `keyId`, the part of the key between the two underscores.',
  },
  'key-expiry-passed': {
    cause: 'The key would let nobody in, because the moment it is to expire at has passed.',
    remedy: 'Give an `expiresAt` in the future, or none; check the clock of the caller.',
  },
  'last-admin-key': {
    cause: 'Without an admin key nobody of the tenant could make keys any more, so the last one stays.',
    remedy: 'Make another admin key first, and revoke this one with it.',
  },
  'merge-in-progress': {
    cause: 'Another merge or unmerge of one of these end users has begun and has not come to its end.',
    remedy: 'Wait a moment and send the same request again; what was begun is brought to its end within seconds.',
  },
  'merge-not-found': {
    cause: 'No merge of this tenant has the id in the request.',
    remedy: 'List the merges with `GET /v1/merges`.',
  },
  'merge-undone': {
    cause: 'The merge was undone before, by another command.',
    remedy: 'Nothing is left to undo; `GET /v1/merges` says when and by whom it was done.',
  },
  'merge-with-itself': {
    cause: 'Both ids in the request are the same.',
    remedy: 'Name two different end users.',
  },
  'no-contact-point': {
    cause: 'Everything given was blocked, withheld or unreadable, so nobody can be looked for.',
    remedy: 'Give at least one usable contact point, or record the interaction, which is then kept as unidentified.',
  },
  'profile-limit-reached': {
    cause: 'Tags, custom fields and the like are bounded for each profile, and this change would go beyond.',
    remedy: 'Remove values that are no longer needed, then try again.',
  },
  'settings-invalid': {
    cause: 'The settings are checked as a whole, and the change would leave a combination that makes no sense.',
    remedy: 'Change together what belongs together; `detail` says what does not fit.',
  },
  'state-changed': {
    cause:
      'The request carried `If-Match`, and what it names was changed by somebody else in between; or it said how many persons it is about, and by now they are others.',
    remedy: 'Read it again, decide whether the change still makes sense, and send it with the new `ETag`, or the new number.',
  },
  'tenant-exists': {
    cause: 'A tenant of this name was made before.',
    remedy: 'Use the tenant that is there, or choose another name.',
  },
  'tenant-not-found': {
    cause: 'This engine has no tenant of this name.',
    remedy: 'Check the name against `GET /v1/tenants`, or make the tenant first.',
  },
  'not-a-member': {
    cause: 'The end user is a member of no organization with this id.',
    remedy: 'Make it a member first, or look at the organizations of its profile.',
  },
  'organization-deleted': {
    cause: 'The organization was deleted, for ever: its members left, its tickets keep it.',
    remedy: 'Use another organization, or create a new one.',
  },
  'organization-domain-invalid': {
    cause: 'A claimed domain must be one under which addresses are given out, such as acme.example; public suffixes such as co.uk and addresses are none.',
    remedy: 'Correct the domain that the pointer names.',
  },
  'organization-domain-taken': {
    cause: 'The list has one domain more than once.',
    remedy: 'Leave one of them out.',
  },
  'organization-exists': {
    cause: 'An organization with this id is there already.',
    remedy: 'Use a new idempotency key for a new organization.',
  },
  'organization-limit-reached': {
    cause: 'An end user is a member of a bounded number of organizations.',
    remedy: 'Let it leave another organization first.',
  },
  'organization-merged': {
    cause: 'The organization was merged into another one while the request was under way.',
    remedy: 'Send the request again: it goes to the organization that stands for it now.',
  },
  'organization-name-invalid': {
    cause: 'A name must have something to be seen in it, and at most 200 characters.',
    remedy: 'Send another name.',
  },
  'organization-name-taken': {
    cause: 'Names of organizations are unique in a tenant, whatever their case; `holderId` has this one.',
    remedy: 'Use the organization that has the name, or choose another name.',
  },
  'erasure-not-found': {
    cause: 'The end user is there, and was never erased.',
    remedy: 'Ask for its history, or erase it with `POST /v1/end-users/{id}/erase`.',
  },
  'retention-run-not-found': {
    cause: 'The tenant of the API key has no retention run with this id.',
    remedy: 'List the runs with `GET /v1/retention-runs`.',
  },
  'organization-not-found': {
    cause: 'No organization of this tenant has the id in the request.',
    remedy: 'Find it with `GET /v1/organizations`.',
  },
  'organizations-already-merged': {
    cause: 'The two organizations answer with one and the same canonical organization, by an earlier merge.',
    remedy: 'Nothing is left to merge.',
  },
  'requester-ambiguous': {
    cause: 'The contact point is shared, and nobody was guessed; `candidates` may be the requester.',
    remedy: 'Ask, and name the requester by `requesterId`.',
  },
  'routing-invalid': {
    cause: 'A rule has no name of its own, a condition that can never hold, or hours that are none.',
    remedy: 'Correct the rule that the pointer names.',
  },
  'ticket-exists': {
    cause: 'The ticket of this source and id was opened before, with another requester or status.',
    remedy: 'Change what is there, or open a ticket with another id.',
  },
  'ticket-not-found': {
    cause: 'No ticket of this tenant has the id in the request.',
    remedy: 'Find it with `GET /v1/tickets`.',
  },
  'webhook-limit-reached': {
    cause: 'A tenant has a bounded number of webhooks, because each of them follows the whole log.',
    remedy: 'Delete a webhook that is no longer used, or let one receiver hand events on.',
  },
  'webhook-not-found': {
    cause: 'The tenant of the API key has no webhook with this id.',
    remedy: 'List the webhooks and take an id from there; a deleted webhook does not come back.',
  },
  'webhook-target-refused': {
    cause: 'The address is no HTTPS address or leads into a private network, where a webhook could be misused to reach inside.',
    remedy: 'Give a public `https://` address. Who runs the engine may allow private targets by its configuration.',
  },
  'delivery-not-found': {
    cause: 'No dead letter of this webhook has this position; it may have been replayed already.',
    remedy: 'List the dead letters of the webhook and take a position from there.',
  },
  'time-in-future': {
    cause:
      'Interactions, tickets and their statuses are told of once they have happened; the time in the request lies more than ten minutes after the clock of the engine.',
    remedy: 'Correct the clock or the time zone that the time comes from, or leave the time out: then it is now.',
  },
  'too-contested': {
    cause: 'Several writers changed the same contact points at the same moment, and this command lost every round.',
    remedy: 'Send the same request again with the same idempotency key after the time in `Retry-After`.',
  },
  ...requestProblemHelp,
};
