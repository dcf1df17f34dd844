/** A line, or that it is longer than the bound. */
export type Line = Buffer | 'too-long';

/** The lines of UTF-8 that are not blank, part by part. */
export class Lines {
  private open: Buffer[] = [];
  private length = 0;

  constructor(private readonly maxBytes: number) {}

  /** The lines that end in these bytes. */
  *more(bytes: Buffer): Generator<Line> {
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      this.add(bytes.subarray(from, at));
      from = at + 1;
      yield* this.taken();
    }
    this.add(bytes.subarray(from));
  }

  /** The line that nothing but the end of the file ends. */
  *end(): Generator<Line> {
    yield* this.taken();
  }

  private add(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.maxBytes) this.open = [];
    else if (part.length > 0) this.open.push(part);
  }

  private *taken(): Generator<Line> {
    const line: Line = this.length > this.maxBytes ? 'too-long' : Buffer.concat(this.open);
    this.open = [];
    this.length = 0;
    if (line === 'too-long' || line.some((byte) => byte > 0x20)) yield line;
  }
}
