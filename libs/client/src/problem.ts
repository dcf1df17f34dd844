import type { Problem, ProblemCode } from './types';

/**
 * The engine refused or failed, and said why.
 * @example
 * try {
 *   await kith.endUsers.create({ contactPoints: [{ channel: 'email', value: 'lea@example.org' }] });
 * } catch (error) {
 *   if (error instanceof KithProblem && error.code === 'contact-point-taken') return error.holderId;
 *   throw error;
 * }
 */
export class KithProblem extends Error {
  override readonly name = 'KithProblem';
  /** Stable: programs decide by it. */
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  /** A sentence a person can act on. */
  readonly detail: string;
  /** The fields, parameters and headers at fault. */
  readonly errors: NonNullable<Problem['errors']>;
  /** Who holds what was asked for. */
  readonly holderId: string | undefined;

  constructor(
    /** All that was answered, with the members that only some codes have. */
    readonly problem: Problem,
  ) {
    super(`${problem.code}: ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.holderId = problem.holderId;
  }
}

/** No answer of the engine arrived, however often it was tried. Whether a write was stored is not known: call again with the same `idempotencyKey`. */
export class KithUnreachable extends Error {
  override readonly name = 'KithUnreachable';
}

/** Whether what was answered is a problem, and not the page of a proxy in between. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  const { code, status, detail } = value as Record<string, unknown>;
  return typeof code === 'string' && typeof status === 'number' && typeof detail === 'string';
}
