/** What a setting's text may not be; the message completes "must be …" and never repeats the text, which may be a secret. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** One setting: everything that is known about it. */
export interface Setting<T> {
  /** The environment variable, `KITH_…`; the flag follows from it. */
  readonly variable: string;
  /** Text taken when nothing is given; absent when the setting is then undefined. */
  readonly fallback?: string;
  /** What is allowed, completing "must be …". */
  readonly allowed: string;
  /** What it does, in a sentence or two. */
  readonly meaning: string;
  readonly secret?: true;
  /**
   * The value of a text that is not empty.
   * @throws NotAllowed when it is not one of those allowed, with a reason of its own where `allowed` would not help
   */
  parse(text: string, cwd: string): T;
}

/** `KITH_EVENT_STORE` is `--event-store`. */
export function flagOf({ variable }: { readonly variable: string }): string {
  return `--${variable.slice('KITH_'.length).toLowerCase().replaceAll('_', '-')}`;
}
