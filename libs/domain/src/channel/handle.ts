import type { Normalised } from './channel';

/**
 * Letters, marks and digits of any script, and the three punctuation marks that platforms allow: X has `[A-Za-z0-9_]{1,15}`,
 * Telegram `[A-Za-z0-9_]{4,32}` or a numeric id, Instagram `[a-z0-9._]{1,30}`. One rule for all, because a tenant's own channel may
 * be any network. `\p{…}` holds assigned characters only: their case and composition never change (Unicode stability policy).
 */
const name = /^[\p{L}\p{M}\p{Nd}_.-]{1,64}$/u;
const letterOrDigit = /[\p{L}\p{Nd}]/u;

/** `handle/1`: the name without its leading @, composed (NFC) and in lower case; at most 64 UTF-16 units. Links to a profile are no names. */
export function handle(text: string): Normalised {
  const bare = text.startsWith('@') ? text.slice(1) : text;
  if (bare === '') return { kind: 'none', reason: 'empty' };
  const key = bare.toLowerCase().normalize('NFC');
  if (key.length > 64) return { kind: 'invalid', reason: 'too-long' };
  if (!name.test(key) || !letterOrDigit.test(key)) return { kind: 'invalid', reason: 'not-a-handle' };
  return { kind: 'key', key };
}
