/** Ids, addresses, tokens and secrets that a text tells: whoever else hears one of them has heard of whose they are. @param token stands in all their texts */
export const tellsOf = (text: string, token: string): string[] => [
  ...new Set(
    text.match(new RegExp(`[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|${token}[\\w-]*(?:@example\\.org)?|whsec_[\\w+/=]+|kith_[a-z0-9]{8,}_[\\w-]{20,}`, 'g')) ??
      [],
  ),
];

/** What of it an answer tells to somebody who has not asked with it. */
export const leaked = (text: string, known: ReadonlySet<string>, asked: string): string[] =>
  [...known].filter((told) => told.length > 8 && text.includes(told) && !asked.includes(told) && !asked.includes(encodeURIComponent(told)));
