import { setTimeout as pause } from 'node:timers/promises';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { type CallFailure, failures } from './failures';
import { type ActiveFault, chosenDelay } from './faults';
import type { Node } from './node';
import type { ReadAnswer } from './read-answers';

/** A call that reads; it takes messages and what was serialized before. */
export type ReadCall = ServerWritableStream<ReadReq, ReadAnswer>;

/** Does what a fault wants of a read; answers whether the read goes on. */
export async function survive(node: Node, call: ReadCall, { fault, lifted }: ActiveFault): Promise<boolean> {
  switch (fault.kind) {
    case 'drop':
      if (fault.all) node.connections.dropAll();
      else node.connections.drop(call.getPeer());
      return false;
    case 'silent-end':
      call.end();
      return false;
    case 'freeze':
      await lifted;
      return !call.cancelled;
    case 'stale':
      return true;
    case 'slow':
      await pause(chosenDelay(fault));
      return !call.cancelled;
    case 'timeout':
      await pause(fault.afterMs);
      end(call, failures.timeout());
      return false;
    default:
      end(call, readFailure(fault));
      return false;
  }
}

function readFailure(fault: ActiveFault['fault']): CallFailure {
  if (fault.kind === 'not-leader') return failures.notLeader(fault.leader);
  if (fault.kind === 'access-denied') return failures.accessDenied();
  return fault.kind === 'not-ready' ? failures.notReady() : failures.unavailable();
}

/** Sends an answer, and waits while the client does not take any. */
export function send(call: ReadCall, answer: ReadAnswer): Promise<void> | undefined {
  if (call.cancelled || call.write(answer)) return undefined;
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      call.off('cancelled', done);
      call.off('close', done);
      resolve();
    };
    call.on('drain', done);
    call.on('cancelled', done);
    call.on('close', done);
  });
}

/** Ends a call with a failure. */
export function end(call: ReadCall, failure: CallFailure): void {
  if (!call.cancelled) call.emit('error', failure);
}
