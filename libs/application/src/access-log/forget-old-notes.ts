import type { Settings } from '@kith/domain';
import type { AccessLog } from './access-log';

const dayMs = 24 * 60 * 60 * 1_000;
/** How many entries go in one step, which on an embedded store holds everything else up. */
const step = 200;

/**
 * Removes the notes that are older than their tenant keeps them, whether or not new ones are made.
 * @param now milliseconds since 1970 UTC
 * @returns how many went
 * @throws AccessLogUnavailable
 */
export async function forgetOldNotes(
  log: AccessLog,
  settingsOf: (tenant: string) => Promise<Pick<Settings, 'accessLog'>>,
  now: number,
  signal?: AbortSignal,
): Promise<number> {
  let total = 0;
  for (const tenant of await log.tenants()) {
    const { days } = (await settingsOf(tenant)).accessLog;
    for (let gone = step; gone === step && !signal?.aborted; total += gone) {
      gone = await log.forget(tenant, now - days * dayMs, step);
      // Requests go first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return total;
}
