/**
 * Why two profiles may be one person, strongest first. Each rests on something exact; likelihoods are another matter.
 * `same-mailbox`: two e-mail addresses that one provider delivers to one mailbox. `same-number`: one key on two channels that are siblings.
 * `met-in-interaction`: both held a contact point of one contact. `same-name-and-domain`: one name, at one company's e-mail domain.
 * `same-name-and-organization`: one name, members of one organization.
 */
export const duplicateRules = ['same-mailbox', 'same-number', 'met-in-interaction', 'same-name-and-domain', 'same-name-and-organization'] as const;
export type DuplicateRule = (typeof duplicateRules)[number];

/** What more profiles than this share tells none of them from strangers: a switchboard, a role, a name that everybody is given. */
export const mostSharing = 20;
