import type { Decider, Event } from '@kith/domain';
import { Refusal, type RefusalCode } from '@kith/domain';

/** given(decider, …events).when(command).then(…events) | .refuses(code): one sentence of a decider's rules. */
export function given<State, Command, E extends Event>(decider: Decider<State, Command, E>, ...history: readonly E[]) {
  const state = history.reduce((folded, event) => decider.evolve(folded, event), decider.initial);
  return {
    state,
    when: (command: Command) => {
      const decide = () => decider.decide(command, state);
      return {
        // biome-ignore lint/suspicious/noThenProperty: given, when, then is the sentence; nobody awaits it.
        then: (...events: readonly E[]) => expect(decide()).toEqual(events),
        refuses: (code: RefusalCode, details?: object) => {
          try {
            decide();
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            expect(error.code).toBe(code);
            if (details) expect(error.details).toMatchObject(details);
            return;
          }
          throw new Error(`expected the refusal ${code}, but the command was accepted`);
        },
      };
    },
  };
}
