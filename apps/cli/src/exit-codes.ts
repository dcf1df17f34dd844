/** What every command of `kith` ends with. Programs of the engine that it runs keep their own codes, which mean the same as far as they go. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  refused: 4,
  incomplete: 5,
  interrupted: 130,
} as const;

/** The table of `kith help exit-codes` and of the documentation. */
export const exitCodeMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [exitCodes.done, 'done, or there was nothing to do; for verify and doctor: nothing is wrong'],
  [exitCodes.failed, 'failed, or something is wrong; what is in the way is said on stderr'],
  [exitCodes.usage, 'wrong use, or wrong configuration; nothing was begun'],
  [exitCodes.unreachable, 'no engine answers where it should be'],
  [exitCodes.refused, 'the engine refused; the code of the problem stands first in the message'],
  [exitCodes.incomplete, 'done, but some rows of the import were refused'],
  [exitCodes.interrupted, 'interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP'],
];
