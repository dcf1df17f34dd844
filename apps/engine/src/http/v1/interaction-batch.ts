import { keyIn, type ResolutionAnswer } from '@kith/application';
import { type CommandContext, RecordInteraction, type Settings } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { compiled } from '../compiled';
import { Metrics } from '../metrics';
import { under } from '../problem-of';
import { invalid, type Problem } from '../problems';
import { RecentSettings } from '../recent-settings';
import { type Bulk, orderOf } from '../stream/bulk';
import { allInOrder } from './in-order';
import { InteractionDto, type ResolutionAnswerDto } from './interactions.dto';
import { interactionOf, resolutionAnswer } from './wire';

/** The most interactions of one array. */
const maxItems = 1000;

const interaction = compiled(InteractionDto);

type ItemAnswer = ResolutionAnswerDto | { readonly outcome: 'refused' | 'failed'; readonly problem: Problem };

/** An interaction, and the names of what it touches. */
interface Prepared {
  readonly given: InteractionDto;
  readonly lanes: readonly string[];
}

/** Records many interactions: those that share an address in their order, all others side by side. */
@Injectable()
export class InteractionBatch {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(RecentSettings) private readonly settings: RecentSettings,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /**
   * One answer for each item, and the position of the last event.
   * @throws whatever is no refusal: then some items may have been recorded, and sending all again is safe
   */
  async record(context: CommandContext, items: readonly unknown[]): Promise<{ answers: readonly ItemAnswer[]; position: bigint | null }> {
    if (items.length > maxItems) throw invalid({ pointer: '', detail: `An array has at most ${maxItems} interactions.` });
    let position: bigint | null = null;
    const reached = (at: bigint) => {
      if (position === null || at > position) position = at;
    };
    const bulk = this.of(context, reached);
    const inArray = { ...bulk, refused: (problem: Problem, i: number): ItemAnswer => ({ outcome: 'refused', problem: under(`/${i}`, problem) }) };
    const answers = await allInOrder(
      items,
      orderOf(inArray, this.metrics, (item: unknown) => item),
    );
    return { answers, position };
  }

  /** What is done with each item, told where each ended. */
  of(context: CommandContext, reached: (position: bigint) => void = () => undefined): Bulk<Prepared, ItemAnswer> {
    const { tenant } = context;
    return {
      prepare: (item) => {
        const given = interaction(item);
        const settings = this.settings.of(tenant);
        return settings instanceof Promise ? settings.then((read) => prepared(given, read)) : prepared(given, settings);
      },
      lanes: ({ lanes }) => lanes,
      work: async ({ given }, i) => {
        const answer = await this.commands.execute<RecordInteraction, ResolutionAnswer>(new RecordInteraction(itemContext(context, i), interactionOf(given)));
        if (answer.position !== null) reached(answer.position);
        return resolutionAnswer(answer);
      },
      refused: (problem) => ({ outcome: 'refused', problem }),
      failed: (problem) => ({ outcome: 'failed', problem }),
    };
  }
}

/** Items with a lane in common are handled one after the other. Keys without their channel: siblings share keys, too. */
function prepared(given: InteractionDto, settings: Settings): Prepared {
  const { source, id, contactPoints } = given;
  return { given, lanes: [`i${source}\n${id}`, ...contactPoints.flatMap((point) => keyLane(settings, point))] };
}

/** The lane of an address; none for what cannot be one: it will be refused when its turn comes. */
export function keyLane(settings: Settings, { channel, value, scope }: { channel: string; value: string; scope?: string | null }): readonly string[] {
  try {
    const found = keyIn(settings, { channel, value, ...(scope != null && { scope }) }, '');
    return 'key' in found ? [`k${found.key}`] : [];
  } catch {
    return [];
  }
}

/** The context of one item. No key of a client has a line end in it, so items never meet other commands. */
export const itemContext = (context: CommandContext, index: number): CommandContext =>
  context.idempotencyKey === undefined ? context : { ...context, idempotencyKey: `${context.idempotencyKey}\n${index}` };
