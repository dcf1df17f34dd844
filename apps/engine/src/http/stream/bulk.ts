import type { Metrics } from '../metrics';
import { problemOf } from '../problem-of';
import { HttpProblem, type Problem, problem } from '../problems';
import type { Order } from '../v1/in-order';

/** What a route does with each of many items. Whatever refuses an item is thrown, as a route for one item would. */
export interface Bulk<Ready, Answer> {
  /** Judges an item, before its place in the order is known. */
  prepare(item: unknown, index: number): Ready | Promise<Ready>;
  /** Items with a lane in common are worked on one after the other. */
  lanes(ready: Ready): readonly string[];
  work(ready: Ready, index: number): Promise<Answer>;
  /** The answer of an item that was refused; `ready` is undefined for one that was refused unprepared. */
  refused(problem: Problem, index: number, ready: Ready | undefined): Answer;
  /** The answer of an item of which nothing is known but that the engine failed. */
  failed(problem: Problem, index: number, ready: Ready | undefined): Answer;
}

/** An item that was refused before its turn. */
class Unfit {
  constructor(readonly problem: Problem) {}
}

/** The most items of one request that are taken and not answered yet. */
const atOnce = 256;

/** How the items are worked on, each refused alone. `readItem` reads an item; what it throws refuses that item, too. */
export function orderOf<Item, Ready, Answer>(
  bulk: Bulk<Ready, Answer>,
  metrics: Metrics,
  readItem: (item: Item) => unknown,
): Order<Item, Ready | Unfit, Answer> {
  const refused = (told: Problem, index: number, ready?: Ready): Answer => {
    metrics.refused(told.code);
    return bulk.refused(told, index, ready);
  };
  const unfit = (error: unknown): Unfit => new Unfit(refusalOf(error));
  return {
    atOnce,
    prepare: (item, i) => {
      try {
        const ready = bulk.prepare(readItem(item), i);
        return ready instanceof Promise ? ready.catch(unfit) : ready;
      } catch (error) {
        return unfit(error);
      }
    },
    lanes: (ready) => (ready instanceof Unfit ? [] : bulk.lanes(ready)),
    work: (ready, i) => {
      if (ready instanceof Unfit) return refused(ready.problem, i);
      return bulk.work(ready, i).catch((error: unknown) => refused(refusalOf(error), i, ready));
    },
    failed: (error, i, ready) => bulk.failed(failureOf(error), i, ready instanceof Unfit ? undefined : ready),
  };
}

/** What concerns one item alone. @throws what was given, when it concerns all of them */
function refusalOf(error: unknown): Problem {
  const told = problemOf(error);
  if (!told || (told.status >= 500 && told.code !== 'too-contested')) throw error;
  return told;
}

/** Why the work ended. */
export const failureOf = (error: unknown): Problem =>
  problemOf(error) ?? problem('internal-error', 'The engine met an error it did not foresee; its log says where. Send what was not answered again.');

/** An unforeseen error: the log must say where. */
export const isBug = (error: unknown): boolean => problemOf(error) === undefined && !(error instanceof HttpProblem);
