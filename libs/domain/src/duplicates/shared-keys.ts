import type { PointIdentity } from '../contact-point/contact-point.events';
import { foldedName } from './folded-name';
import { isFreeMail } from './free-mail';
import { domainOf, mailboxOf } from './mailbox';

/** What a contact point has in common with those of others. */
export interface SharedKeys {
  /** Equal on two addresses of one channel, or on two channels that are siblings, it is one person's. */
  readonly key: string;
  /** Where somebody of the same name is likely the same person; null where anybody can have an address. */
  readonly domain: string | null;
}

/** Undefined for an id that means something only within its scope: nobody else's is like it. */
export function sharedKeys({ scope, key, normaliser }: Pick<PointIdentity, 'scope' | 'key' | 'normaliser'>): SharedKeys | undefined {
  if (scope !== '') return undefined;
  if (normaliser !== 'email/1') return { key, domain: null };
  const domain = domainOf(key);
  return { key: mailboxOf(key), domain: isFreeMail(domain) ? null : domain };
}

/** The key of somebody with this name at this domain, or in the organization with this id; a name has no `@`. Undefined for a name that names nobody. */
export function nameAt(name: string, place: string): string | undefined {
  const folded = foldedName(name);
  return folded === undefined ? undefined : namedKey(folded, place);
}

/** The same of a name that is folded already. */
export const namedKey = (folded: string, place: string): string => `${folded}@${place}`;

/** Name and place of such a key. */
export function nameAndPlaceOf(key: string): { readonly name: string; readonly place: string } {
  const at = key.lastIndexOf('@');
  return { name: key.slice(0, at), place: key.slice(at + 1) };
}
