import { randomUUID } from 'node:crypto';

/** An event on its way into the fixture's log. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the fixture keeps it. */
export interface LogRecord extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Byte offset in the imagined log file, the same for commit and prepare, as servers since 20.10 have it. */
  readonly position: number;
  /** Number in $all. */
  readonly index: number;
  /** When it was stored, in units of 100 ns since 1970. */
  readonly ticks: string;
  /** The answer of a read that holds this event, once somebody has read it. */
  wire?: Buffer;
}

/** An event of JSON text with an id of its own. */
export function proposed(type: string, json: string): ProposedEvent {
  return { id: randomUUID(), type, isJson: true, data: Buffer.from(json), metadata: new Uint8Array() };
}
