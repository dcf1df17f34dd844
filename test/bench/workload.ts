import type { GivenInteraction } from '@kith/domain';
import { interaction, spread } from './inputs';

/** Interactions of customers that are known, or of ones that nobody has heard of. */
export interface Workload {
  readonly outcome: 'matched' | 'created';
  /** Customers 0 to this are known from the start. */
  readonly customers: number;
}

/** The n-th interaction: of any of the known customers, or of the next unknown one. */
export const interactionOf = ({ outcome, customers }: Workload, n: number): GivenInteraction =>
  interaction(n, outcome === 'matched' ? spread(n, customers) : customers + n);
