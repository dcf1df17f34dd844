import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import type { RetentionRunEvent } from './retention.events';

/** How far a run has come. */
export interface RetentionRun {
  readonly status: 'unknown' | 'running' | 'cancelled' | 'ended';
  /** RFC 3339 UTC. */
  readonly withoutContactSince?: string;
  readonly expected: number;
  /** The end user that the next page begins behind; empty: from the first. */
  readonly after: string;
  readonly scanned: number;
  readonly erased: number;
  readonly kept: number;
}

/** What one page came to. */
export type RetainedPage = Pick<RetentionRun, 'scanned' | 'erased' | 'kept'>;

/** A step on the stream of a run. */
export abstract class OnRetentionRun {
  constructor(
    readonly tenant: string,
    readonly runId: string,
  ) {}
}

/** Step: whoever asked has seen how many persons it concerns. */
export class BeginRetentionRun extends OnRetentionRun {
  constructor(
    tenant: string,
    runId: string,
    readonly withoutContactSince: string,
    readonly expected: number,
  ) {
    super(tenant, runId);
  }
}

/** Step: the page behind `from` is done, up to and with the end user `to`; null: it was the last one. */
export class AdvanceRetentionRun extends OnRetentionRun {
  constructor(
    tenant: string,
    runId: string,
    readonly from: string,
    readonly to: string | null,
    readonly page: RetainedPage,
  ) {
    super(tenant, runId);
  }
}

/** Step: nobody more is to be erased by it. */
export class StopRetentionRun extends OnRetentionRun {}

export type RetentionStep = BeginRetentionRun | AdvanceRetentionRun | StopRetentionRun;

/** Each page counts once, whoever does it again. */
export const retentionRun: Decider<RetentionRun, RetentionStep, RetentionRunEvent> = {
  stream: ({ tenant, runId }) => streamOf.retentionRun(tenant, runId),
  initial: { status: 'unknown', expected: 0, after: '', scanned: 0, erased: 0, kept: 0 },

  evolve(state, event) {
    switch (event.type) {
      case 'RetentionRunStarted':
        return { ...state, ...event.data, status: 'running' };
      case 'RetentionRunAdvanced':
        return { ...state, ...event.data };
      case 'RetentionRunCancelled':
        return { ...state, status: 'cancelled' };
      case 'RetentionRunEnded':
        return { ...state, ...event.data, status: 'ended' };
    }
  },

  decide(step, state) {
    if (step instanceof BeginRetentionRun) {
      const { withoutContactSince, expected } = step;
      return state.status === 'unknown' ? [{ type: 'RetentionRunStarted', data: { withoutContactSince, expected } }] : [];
    }
    if (step instanceof StopRetentionRun) {
      if (state.status === 'unknown') refuse('retention-run-not-found');
      return state.status === 'running' ? [{ type: 'RetentionRunCancelled', data: {} }] : [];
    }
    if (state.status !== 'running' || step.from !== state.after) return [];
    const { page, to } = step;
    const sums = { scanned: state.scanned + page.scanned, erased: state.erased + page.erased, kept: state.kept + page.kept };
    return [to === null ? { type: 'RetentionRunEnded', data: sums } : { type: 'RetentionRunAdvanced', data: { after: to, ...sums } }];
  },
};
