/** SQLite's extended result code of an error, undefined for errors that are not its own. https://sqlite.org/rescode.html */
export function sqliteCode(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : undefined;
}

/** What SQLite says went wrong, in its own fixed words: never a value that was being stored. */
export function sqliteReason(error: unknown): string {
  const code = sqliteCode(error);
  if (code !== undefined && typeof error === 'object' && error !== null && 'errstr' in error) return `${error.errstr} (SQLite ${code})`;
  return error instanceof Error ? error.name : 'unknown reason';
}
