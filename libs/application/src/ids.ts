import { v7 } from 'uuid';

/** New ids, UUIDv7 (RFC 9562): they sort by time. Tests bring their own. */
export abstract class NewIds {
  abstract next(): string;
}

export class TimeOrderedIds extends NewIds {
  next(): string {
    return v7();
  }
}
