import type { CommandContext } from '../command';

/** Erase every person without contact since a time; refused when they are not as many as whoever asks has seen. */
export class StartRetentionRun {
  constructor(
    readonly context: CommandContext,
    /** RFC 3339 UTC. */
    readonly withoutContactSince: string,
    /** So many persons, as the preview told; never more are erased by it. */
    readonly expected: number,
  ) {}
}

/** Erase nobody more by a run; who is erased stays so. */
export class CancelRetentionRun {
  constructor(
    readonly context: CommandContext,
    readonly runId: string,
  ) {}
}
