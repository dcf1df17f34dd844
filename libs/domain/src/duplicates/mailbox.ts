import { type MailProvider, mailProviders } from './mail-providers';

const providerAt: ReadonlyMap<string, MailProvider> = new Map(mailProviders.flatMap((provider) => provider.domains.map((domain) => [domain, provider])));

/** The domain of an e-mail key. */
export const domainOf = (key: string): string => key.slice(key.lastIndexOf('@') + 1);

/**
 * The mailbox that an e-mail key (`email/1`) is delivered to, as far as its provider says; the key itself where it says nothing.
 * Evidence that two addresses are one person's, never their identity: providers change their rules.
 */
export function mailboxOf(key: string): string {
  const domain = domainOf(key);
  const local = key.slice(0, key.length - domain.length - 1);
  const provider = providerAt.get(domain);
  if (provider) return folded(local, domain, provider) ?? key;
  const [, name, parent] = /^([^.]+)\.(.+)$/.exec(domain) ?? [];
  const above = parent === undefined ? undefined : providerAt.get(parent);
  return (above?.tagBefore && name !== undefined && parent !== undefined && folded(name, parent, above)) || key;
}

/** Undefined when nothing would be left of the name: such an address is nobody's. */
function folded(local: string, domain: string, { domains, sameAtAll, tagAfter, ignored, hyphenIsDot }: MailProvider): string | undefined {
  const tag = tagAfter === undefined ? -1 : local.indexOf(tagAfter);
  let name = tag < 0 ? local : local.slice(0, tag);
  for (const sign of ignored ?? '') name = name.replaceAll(sign, '');
  if (hyphenIsDot) name = name.replaceAll('-', '.');
  return name === '' ? undefined : `${name}@${sameAtAll ? domains[0] : domain}`;
}
