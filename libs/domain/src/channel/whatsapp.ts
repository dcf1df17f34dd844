import type { Normalised } from './channel';
import { e164 } from './phone';

/** Meta, "Business-scoped user IDs": region, dot, up to 128 alphanumerics; `ENT` between them marks a parent id. */
const businessScopedId = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/** An address of WhatsApp's own protocol: digits, a device number, and the server that says what the digits are. */
const protocolAddress = /^(\d{1,20})(?::\d{1,5})?@(?:s\.whatsapp\.net|c\.us)$/i;

const number = /^\+?[\d\s().\u2010-\u2015\u2212-]+$/u;

/**
 * `whatsapp/1`: a number with the key it has on `phone`, or a business-scoped user id as it is.
 * WhatsApp writes numbers with country code and without plus, so bare digits are never read as a national number.
 */
export function whatsapp(text: string): Normalised {
  if (businessScopedId.test(text)) return { kind: 'key', key: text };
  // Twilio and others put the channel in front: `whatsapp:+14155238886`.
  const address = text.replace(/^whatsapp:/i, '').trim();
  if (address === '') return { kind: 'none', reason: 'empty' };
  const digits = protocolAddress.exec(address)?.[1] ?? address;
  // Groups, broadcasts, hidden ids (`…@lid`), names: nothing that identifies one person here.
  if (!number.test(digits)) return { kind: 'invalid', reason: 'not-a-whatsapp-id' };
  return e164(digits.startsWith('+') ? digits : `+${digits}`, null);
}
