import { GiveInteraction, type InteractionRecorded, interaction, KeepInteraction } from '@kith/domain';
import { given } from '../support/given';

const facts: InteractionRecorded['data'] = {
  source: 'helpdesk',
  sourceId: 'mail-81',
  channel: 'email',
  contactPointId: 'd1',
  endUserId: 'lea',
  via: 'email',
  direction: 'inbound',
  outcome: 'matched',
  resolution: { policy: 'resolve/1', settingsVersion: 0, why: [], attached: [], candidates: [], possibleDuplicates: [] },
};
const recorded: InteractionRecorded = { type: 'InteractionRecorded', data: facts };
const open: InteractionRecorded = { type: 'InteractionRecorded', data: { ...facts, endUserId: null, outcome: 'ambiguous' } };
const give = (endUserId: string, reason?: string) => new GiveInteraction('acme', 'i1', endUserId, reason);

describe('an interaction', () => {
  it('is recorded with all its facts', () =>
    given(interaction)
      .when(new KeepInteraction('acme', 'i1', facts))
      .then(recorded));
  it('is recorded once, whatever the second report says', () =>
    given(interaction, recorded)
      .when(new KeepInteraction('acme', 'i1', { ...facts, via: 'sms' }))
      .then());
  it('is assigned while it has nobody', () =>
    given(interaction, open)
      .when(give('max', 'he said so'))
      .then({ type: 'InteractionAssigned', data: { endUserId: 'max', reason: 'he said so' } }));
  it('is assigned to the same end user once', () => {
    given(interaction, recorded).when(give('lea')).then();
    given(interaction, open, { type: 'InteractionAssigned', data: { endUserId: 'max' } })
      .when(give('max'))
      .then();
  });
  it('is not taken from whoever has it', () => {
    given(interaction, recorded).when(give('max')).refuses('interaction-already-assigned', { holderId: 'lea' });
    given(interaction, open, { type: 'InteractionAssigned', data: { endUserId: 'max' } })
      .when(give('lea'))
      .refuses('interaction-already-assigned', { holderId: 'max' });
  });
  it('cannot be assigned before it was recorded', () => given(interaction).when(give('max')).refuses('interaction-not-found'));
});
