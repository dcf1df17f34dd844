/** A command cannot go on; the message says why, and what to do where that can be known. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    /** One of `exitCodes`. */
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
  }
}
