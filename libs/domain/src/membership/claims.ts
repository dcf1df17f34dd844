import { getDomain } from 'tldts';
import type { DomainClaim } from '../organization/organization.events';
import { isAnybodys, isBelow } from '../organization/organization-domain';
import type { MembershipSettings } from '../settings/settings.events';

/** A claim with who made it. */
export interface KnownClaim extends DomainClaim {
  readonly organizationId: string;
  /** Position of the event since which the organization claims this domain without a break. */
  readonly since: bigint;
}

/** An e-mail address that a profile holds, as far as organizations care. */
export interface HeldDomain {
  /** Of the address, in ASCII and lower case. */
  readonly domain: string;
  readonly verified: boolean;
}

/** Domains above an address that are looked at, the nearest to the registered one first: whoever makes up an address may write a hundred labels. */
const mostAbove = 8;

/**
 * The domains whose claims can stand for an address at this one, the most specific first: itself, then those above it down to the one that
 * was registered (Public Suffix List with its private part, as claims are checked). None for a domain that nobody can claim.
 * @param domain in ASCII, lower case
 */
export function claimable(domain: string): readonly string[] {
  const registered = getDomain(domain, { allowPrivateDomains: true });
  if (registered === null) return [];
  if (domain === registered) return [domain];
  if (!isBelow(domain, registered)) return [];
  const labels = domain.split('.');
  const above = labels.slice(1).map((_, i) => labels.slice(i + 1).join('.'));
  return [domain, ...above.slice(0, above.indexOf(registered) + 1).slice(-mostAbove)];
}

/** The claim by which an address at a domain makes a member: of the most specific domain; then by precedence, age and the organization's id. */
export function winningClaim<Claim extends KnownClaim>(domain: string, claims: readonly Claim[]): Claim | undefined {
  for (const candidate of claimable(domain)) {
    const standing = claims.filter((claim) => claim.domain === candidate && standsFor(claim, domain));
    if (standing.length > 0) return standing.reduce((best, claim) => (comesBefore(claim, best) ? claim : best));
  }
  return undefined;
}

function standsFor({ domain: claimed, subdomains, except }: DomainClaim, domain: string): boolean {
  if (claimed === domain) return true;
  return subdomains && !except.some((excepted) => excepted === domain || isBelow(domain, excepted));
}

function comesBefore(one: KnownClaim, other: KnownClaim): boolean {
  if (one.precedence !== other.precedence) return one.precedence < other.precedence;
  if (one.since !== other.since) return one.since < other.since;
  return one.organizationId < other.organizationId;
}

/**
 * The organization that an address at each of these domains makes a member of. Where anybody can have an address, claims count for nothing:
 * neither for the domain itself, nor one of such a domain for those below it.
 * @param claims at least all of what {@link claimable} names for these domains
 */
export function organizationsAt(
  domains: Iterable<string>,
  claims: readonly KnownClaim[],
  settings: Pick<MembershipSettings, 'freeMail' | 'notFreeMail'>,
): ReadonlyMap<string, string> {
  const at = Map.groupBy(claims, ({ domain }) => domain);
  const found = new Map<string, string>();
  for (const domain of new Set(domains)) {
    const near = claimable(domain).flatMap((one) => at.get(one) ?? []);
    const winner =
      near.length === 0
        ? undefined
        : winningClaim(
            domain,
            near.filter((claim) => !isAnybodys(claim.domain, settings)),
          );
    if (winner && !isAnybodys(domain, settings)) found.set(domain, winner.organizationId);
  }
  return found;
}

/** The domains of claims that are not the same in both: what addresses at them, or below, make a member of may be another organization by now. */
export function changedDomains(before: readonly DomainClaim[], after: readonly DomainClaim[]): readonly string[] {
  const written = (claims: readonly DomainClaim[]) =>
    new Map(claims.map(({ domain, subdomains, except, precedence }) => [domain, JSON.stringify([subdomains, except, precedence])]));
  const [was, is] = [written(before), written(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((domain) => was.get(domain) !== is.get(domain)).sort();
}
