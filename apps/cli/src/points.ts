import type { NamedPoint } from '@kith/client';
import { exitCodes } from './exit-codes';
import { Failure } from './failure';

/** What the arguments that name contact points look like. */
export const pointHelp =
  'an address: email=lea@example.org, phone=+33612345678, <channel>.<scope>=<value>; the channel of an e-mail address or a number may be left out';

/**
 * A contact point as it is written at a terminal: `<channel>=<value>`, `<channel>.<scope>=<value>`, or an e-mail address or a number alone.
 * @throws Failure
 */
export function pointIn(text: string): NamedPoint {
  const { channel, scope, value } = /^(?<channel>[a-z][a-z0-9-]*)(?:\.(?<scope>[^=]+))?=(?<value>.+)$/s.exec(text)?.groups ?? {};
  if (channel !== undefined && value !== undefined) return { channel, ...(scope !== undefined && { scope }), value };
  if (/^[^@\s=]+@[^@\s]+$/.test(text)) return { channel: 'email', value: text };
  if (/^\+?[\d\s()./-]{4,}$/.test(text)) return { channel: 'phone', value: text };
  throw new Failure(exitCodes.usage, `not understood: ${JSON.stringify(text)} is no <channel>=<value>, no e-mail address and no number`);
}

/** The contact point as it is printed. */
export const pointText = ({ channel, scope, value }: { readonly channel: string; readonly scope?: string | null; readonly value: string }): string =>
  `${channel}${scope ? `.${scope}` : ''} ${value}`;
