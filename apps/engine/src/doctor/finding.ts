/** What was looked at, how it is, and what to do when it is not well. */
export interface Finding {
  /** Stable: programs decide by it. */
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'problem';
  /** A sentence without secrets and without personal data. */
  readonly says: string;
  readonly advice?: string;
}

export const ok = (check: string, says: string): Finding => ({ check, status: 'ok', says });
export const warning = (check: string, says: string, advice: string): Finding => ({ check, status: 'warning', says, advice });
export const problem = (check: string, says: string, advice: string): Finding => ({ check, status: 'problem', says, advice });

/** The first line of what was thrown: drivers add the whole of a query to it. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).split('\n')[0] ?? 'unknown reason';
};
