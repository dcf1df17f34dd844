import type { Event } from './event';

/**
 * The rules of one stream: (state, command) → events. Pure: no clock, no ids made inside, no I/O.
 * A decider never relies on a personal field, because it may read as erased.
 */
export interface Decider<State, Command, E extends Event> {
  /** The stream that this command is decided on. */
  stream(command: Command): string;
  readonly initial: State;
  evolve(state: State, event: E): State;
  /** The new facts; none when it is already so. Throws a `Refusal` for what the caller can act on. */
  decide(command: Command, state: State): readonly E[];
}
