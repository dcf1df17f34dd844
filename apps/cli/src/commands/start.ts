import { handedOn } from '../handed-on';
import type { Declare } from '../subcommand';

/** Starts an engine. */
export const declare: Declare = (command, session) => {
  handedOn(
    command,
    session,
    'main',
    'Starts an engine on its data folder, and runs until Ctrl-C; its settings come from .env, the environment and these flags',
  ).helpOption(false);
};
