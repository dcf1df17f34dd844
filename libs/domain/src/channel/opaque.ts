import type { Normalised } from './channel';

/** `opaque/1`: an id that somebody else made. Whoever made it compares it exactly, so it stays exactly as it is. */
export const opaque = (text: string): Normalised => ({ kind: 'key', key: text });
