import { constants, platform, setPriority } from 'node:os';

/**
 * Lets the other threads of this process go before this one where there are too few processors for all of them: what goes on for minutes is not to
 * keep whoever waits for an answer. On Linux every thread has a nice value of its own (sched(7)); elsewhere it would be that of the whole process.
 */
export function goAfterOthers(): void {
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
