/** The time, in milliseconds since 1970 UTC. Tests bring their own. */
export abstract class Clock {
  abstract now(): number;
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
