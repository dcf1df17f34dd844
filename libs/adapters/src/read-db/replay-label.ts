import { type ReplayOf, ReplayUnusable } from '@kith/read-models';

/** What is written on a replay, in one line of JSON. */
export const written = ({ position, ...of }: ReplayOf): string => JSON.stringify({ ...of, position: position.toString() });

/** What a label says. @param where it is found @throws ReplayUnusable for what no replay has on it */
export function readLabel(text: string | null, where: string): ReplayOf {
  try {
    const { log, position, asked, version } = JSON.parse(text ?? '') as Record<keyof ReplayOf, unknown>;
    if (typeof log === 'string' && typeof asked === 'string' && typeof version === 'number') return { log, position: BigInt(String(position)), asked, version };
  } catch {
    // Said below: whatever is wrong with it, it is no label.
  }
  throw new ReplayUnusable(`${where} does not say what it is a replay of: name another place`);
}
