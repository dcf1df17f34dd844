import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { type InteractionStep, KeepInteraction } from './interaction.commands';
import type { InteractionEvent, InteractionRecorded } from './interaction.events';

/** Whether it was recorded, and as what. */
export interface Interaction {
  readonly recorded?: Pick<InteractionRecorded['data'], 'contactPointId' | 'endUserId' | 'organizationId' | 'outcome' | 'resolution'>;
  readonly assignedTo?: string;
  /** What it counts for since; absent when that is none. */
  readonly assignedFor?: string;
}

export const interaction: Decider<Interaction, InteractionStep, InteractionEvent> = {
  stream: ({ tenant, interactionId }) => streamOf.interaction(tenant, interactionId),
  initial: {},

  evolve(state, event) {
    switch (event.type) {
      case 'InteractionRecorded': {
        const { contactPointId, endUserId, organizationId, outcome, resolution } = event.data;
        return { ...state, recorded: { contactPointId, endUserId, ...(organizationId !== undefined && { organizationId }), outcome, resolution } };
      }
      case 'InteractionAssigned':
        return { ...state, assignedTo: event.data.endUserId, ...(event.data.organizationId !== undefined && { assignedFor: event.data.organizationId }) };
    }
  },

  decide(command, state) {
    if (command instanceof KeepInteraction) return state.recorded ? [] : [{ type: 'InteractionRecorded', data: command.facts }];
    const { endUserId, organizationId, reason } = command;
    const recorded = state.recorded ?? refuse('interaction-not-found');
    const owner = state.assignedTo ?? recorded.endUserId;
    if (owner !== null && (owner === endUserId || command.sameAs.includes(owner))) return [];
    if (owner !== null)
      refuse('interaction-already-assigned', 'The interaction already belongs to an end user; only an open one can be assigned.', { holderId: owner });
    const said = { ...(organizationId !== undefined && { organizationId }), ...(reason !== undefined && { reason }) };
    return [{ type: 'InteractionAssigned', data: { endUserId, ...said } }];
  },
};
