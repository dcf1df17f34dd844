import { ProblemAnswer } from '../problem.dto';

/** The last line of a stream that ended before its input did. What has no answer was not begun, and can be sent again. */
export class StoppedAnswer {
  /** @example 'stopped' */
  outcome: 'stopped';
  /** Why. */
  problem: ProblemAnswer;
}
