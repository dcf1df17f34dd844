import { Identifiers, identifyIn, type ResolutionAnswer, SettingsReader, type TenantIdentifiers } from '@kith/application';
import { type CommandContext, RecordInteraction, type Settings } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Metrics } from '../metrics';
import { problemOf, under } from '../problem-of';
import { invalid, type Problem } from '../problems';
import { validated } from '../validated';
import { inOrder } from './in-order';
import { InteractionDto, type ResolutionAnswerDto } from './interactions.dto';
import { interactionOf, resolutionAnswer } from './wire';

/** The most interactions of one request. */
const maxItems = 1000;
/** The most that are worked on at once. */
const maxAtOnce = 64;

type ItemAnswer = ResolutionAnswerDto | { readonly outcome: 'refused'; readonly problem: Problem };

/** Records arrays of interactions: items that share an address in their order, all others side by side. */
@Injectable()
export class InteractionBatch {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /**
   * One answer for each item, and the position of the last event.
   * @throws whatever is no refusal: then some items may have been recorded, and sending all again is safe
   */
  async record(context: CommandContext, items: readonly unknown[]): Promise<{ answers: readonly ItemAnswer[]; position: bigint | null }> {
    if (items.length > maxItems) throw invalid({ pointer: '', detail: `An array has at most ${maxItems} interactions.` });
    const [settings, ids] = [await this.settings.of(context.tenant), await this.identifiers.of(context.tenant)];
    let position: bigint | null = null;
    const answers = await inOrder<unknown, InteractionDto | Problem, ItemAnswer>(items, {
      atOnce: maxAtOnce,
      prepare: (item, i) => this.checked(item, i),
      lanes: (item) => (item instanceof InteractionDto ? lanesOf(item, settings, ids) : []),
      work: async (item, i) => {
        if (!(item instanceof InteractionDto)) return this.refused(item);
        try {
          const answer = await this.commands.execute<RecordInteraction, ResolutionAnswer>(new RecordInteraction(itemContext(context, i), interactionOf(item)));
          if (answer.position !== null && (position === null || answer.position > position)) ({ position } = answer);
          return resolutionAnswer(answer);
        } catch (error) {
          return this.refused(refusalOf(error, i));
        }
      },
    });
    return { answers, position };
  }

  private async checked(item: unknown, i: number): Promise<InteractionDto | Problem> {
    try {
      return await validated.check(InteractionDto, item);
    } catch (error) {
      return refusalOf(error, i);
    }
  }

  private refused(problem: Problem): ItemAnswer {
    this.metrics.refused(problem.code);
    return { outcome: 'refused', problem };
  }
}

/** What concerns this item alone; everything else fails the whole request. */
function refusalOf(error: unknown, i: number): Problem {
  const problem = problemOf(error);
  if (!problem || (problem.status >= 500 && problem.code !== 'too-contested')) throw error;
  return under(`/${i}`, problem);
}

/** Items with a lane in common are handled one after the other. Keys without their channel: siblings share keys, too. */
function lanesOf({ source, id, contactPoints }: InteractionDto, settings: Settings, ids: TenantIdentifiers): readonly string[] {
  const keys = contactPoints.flatMap(({ channel, value, scope }) => {
    try {
      const found = identifyIn(settings, ids, { channel, value, ...(scope != null && { scope }) }, '');
      return 'key' in found ? [`k${found.key}`] : [];
    } catch {
      // It will be refused when its turn comes.
      return [];
    }
  });
  return [`i${source}\n${id}`, ...keys];
}

/** The key of one item. No key of a client has a line end in it, so items never meet other commands. */
const itemContext = (context: CommandContext, index: number): CommandContext =>
  context.idempotencyKey === undefined ? context : { ...context, idempotencyKey: `${context.idempotencyKey}\n${index}` };
