import type { Normalised, NormaliserName } from './channel';
import { email } from './email';
import { handle } from './handle';
import { opaque } from './opaque';
import { e164 } from './phone';
import { whatsapp } from './whatsapp';

export { isSupportedRegion } from './phone';

interface Rule {
  /** Longest raw value that is looked at, in UTF-16 units; generous against the keys, so that padding and display forms pass. */
  readonly longest: number;
  readonly read: (text: string, defaultRegion: string | null) => Normalised;
}

const rules: Readonly<Record<NormaliserName, Rule>> = {
  'email/1': { longest: 1024, read: email },
  'e164/1': { longest: 256, read: e164 },
  'whatsapp/1': { longest: 256, read: whatsapp },
  'handle/1': { longest: 256, read: handle },
  'opaque/1': { longest: 512, read: opaque },
};

const controlCharacter = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * The key that identifies a value on its channel, or why there is none (permanent; see ADR 2). Pure; never throws.
 * `defaultRegion` is the ISO 3166-1 alpha-2 region of phone numbers written without a country code; null accepts none.
 * Whatever the normaliser: `too-long` and `not-text` (lone surrogates, control characters inside) are invalid, blank is `empty`.
 */
export function normalise(normaliser: NormaliserName, value: string, { defaultRegion }: { defaultRegion: string | null }): Normalised {
  const { longest, read } = rules[normaliser];
  if (value.length > longest) return { kind: 'invalid', reason: 'too-long' };
  if (!value.isWellFormed()) return { kind: 'invalid', reason: 'not-text' };
  const text = value.trim();
  if (text === '') return { kind: 'none', reason: 'empty' };
  if (controlCharacter.test(text)) return { kind: 'invalid', reason: 'not-text' };
  return read(text, defaultRegion);
}
