import type { Why } from './engine-client';

/** What a sentence is made of. */
interface Said {
  /** Channel and address, or the channel alone where the value makes no address. */
  readonly point: string;
  /** Name of the end user that the rule speaks of. */
  readonly who: string;
  readonly detail: string;
}

/** Each rule of the policy `resolve/1` as a sentence. A rule without a sentence does not compile. */
const sentences: Readonly<Record<Why['rule'], (said: Said) => string>> = {
  'held-by': ({ point, who }) => `${point} belongs to ${who}`,
  'held-by-sibling': ({ point, who }) => `nobody held ${point}, but the same number on a sibling channel belongs to ${who}`,
  'held-by-shared': ({ point, who }) => `${point} is shared, and ${who} is one of those who use it`,
  'holder-suspended': ({ who }) => `${who} is suspended, and matched all the same`,
  'holder-gone': ({ point, who }) => `${point} was held by ${who}, who was deleted`,
  'wins-by-priority': ({ point, who }) => `the addresses belong to different people; ${point} counts more, so it is ${who}`,
  outranked: ({ point, who }) => `${who} keeps ${point}; the answer names the two as possible duplicates`,
  quarantined: ({ point }) => `${point} was released lately, so it starts no new profile`,
  free: ({ point }) => `nobody held ${point}`,
  'created-for': ({ point, who }) => `${who} was created, and holds ${point}`,
  attached: ({ point, who }) => `${point} belongs to ${who} from now on`,
  'not-attached-unverified': ({ point }) => `${point} was not attached: this channel takes verified addresses only`,
  'not-attached-limit': ({ point, who }) => `${point} was not attached: ${who} has as many on this channel as allowed`,
  'not-attached-taken': ({ point, who }) => `${point} was not attached: ${who} got it first`,
  blocked: ({ point }) => `what was given for ${point} is on the blocklist: nobody's address`,
  unusable: ({ point, detail }) => `what was given for ${point} is no address (${detail})`,
  'named-by-caller': ({ who }) => `the caller named ${who}`,
};

/** The explanation of an answer, a sentence for each step. @param nameOf how end users are called, by id */
export const whyInWords = (why: readonly Why[], nameOf: (endUserId: string) => string): readonly string[] =>
  why.map(({ rule, channel, key, endUserId, detail }) =>
    sentences[rule]({
      point: key === null ? channel : `${channel} ${key}`,
      who: endUserId === undefined ? 'nobody' : nameOf(endUserId),
      detail: detail ?? 'no reason given',
    }),
  );
