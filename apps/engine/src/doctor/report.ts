import type { ToldSetting } from '@kith/config';
import type { Finding } from './finding';

/** All that was found. */
export interface Examined {
  readonly settings: readonly ToldSetting[];
  readonly findings: readonly Finding[];
}

/** Whether nothing is a problem; warnings are for another day. */
export const isWell = ({ findings }: Examined): boolean => findings.every(({ status }) => status !== 'problem');

/** For machines: one JSON object. */
export const asJson = (examined: Examined): string => `${JSON.stringify({ well: isWell(examined), ...examined })}\n`;

const labels = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' } as const;

/** For people: a line for each finding, what to do below it, and what it comes to. Settings that are as they come are left out. */
export function asText(examined: Examined): string {
  const { settings, findings } = examined;
  const count = (wanted: Finding['status']) => findings.filter(({ status }) => status === wanted).length;
  const given = settings
    .filter(({ from }) => from !== 'default' && from !== 'nowhere')
    .map(({ variable, value, from }) => `  ${variable} = ${value} (${from})`);
  return `${[
    given.length === 0 ? 'settings: all as they come' : 'settings, beside those that are as they come:',
    ...given,
    '',
    ...findings.flatMap(({ check, status, says, advice }) => [`${labels[status]} ${check}: ${says}`, ...(advice === undefined ? [] : [`        → ${advice}`])]),
    '',
    isWell(examined)
      ? `nothing is wrong${told(count('warning'))}`
      : `${count('problem')} ${count('problem') === 1 ? 'problem' : 'problems'}${told(count('warning'))}`,
  ].join('\n')}\n`;
}

const told = (warnings: number): string => (warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`);
