import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes';
import type { Failure } from './failure';
import type { Session } from './session';

/** Says why the command ended before its end. @returns the exit code */
export function told(error: unknown, session: Session): number {
  if (error instanceof CommanderError) {
    // Commander has said it already; for help and version nothing is wrong.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  const { code, says } = explained(error, session);
  session.terminal.say(`${session.terminal.paint('red', 'kith:', 'err')} ${says}`);
  return code;
}

interface Explained {
  readonly code: number;
  readonly says: string;
}

/** Errors of the client and of the configuration go by their names: a command that needs neither does not load them. */
function explained(error: unknown, session: Session): Explained {
  if (!isError(error)) return { code: exitCodes.failed, says: String(error) };
  if (error.code !== undefined && error.syscall !== undefined) return { code: exitCodes.failed, says: withSystemReason(error) };
  switch (error.name) {
    case 'Failure':
      return { code: (error as Failure).exitCode, says: error.message };
    case 'ConfigInvalid':
      return { code: exitCodes.usage, says: listed('the configuration is wrong', (error as Error & { readonly problems: readonly string[] }).problems) };
    case 'KithProblem':
      return { code: exitCodes.refused, says: refused(error as unknown as Refusal) };
    case 'KithUnreachable':
      return { code: exitCodes.unreachable, says: `the engine at ${session.url} does not answer: ${error.message}` };
    default:
      return { code: exitCodes.failed, says: error.message };
  }
}

/** Not by its class: an error of the system may come from another realm. */
const isError = (error: unknown): error is NodeJS.ErrnoException => typeof error === 'object' && error !== null && 'message' in error && 'name' in error;

/** A refusal of the engine, as far as it is told. */
interface Refusal extends Error {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer?: string; readonly detail: string }[];
}

function refused({ code, detail, errors }: Refusal): string {
  const fields = errors.filter((one) => !detail.includes(one.detail)).map((one) => (one.pointer ? `${one.pointer}: ${one.detail}` : one.detail));
  return listed(`${code}: ${detail}${advice(code)}`, fields);
}

function advice(code: string): string {
  if (code === 'unauthenticated') return ' Give a key that is valid there with KITH_KEY or --key-file.';
  return code === 'route-not-found' ? ' The engine does not know this call: has it another version than this command line?' : '';
}

function withSystemReason(error: NodeJS.ErrnoException): string {
  const { code, path, message } = error;
  if (code === 'ENOENT' && path !== undefined) return `there is no file ${path}`;
  if (code === 'EACCES' && path !== undefined) return `${path} may not be opened by this user`;
  if (code === 'EISDIR') return 'that is a folder, where a file is needed';
  if (code === 'ENOSPC') return 'the disk is full';
  return message;
}

const listed = (head: string, more: readonly string[]): string => [head, ...more.map((line) => `  - ${line}`)].join('\n');
