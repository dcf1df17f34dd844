import type { Normalised } from './channel';

const invalid = (reason: string): Normalised => ({ kind: 'invalid', reason });

/** RFC 5322 atext and the dot, in ASCII. */
const asciiLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
/** What RFC 6531 adds: any character beyond ASCII but controls, invisible, unassigned and private ones, and spaces. */
const anyLocal = /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~.-]|[^\p{C}\p{Z}\u0000-\u007f])+$/u;
/** RFC 1123 2.1: letters, digits, inner hyphens; at most 63 octets (RFC 1035 2.3.4). */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What nearly every address looks like: it is its own key in lower case, which all the rules below would find too, in five times the time. */
const plain = /^[a-z0-9][a-z0-9+._-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/**
 * `email/1`: one address, local part and domain in lower case, the domain in ASCII (IDNA, UTS 46); at most 254 octets
 * (RFC 5321 4.5.3.1.3, erratum 1690). `+tag` and dots stay: folding them is evidence, never identity.
 */
export function email(text: string): Normalised {
  if (text.length <= 254 && plain.test(text)) return keyOf(text.toLowerCase());
  // The null reverse-path of bounces and receipts (RFC 5321 4.5.5): nobody's address.
  if (text === '<>') return { kind: 'none', reason: 'empty' };
  const at = text.lastIndexOf('@');
  if (at < 0) return invalid('no-at-sign');
  if (/[<>]/.test(text)) return invalid('display-name');
  const local = localPart(text.slice(0, at));
  if (typeof local !== 'string') return local;
  const domain = domainPart(text.slice(at + 1));
  if (typeof domain !== 'string') return domain;
  const key = `${local}@${domain}`;
  return octets(key) > 254 ? invalid('too-long') : keyOf(key);
}

/** RFC 6761 6.4: `.invalid` names nothing; senders who hide put it there, and all of them would be one person. */
const keyOf = (key: string): Normalised => (key.endsWith('.invalid') ? { kind: 'none', reason: 'withheld' } : { kind: 'key', key });

function localPart(given: string): string | Normalised {
  if (given === '') return invalid('no-local-part');
  if (/[,;]/.test(given)) return invalid('several-addresses');
  const quoted = given.length > 2 && given.startsWith('"') && given.endsWith('"');
  const text = quoted ? given.slice(1, -1) : given;
  // Composed last, because lower case can decompose (U+0130).
  const local = text.toLowerCase().normalize('NFC');
  if (!asciiLocal.test(local) && !anyLocal.test(local)) return invalid(whyNotLocal(given));
  // Dots in a row or at the end break RFC 5321's Dot-string, but Japanese carriers gave out such addresses; none begins with one.
  if (local.startsWith('.')) return invalid('invalid-local-part');
  return octets(local) > 64 ? invalid('local-part-too-long') : local;
}

function whyNotLocal(given: string): string {
  if (given.startsWith('"')) return 'quoted-local-part';
  if (given.includes('@')) return 'several-addresses';
  return /\s/.test(given) ? 'has-spaces' : 'invalid-local-part';
}

function domainPart(given: string): string | Normalised {
  if (given.startsWith('[')) return invalid('domain-literal');
  const text = given.endsWith('.') ? given.slice(0, -1) : given;
  if (text === '') return invalid('no-domain');
  const domain = asciiDomain(text);
  if (domain === undefined || domain.length > 253) return invalid('invalid-domain');
  const labels = domain.split('.');
  // The last label of a host name is never a number (RFC 1123 2.1, RFC 3696 2): that is a machine's address, or part of one.
  if (!labels.every((each) => label.test(each)) || /^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return invalid('invalid-domain');
  return labels.length === 1 ? invalid('domain-without-dot') : domain;
}

/**
 * The domain by the URL standard's IDNA (UTS 46, non-transitional), undefined where that refuses it. An ASCII name maps to itself
 * in lower case, so it skips the parser, which would also take ports, paths and escapes; a property test holds the two ways together.
 */
function asciiDomain(text: string): string | undefined {
  if (/^[a-z0-9.-]+$/i.test(text)) return text.toLowerCase();
  if (/[^\P{ASCII}a-zA-Z0-9.-]/u.test(text)) return undefined;
  try {
    return new URL(`http://${text}`).hostname;
  } catch {
    return undefined;
  }
}

/** Length in octets of UTF-8. */
function octets(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) count += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return count;
}
