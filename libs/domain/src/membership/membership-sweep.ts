import type { Decider } from '../decider';
import { streamOf } from '../stream';
import type { MembershipSweepEvent, SweepOccasion } from './membership.events';

/** How far the work has come. */
export interface MembershipSweep {
  readonly status: 'unknown' | 'running' | 'ended';
  readonly occasion?: SweepOccasion;
  /** The end user that the next page begins behind; empty: from the first. */
  readonly after: string;
  readonly scanned: number;
  readonly joined: number;
  readonly left: number;
}

/** What one page came to. */
export interface SweptPage {
  readonly scanned: number;
  readonly joined: number;
  readonly left: number;
}

/** A step on the stream of a sweep. */
export abstract class OnSweep {
  constructor(
    readonly tenant: string,
    readonly sweepId: string,
  ) {}
}

/** Step: there is work. */
export class StartSweep extends OnSweep {
  constructor(
    tenant: string,
    sweepId: string,
    readonly occasion: SweepOccasion,
  ) {
    super(tenant, sweepId);
  }
}

/** Step: the page behind `from` is done, up to and with the end user `to`; null: it was the last one. */
export class AdvanceSweep extends OnSweep {
  constructor(
    tenant: string,
    sweepId: string,
    readonly from: string,
    readonly to: string | null,
    readonly page: SweptPage,
  ) {
    super(tenant, sweepId);
  }
}

export type SweepStep = StartSweep | AdvanceSweep;

/** Each page counts once, whoever does it again. */
export const membershipSweep: Decider<MembershipSweep, SweepStep, MembershipSweepEvent> = {
  stream: ({ tenant, sweepId }) => streamOf.membershipSweep(tenant, sweepId),
  initial: { status: 'unknown', after: '', scanned: 0, joined: 0, left: 0 },

  evolve(state, event) {
    switch (event.type) {
      case 'MembershipSweepStarted':
        return { ...state, status: 'running', occasion: event.data.occasion };
      case 'MembershipSweepAdvanced':
        return { ...state, ...event.data };
      case 'MembershipSweepEnded':
        return { ...state, ...event.data, status: 'ended' };
    }
  },

  decide(step, state) {
    if (step instanceof StartSweep) return state.status === 'unknown' ? [{ type: 'MembershipSweepStarted', data: { occasion: step.occasion } }] : [];
    if (state.status !== 'running' || step.from !== state.after) return [];
    const { page, to } = step;
    const sums = { scanned: state.scanned + page.scanned, joined: state.joined + page.joined, left: state.left + page.left };
    return [to === null ? { type: 'MembershipSweepEnded', data: sums } : { type: 'MembershipSweepAdvanced', data: { after: to, ...sums } }];
  },
};
