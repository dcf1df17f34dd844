type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a program that is started with more settings than this one has: so that secrets are not among its arguments. */
export const environmentWith = (more: Environment, env: Environment = process.env): Record<string, string | undefined> => ({ ...env, ...more });

/** Whether the terminal cannot move its cursor, as those inside editors say of themselves (terminfo, `dumb`). */
export const isDumbTerminal = (env: Environment = process.env): boolean => env.TERM === 'dumb';
