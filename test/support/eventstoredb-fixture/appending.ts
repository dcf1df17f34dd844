import { setTimeout as pause } from 'node:timers/promises';
import { type CallFailure, failures } from './failures';
import { type ActiveFault, chosenDelay, type Stored } from './faults';
import type { Decision, Expected } from './log';
import type { Node } from './node';
import type { ProposedEvent } from './records';

/** One append, by either method. */
export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
  /** When the client no longer wants it, in milliseconds since 1970. */
  readonly deadline: number;
  readonly requiresLeader: boolean;
}

/** What is said in the answer itself; other failures end the call. */
export type Answer = Decision | { readonly kind: 'timeout' | 'too-large' | 'not-ready' | 'no-leader' | 'access-denied' };

/** How to answer an append. A batch carries many over one call: `fail` ends it, and so all of them. */
export interface Answering {
  answer(answer: Answer): void;
  fail(failure: CallFailure): void;
  drop(all: boolean): void;
  /** Ends the call as if all were well, with nothing said of what is in flight. */
  end(): void;
}

/** Stores an append or does what a fault wants. */
export async function serveAppend(node: Node, append: Append, to: Answering): Promise<void> {
  // A node that is frozen does not even say that it leads no more.
  const struck = node.faults.strike('appends');
  if (struck?.fault.kind === 'freeze' && node.standing() !== 'leader') await struck.lifted;
  const standing = node.standing();
  // A follower hands an append on to the leader unless the client asked for the leader itself.
  if (typeof standing === 'object' && append.requiresLeader) return to.fail(failures.notLeader(standing));
  if (standing === 'electing') return to.answer({ kind: 'not-ready' });
  if (standing === 'no-quorum') return suffer(node, append, to, { fault: { kind: 'timeout', afterMs: node.quorumTimeoutMs }, lifted: Promise.resolve() });
  if (struck === undefined) return to.answer(store(node, append));
  await suffer(node, append, to, struck);
}

async function suffer(node: Node, append: Append, to: Answering, { fault, lifted }: ActiveFault): Promise<void> {
  switch (fault.kind) {
    case 'drop':
      storeAround(node, append, fault);
      return to.drop(fault.all ?? false);
    case 'silent-end':
      storeAround(node, append, fault);
      return to.end();
    case 'freeze': {
      const early = fault.stored === 'before' ? store(node, append) : undefined;
      await lifted;
      return to.answer(early ?? store(node, append, fault.stored === 'after'));
    }
    case 'late-reply': {
      const answer = store(node, append);
      to.answer(answer);
      await pause(fault.afterMs);
      return to.answer(answer);
    }
    case 'not-leader':
      return fault.leader ? to.fail(failures.notLeader(fault.leader)) : to.answer({ kind: 'no-leader' });
    case 'wrong-revision':
      node.appends.refused += 1;
      return to.answer({ kind: 'wrong-revision', current: node.log.revision(append.stream) });
    case 'slow': {
      const early = fault.stored === 'before' ? store(node, append) : undefined;
      await pause(chosenDelay(fault));
      return to.answer(early ?? store(node, append));
    }
    case 'unavailable':
      storeAround(node, append, fault);
      return to.fail(failures.unavailable());
    case 'timeout':
      if (fault.stored === 'before') store(node, append, true);
      await pause(fault.afterMs);
      if (fault.stored === 'after') storeAround(node, append, fault);
      return to.answer({ kind: 'timeout' });
    case 'stale':
      return to.answer(store(node, append));
    case 'not-ready':
    case 'too-large':
    case 'access-denied':
      return to.answer({ kind: fault.kind });
  }
}

/** Stores an append whose answer nobody will get. */
function storeAround(node: Node, append: Append, { stored = 'never', lateMs = 0 }: { readonly stored?: Stored; readonly lateMs?: number }): void {
  if (stored === 'before') store(node, append, true);
  if (stored === 'after') void pause(lateMs).then(() => store(node, append, true));
}

function store(node: Node, { stream, expected, events, deadline }: Append, late = false): Answer {
  if (!late && deadline <= Date.now()) return { kind: 'timeout' };
  const size = events.reduce((bytes, { type, data, metadata }) => bytes + data.length + metadata.length + 2 * type.length, 0);
  if (size > node.maxAppendBytes) return { kind: 'too-large' };
  const decision = node.log.append(stream, expected, events);
  if (decision.kind !== 'stored') node.appends.refused += 1;
  else node.appends[decision.repeated ? 'repeated' : 'stored'] += 1;
  return decision;
}
