import { type AccessKind, type Caller, Identifiers } from '@kith/application';
import { type CommandContext, Refusal } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AccessNoting, type Reader } from '../access-noting';
import { compiled } from '../compiled';
import { CommandsInProgress } from '../in-progress';
import { Metrics } from '../metrics';
import { under } from '../problem-of';
import { HttpProblem, invalid, type Problem } from '../problems';
import { RecentSettings } from '../recent-settings';
import { type Bulk, orderOf } from '../stream/bulk';
import { type Answered, type CommandKind, lanesOf, type ReadyCommand } from './command-kind';
import { commandKinds } from './command-kinds';
import { type CommandAnswer, envelopeOf } from './commands.dto';
import { allInOrder } from './in-order';
import { itemContext } from './interaction-batch';

/** The most commands of one array. */
const maxItems = 1000;

const kinds = new Map(commandKinds.map((one) => [one.type, one]));
const envelope = compiled(envelopeOf([...kinds.keys()]));

/** A command of a known type: ready, with the context that it is to be done in, or refused for its data. */
interface Prepared {
  readonly type: string;
  readonly lanes: readonly string[];
  readonly todo: { readonly ready: ReadyCommand; readonly context: CommandContext } | { readonly refusedBy: unknown };
}

/** Runs commands of all types: those that touch the same in their order, all others side by side. */
@Injectable()
export class CommandBatch {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(RecentSettings) private readonly settings: RecentSettings,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(AccessNoting) private readonly access: AccessNoting,
  ) {}

  /** Runs one command. @throws whatever refuses it, as the route for one such command would */
  async one(context: CommandContext, caller: Caller, item: unknown): Promise<CommandAnswer> {
    const { prepare, work } = await this.of(context, caller, () => context);
    return work(await prepare(item, 0), 0);
  }

  /**
   * One answer for each item, and the position of the last event.
   * @throws whatever is no refusal: then some commands may have been done, and sending all again under their keys is safe
   */
  async all(context: CommandContext, caller: Caller, items: readonly unknown[]): Promise<{ answers: readonly CommandAnswer[]; position: bigint | null }> {
    if (items.length > maxItems) throw invalid({ pointer: '', detail: `An array has at most ${maxItems} commands.` });
    const bulk = await this.of(context, caller);
    const refused = (problem: Problem, i: number, prepared: Prepared | undefined) => bulk.refused(under(`/${i}`, problem), i, prepared);
    const answers = await allInOrder(
      items,
      orderOf({ ...bulk, refused }, this.metrics, (item: unknown) => item),
    );
    const positions = answers.flatMap(({ position }) => (position === null ? [] : [BigInt(position)]));
    return { answers, position: positions.reduce<bigint | null>((last, one) => (last === null || one > last ? one : last), null) };
  }

  /** What is done with each item. */
  async of(context: CommandContext, caller: Caller, contextOf = itemContext): Promise<Bulk<Prepared, CommandAnswer>> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    return {
      prepare: (item, i) => {
        const { type, data, idempotencyKey, onBehalfOf } = envelope(item);
        const own = {
          ...contextOf(context, i),
          ...(idempotencyKey != null && { idempotencyKey }),
          ...(onBehalfOf != null && { onBehalfOf }),
        };
        try {
          const ready = (kinds.get(type) as CommandKind).judge(data, caller);
          const key = idempotencyKey == null ? [] : [`y${idempotencyKey}`];
          const settings = this.settings.of(tenant);
          if (!(settings instanceof Promise)) return { type, todo: { ready, context: own }, lanes: [...key, ...lanesOf(ready.touched, settings, ids)] };
          return settings.then((read) => ({ type, todo: { ready, context: own }, lanes: [...key, ...lanesOf(ready.touched, read, ids)] }));
        } catch (error) {
          return { type, lanes: [], todo: { refusedBy: inData(error) } };
        }
      },
      lanes: ({ lanes }) => lanes,
      work: (prepared) => this.run(prepared, caller),
      refused: (problem, _, prepared) => ({ ...unanswered(problem, prepared?.type), outcome: 'refused' }),
      failed: (problem, _, prepared) => ({ ...unanswered(problem, prepared?.type), outcome: 'failed' }),
    };
  }

  private async run({ type, todo }: Prepared, caller: Caller): Promise<CommandAnswer> {
    if ('refusedBy' in todo) throw todo.refusedBy;
    const { ready, context } = todo;
    const { shows } = ready;
    if (shows) await this.access.admit(caller.tenant);
    try {
      const answer = await this.inProgress.once(context, () => this.commands.execute<object, Answered>(ready.command(context)));
      if (ready.touched.settings) await this.settings.read(context.tenant);
      if (shows) await this.access.noteOf(readerOf(caller, context, shows.kind), shows.of(answer));
      const { status, result, done = answer.position !== null } = ready.told(answer);
      return { type, outcome: done ? 'done' : 'unchanged', status, position: answer.position?.toString() ?? null, result };
    } catch (error) {
      throw inData(error);
    }
  }
}

const readerOf = ({ tenant, keyId, role, clientName }: Caller, { onBehalfOf, correlationId, traceparent }: CommandContext, kind: AccessKind): Reader => ({
  tenant,
  keyId,
  role,
  clientName,
  onBehalfOf: onBehalfOf ?? null,
  operation: 'POST /v1/commands',
  kind,
  correlationId,
  traceparent: traceparent ?? null,
});

const unanswered = (problem: Problem, type: string | undefined) => ({
  type: type ?? null,
  status: problem.status,
  position: null,
  result: null,
  problem: problem as unknown as NonNullable<CommandAnswer['problem']>,
});

/** What is said of data, by the place that the data has in a command. */
function inData(error: unknown): unknown {
  if (error instanceof Refusal) {
    const { pointer } = error.details;
    return pointer === undefined ? error : new Refusal(error.code, error.message, { ...error.details, pointer: `/data${pointer}` });
  }
  if (!(error instanceof HttpProblem) || error.problem.code !== 'request-invalid') return error;
  return invalid(...(error.problem.errors ?? []).map((one) => (one.pointer === undefined ? one : { ...one, pointer: `/data${one.pointer}` })));
}
