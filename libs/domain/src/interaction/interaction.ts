import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { type InteractionStep, KeepInteraction } from './interaction.commands';
import type { InteractionEvent, InteractionRecorded } from './interaction.events';

/** Whether it was recorded, and as what. */
export interface Interaction {
  readonly recorded?: Pick<InteractionRecorded['data'], 'contactPointId' | 'endUserId' | 'outcome' | 'resolution'>;
  readonly assignedTo?: string;
}

export const interaction: Decider<Interaction, InteractionStep, InteractionEvent> = {
  stream: ({ tenant, interactionId }) => streamOf.interaction(tenant, interactionId),
  initial: {},

  evolve(state, event) {
    switch (event.type) {
      case 'InteractionRecorded': {
        const { contactPointId, endUserId, outcome, resolution } = event.data;
        return { ...state, recorded: { contactPointId, endUserId, outcome, resolution } };
      }
      case 'InteractionAssigned':
        return { ...state, assignedTo: event.data.endUserId };
    }
  },

  decide(command, state) {
    if (command instanceof KeepInteraction) return state.recorded ? [] : [{ type: 'InteractionRecorded', data: command.facts }];
    const { endUserId, reason } = command;
    const recorded = state.recorded ?? refuse('interaction-not-found');
    const owner = state.assignedTo ?? recorded.endUserId;
    if (owner !== null && (owner === endUserId || command.sameAs.includes(owner))) return [];
    if (owner !== null)
      refuse('interaction-already-assigned', 'The interaction already belongs to an end user; only an open one can be assigned.', { holderId: owner });
    return [{ type: 'InteractionAssigned', data: { endUserId, ...(reason !== undefined && { reason }) } }];
  },
};
