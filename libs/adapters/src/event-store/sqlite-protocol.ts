import type { MessagePort } from 'node:worker_threads';

/** One append on its way to the writer: `events` is type, data, metadata, and so on, flat because that is cheap to hand over. */
export interface WrittenAppend {
  readonly id: number;
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly string[];
  /** What is stored after it, each only if all before it were; one outcome for all of them. */
  readonly then?: readonly Omit<WrittenAppend, 'id' | 'then'>[];
}

/** How an append ended. */
export type Outcome =
  | { readonly ended: 'stored'; readonly revision: number; readonly position: number }
  | { readonly ended: 'elsewhere'; readonly stream: string; readonly expected: number; readonly actual: number }
  /** Surely not stored. */
  | { readonly ended: 'unavailable'; readonly reason: string }
  | { readonly ended: 'unknown'; readonly reason: string };

/** From a client to the writer: appends made in one turn of the event loop, or the wish to hear of commits after a position. */
export type ToWriter = { readonly appends: readonly WrittenAppend[] } | { readonly wakeAfter: number };

/** From the writer to a client, one message a commit: the head of the log and the outcomes of that client's appends. */
export interface FromWriter {
  readonly head: number;
  readonly outcomes: readonly (readonly [id: number, outcome: Outcome])[];
}

/** From the owner to the writer thread. */
export type ToWriterThread = { readonly client: MessagePort } | { readonly close: true };

/** What the writer thread is started with. */
export interface WriterThreadData {
  readonly folder: string;
}
