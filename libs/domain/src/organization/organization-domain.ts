import { getDomain } from 'tldts';
import { email } from '../channel/email';
import { isFreeMail } from '../duplicates/free-mail';
import { refuse } from '../refusal';
import type { MembershipSettings } from '../settings/settings.events';
import type { GivenDomain } from './organization.commands';
import type { DomainClaim } from './organization.events';

/** The most domains that one organization claims, and the most that it excepts, in all. */
export const domainLimits = { domains: 100, exceptions: 100 } as const;

/** Of claims of one domain the lower number wins; this is what a claim has unless it says another. */
export const precedences = { least: 0, most: 1000, unlessSaid: 100 } as const;

/** Whether anybody can have an address at this domain (ASCII, lower case), by the known list and what the tenant says of it. */
export const isAnybodys = (domain: string, { freeMail, notFreeMail }: Pick<MembershipSettings, 'freeMail' | 'notFreeMail'>): boolean =>
  freeMail.includes(domain) || (isFreeMail(domain) && !notFreeMail.includes(domain));

/** A domain as the rules of e-mail addresses write it (ASCII, lower case); undefined for what is none, such as the address of a machine. */
export function emailDomain(given: string): string | undefined {
  const address = email(`a@${given.trim()}`);
  return address.kind === 'key' ? address.key.slice(2) : undefined;
}

/** Whether a domain lies below another one, at any depth. */
export const isBelow = (domain: string, above: string): boolean => domain.endsWith(`.${above}`);

/**
 * The claims as they are stored: each domain once, by name, exceptions likewise. Nobody claims what others get their domains from, whether a
 * registry or a private company (Public Suffix List, with its private part), nor where anybody can have an address.
 * @throws Refusal `organization-domain-invalid`, `organization-domain-taken`, `profile-limit-reached`, each with a pointer below `/domains`
 */
export function claimedDomains(given: readonly GivenDomain[], settings: Pick<MembershipSettings, 'freeMail' | 'notFreeMail'>): readonly DomainClaim[] {
  const exceptions = given.reduce((sum, { except = [] }) => sum + except.length, 0);
  if (given.length > domainLimits.domains || exceptions > domainLimits.exceptions)
    refuse('profile-limit-reached', `An organization claims at most ${domainLimits.domains} domains and excepts at most ${domainLimits.exceptions}.`, {
      pointer: '/domains',
    });
  const claims = new Map<string, DomainClaim>();
  for (const [i, one] of given.entries()) {
    const claim = claimOf(one, `/domains/${i}`, settings);
    if (claims.has(claim.domain)) refuse('organization-domain-taken', `${claim.domain} is there already.`, { pointer: `/domains/${i}/domain` });
    claims.set(claim.domain, claim);
  }
  return [...claims.values()].sort((a, b) => (a.domain < b.domain ? -1 : 1));
}

function claimOf(given: GivenDomain, pointer: string, settings: Parameters<typeof isAnybodys>[1]): DomainClaim {
  const invalid = (member: string, reason: string, detail: string) =>
    refuse('organization-domain-invalid', detail, { pointer: `${pointer}/${member}`, reason });
  const domain = emailDomain(given.domain) ?? invalid('domain', 'invalid-domain', 'This is no domain of e-mail addresses.');
  if (getDomain(domain, { allowPrivateDomains: true }) === null)
    invalid('domain', 'public-suffix', `Domains of many owners lie below ${domain}: claim those that are the organization's own.`);
  if (isAnybodys(domain, settings)) invalid('domain', 'free-mail', `Anybody can have an address at ${domain}: it makes nobody a member.`);
  const { precedence = precedences.unlessSaid, subdomains = false } = given;
  if (!(Number.isInteger(precedence) && precedence >= precedences.least && precedence <= precedences.most))
    invalid('precedence', 'out-of-range', `A precedence is a whole number from ${precedences.least} to ${precedences.most}.`);
  const except = (given.except ?? []).map((one, i) => {
    const excepted = emailDomain(one);
    return excepted !== undefined && isBelow(excepted, domain)
      ? excepted
      : invalid(`except/${i}`, 'not-below', `Only domains below ${domain} can be excepted from it.`);
  });
  return { domain, subdomains, except: [...new Set(except)].sort(), precedence };
}
