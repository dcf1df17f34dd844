/** Reads numbers of end users in descending order, from one on downwards. */
export type ReadNumbers = (upTo: number, limit: number) => readonly number[] | Promise<readonly number[]>;

/** What looking for a page may still cost, in point reads of a table. A page that costs more is cut short and goes on at the next. */
export class Effort {
  constructor(private left: number) {}

  spend(cost: number): void {
    this.left -= cost;
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }
}

/** Numbers read ahead: few while the reader jumps, more while it takes one after the other. */
const [fewest, most] = [64, 512] as const;
/** So many are asked for one by one, where that is cheaper, before another stretch is read to jump by. */
const mostSingly = 8;

/** The numbers that one read gives, as a place to seek in. Asked for ever lower numbers. */
class Ahead {
  private numbers: readonly number[] = [];
  private next = 0;
  private size: number = fewest;
  private isWhole = false;

  constructor(
    private readonly read: ReadNumbers,
    private readonly cost: number,
    private readonly effort: Effort,
  ) {}

  async atOrBefore(number: number): Promise<number | undefined> {
    for (;;) {
      while (this.next < this.numbers.length && (this.numbers[this.next] as number) > number) this.next += 1;
      if (this.next < this.numbers.length) return this.numbers[this.next];
      if (this.isWhole) return undefined;
      await this.readOn(number);
    }
  }

  /** Whether the reader has jumped over more than was read ahead, so that most of what is read next would not be used either. */
  isFarFrom(number: number): boolean {
    const [first, last] = [this.numbers[0], this.numbers.at(-1)];
    return !this.isWhole && first !== undefined && last !== undefined && number < last - (first - last);
  }

  private async readOn(number: number): Promise<void> {
    const wasUsed = this.numbers.length > 0 && this.numbers.at(-1) === number + 1;
    this.size = wasUsed ? Math.min(this.size * 2, most) : fewest;
    this.effort.spend(this.cost);
    const read = this.read(number, this.size);
    this.numbers = Array.isArray(read) ? read : await read;
    this.next = 0;
    this.isWhole = this.numbers.length < this.size;
  }
}

/** How far down a set leads: to a member, or to where none is above. */
interface Step {
  readonly number: number;
  readonly isMember: boolean;
}

/** A set of end users: those that any of its reads gives. */
export class Members {
  private readonly aheads: readonly Ahead[];
  private askedSingly = 0;

  /**
   * @param cost of a read, as {@link Effort} counts
   * @param isMember tells it of one number at the cost of a point read or two, where a read would cost more
   */
  constructor(
    private readonly reads: readonly ReadNumbers[],
    private readonly cost: number,
    private readonly effort: Effort,
    private readonly isMember?: (number: number) => Promise<boolean>,
  ) {
    this.aheads = reads.map((read) => new Ahead(read, cost, effort));
  }

  /** The highest member that is not above the number, or a place that no member lies above; undefined at the end. Asked for ever lower numbers. */
  async atOrBefore(number: number): Promise<Step | undefined> {
    if (this.isMember && this.askedSingly < mostSingly && this.aheads.some((ahead) => ahead.isFarFrom(number))) {
      this.askedSingly += 1;
      return (await this.has(number)) ? { number, isMember: true } : { number: number - 1, isMember: false };
    }
    this.askedSingly = 0;
    let highest: number | undefined;
    for (const ahead of this.aheads) {
      const one = await ahead.atOrBefore(number);
      if (one !== undefined && (highest === undefined || one > highest)) highest = one;
    }
    return highest === undefined ? undefined : { number: highest, isMember: true };
  }

  async has(number: number): Promise<boolean> {
    if (this.isMember) {
      this.effort.spend(2);
      return this.isMember(number);
    }
    for (const read of this.reads) {
      this.effort.spend(this.cost);
      if ((await read(number, 1))[0] === number) return true;
    }
    return false;
  }
}

/** Where a search for the next common member ended. */
export interface Reached {
  /** Nothing above it is common. */
  readonly number: number;
  /** Whether it is a common member itself; if not, the effort was spent here. */
  readonly isCommon: boolean;
}

/**
 * The highest number that is in all sets and not above the given one; undefined when there is none.
 * Each set in turn says how far down the next candidate is, so the rarest one sets the pace (a zigzag join).
 */
export async function nextCommon(sets: readonly Members[], number: number, effort: Effort): Promise<Reached | undefined> {
  let candidate = number;
  for (let agreed = 0, i = 0; agreed < sets.length; i = (i + 1) % sets.length) {
    const step = await (sets[i] as Members).atOrBefore(candidate);
    if (step === undefined) return undefined;
    agreed = step.isMember ? (step.number === candidate ? agreed + 1 : 1) : 0;
    candidate = step.number;
    effort.spend(agreed <= 1 ? 1 : 0);
    if (effort.isSpent && agreed < sets.length) return { number: candidate, isCommon: false };
  }
  return { number: candidate, isCommon: true };
}
