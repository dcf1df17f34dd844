import type { Command } from 'commander';
import { exitCodes } from './exit-codes';
import { Failure } from './failure';
import type { Terminal } from './terminal';

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One run of the command line: where it speaks, what interrupts it, and what it ends with. */
export class Session {
  exitCode: number = exitCodes.done;
  /** Of the engine that was called last; undefined when none was. */
  url: string | undefined;
  /** What a signal is told to, instead of ending what is under way: a program that runs for this one. */
  handler: ((signal: NodeJS.Signals) => void) | undefined;
  /** Declares every subcommand in full, for those who ask for all of them. */
  whole: (() => Promise<Command>) | undefined;
  private readonly interruption = new AbortController();

  constructor(
    readonly terminal: Terminal,
    /** The words after the name of the command, as they were given. */
    readonly words: readonly string[],
    /** Undefined for that of this process, which only the configuration reads. */
    readonly environment?: Environment,
  ) {}

  /** Ends requests that are under way when the command is interrupted. */
  get signal(): AbortSignal {
    return this.interruption.signal;
  }

  interrupt(signal: NodeJS.Signals): void {
    if (this.handler) this.handler(signal);
    else this.interruption.abort(new Error(`interrupted by ${signal}`));
  }

  /**
   * Goes on when it may: asked for with `--yes`, or by whoever sits at the terminal.
   * @throws Failure when nobody can be asked, or the answer is no
   */
  async assertSure(question: string, yes: boolean | undefined): Promise<void> {
    if (yes) return;
    if (!this.terminal.canAsk) throw new Failure(exitCodes.usage, `${question} Nobody can be asked here: say so with --yes.`);
    if (!(await this.terminal.confirm(question))) throw new Failure(exitCodes.failed, 'nothing was done');
  }
}
