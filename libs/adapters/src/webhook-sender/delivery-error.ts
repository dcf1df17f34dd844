import type { DeliveryError } from '@kith/application';
import { TargetRefused } from './guarded-lookup';

/** The receiver has not answered within the time for it. */
export class AnswerTimeout extends Error {
  override readonly name = 'AnswerTimeout';
}

/** What an administrator is told of an error of the network: one of a few words, never an address or a text from elsewhere. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof AnswerTimeout) return 'timeout';
  if (error instanceof TargetRefused) return 'target-refused';
  // Several addresses were tried: the last word is as good as any.
  if (error instanceof AggregateError) return deliveryError(error.errors.at(-1));
  const code = String((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'name-unresolved';
  if (code.startsWith('HPE_')) return 'answer-malformed';
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/.test(code)) return 'tls-failed';
  return code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
}

/** How long a receiver asks to be left alone: seconds, or a date (RFC 9110, 10.2.3); null for what is neither. Milliseconds. */
export function retryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
