import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The longest URL of a receiver. */
const maxUrlLength = 2_048;

/** Names that mean this machine or this network, whatever a name service says (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const localNames = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|test|invalid|onion|alt)$/;

/** A public address by its range that stands for the host inside one large provider's machines. */
const insideProviders: readonly string[] = ['168.63.129.16'];

/** The only block of IPv6 that is given out for the public network (IANA, RFC 4291), and what of it is for documents (RFC 9637). */
const [global, documents] = [ipaddr.IPv6.parseCIDR('2000::/3'), ipaddr.IPv6.parseCIDR('3fff::/20')];

/**
 * Whether an address is one of the public network: nothing private, local, shared, reserved, or that wraps another address
 * (mapped, translated, tunnelled: RFC 4291, RFC 6052, RFC 3056, RFC 4380).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(global) && !parsed.match(documents) : !insideProviders.includes(parsed.toString());
}

/** The host without the brackets and dots around it. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');

/**
 * Why nothing may be sent to the URL, as far as the URL alone tells; undefined when it may. URLs are compared as the URL
 * parser normalises them: an address written as one number, in octal or with full-width dots is an address.
 */
export function whyNotTarget(url: string, privateTargets: boolean): string | undefined {
  if (url.length > maxUrlLength) return `The URL must have at most ${maxUrlLength} characters.`;
  if (!URL.canParse(url)) return 'The value must be an absolute URL, such as https://hooks.example.org/kith.';
  const target = new URL(url);
  if (target.protocol !== 'https:' && !(privateTargets && target.protocol === 'http:')) return 'The URL must begin with https://.';
  if (target.username !== '' || target.password !== '') return 'The URL must hold no user name and no password: the receiver checks the signature.';
  return privateTargets ? undefined : whyNotHost(hostOf(target));
}

function whyNotHost(host: string): string | undefined {
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : notPublic;
  return !host.includes('.') || localNames.test(host) ? notPublic : undefined;
}

/** What is said of every target inside: which of its ranges it is in is nobody's business. */
export const notPublic = 'The target is not on the public network. An operator can allow such targets with KITH_WEBHOOK_PRIVATE_TARGETS.';
