import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { ReadStream, WriteStream } from 'node:tty';
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

type Shown = NodeJS.WritableStream & Pick<Partial<WriteStream>, 'isTTY' | 'hasColors'>;

/** Where a command reads and writes. A stream that is a terminal is one of `node:tty`. */
export interface Streams {
  readonly in: NodeJS.ReadableStream & Pick<Partial<ReadStream>, 'isTTY'>;
  readonly out: Shown;
  readonly err: Shown;
}

/** Results go to stdout, everything else to stderr, and colours only where somebody sees them. */
export class Terminal {
  constructor(
    readonly streams: Streams,
    private readonly plain: boolean,
  ) {}

  /** Writes a part of the result, and waits while the reader of a pipe is slower. */
  async print(text: string): Promise<void> {
    if (!this.streams.out.write(text)) await once(this.streams.out, 'drain');
  }

  /** Writes a result as one line of JSON. */
  printJson(value: unknown): Promise<void> {
    return this.print(`${JSON.stringify(value)}\n`);
  }

  /** Tells whoever started the command something that is no part of the result. */
  say(text: string): void {
    this.streams.err.write(`${text}\n`);
  }

  /** Whether somebody watches what is said. */
  get isWatched(): boolean {
    return this.streams.err.isTTY === true;
  }

  /** Whether somebody can be asked. */
  get canAsk(): boolean {
    return this.streams.in.isTTY === true && this.isWatched;
  }

  /** The text in a colour or weight, where stdout shows them: not in pipes, not with NO_COLOR, on a dumb terminal, or with --no-color. */
  paint(style: Style, text: string, stream: 'out' | 'err' = 'out'): string {
    const target = this.streams[stream];
    const shows = !this.plain && target.isTTY === true && target.hasColors?.() === true;
    return shows ? styleText(style, text, { validateStream: false }) : text;
  }

  /** Asks for a yes, which is nothing else than `y` or `yes`. */
  async confirm(question: string): Promise<boolean> {
    const asking = createInterface({ input: this.streams.in, output: this.streams.err });
    try {
      return /^y(?:es)?$/i.test((await asking.question(`${question} [y/N] `)).trim());
    } finally {
      asking.close();
    }
  }
}
