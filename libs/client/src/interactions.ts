import { type Caller, fetched, read, signalOf, written } from './caller';
import { answersOf, type StreamOptions } from './line-stream';
import { type Listed, listed } from './pages';
import type { components } from './schema';
import type { Interaction, InteractionAnswer, OpenInteraction, ReadOptions, Resolution, WriteOptions, Written } from './types';

type Schemas = components['schemas'];

/** What happens on the channels, and whose it is. */
export class Interactions {
  constructor(private readonly caller: Caller) {}

  /**
   * Records one interaction: finds the end user behind its contact points, or creates one.
   * @example
   * const { canonicalId, outcome } = await kith.interactions.record({
   *   source: 'helpdesk', id: 'mail-81', channel: 'email', contactPoints: [{ channel: 'email', value: 'lea@example.org' }],
   * });
   */
  record(interaction: Interaction, options?: WriteOptions): Promise<Written<Resolution>>;
  /**
   * Records a stream of any length and yields one answer each, in order. The next interactions are taken when the answers before
   * them were. What a broken connection left unanswered is sent again: an interaction is recorded once by its source and id.
   * @example
   * for await (const answer of kith.interactions.record(mails())) if (answer.outcome === 'refused') console.error(answer.problem.detail);
   * @throws KithProblem when the whole is refused; one interaction that is refused says so in its answer
   */
  record(interactions: Iterable<Interaction> | AsyncIterable<Interaction>, options?: StreamOptions): AsyncIterable<InteractionAnswer>;
  record(
    given: Interaction | Iterable<Interaction> | AsyncIterable<Interaction>,
    options: WriteOptions & StreamOptions = {},
  ): Promise<Written<Resolution>> | AsyncIterable<InteractionAnswer> {
    return Symbol.iterator in given || Symbol.asyncIterator in given ? this.recordAll(given, options) : this.recordOne(given, options);
  }

  /**
   * Whose contact points are these? Nothing that happened is remembered; with `create` an end user is created when there is none.
   * @example const { outcome, canonicalId, why } = await kith.interactions.resolve({ contactPoints: [{ channel: 'phone', value: '+33612345678' }] });
   */
  async resolve(question: Schemas['ResolveDto'], options?: WriteOptions): Promise<Written<Resolution>> {
    return (await written(
      this.caller.api.POST('/v1/resolve', { body: question, headers: this.caller.writing(options), ...signalOf(options) }),
    )) as Written<Resolution>;
  }

  /**
   * Interactions that wait for somebody to say whose they are, the latest first.
   * @example for await (const { id, candidates } of kith.interactions.open('ambiguous')) console.log(id, candidates);
   */
  open(outcome: 'ambiguous' | 'unidentified', { limit, ...options }: ReadOptions & { readonly limit?: number } = {}): Listed<OpenInteraction> {
    return listed((cursor) => {
      const query = { outcome, ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
      return read(this.caller.api.GET('/v1/interactions', { params: { query }, headers: this.caller.reading, ...signalOf(options) }));
    });
  }

  /** Says whose an open interaction is. @example await kith.interactions.assign(interactionId, { endUserId }); */
  assign(interactionId: string, assignment: Schemas['AssignDto'], options?: WriteOptions): Promise<Written<Schemas['AssignedAnswer']>> {
    const init = { params: { path: { id: interactionId } }, body: assignment, headers: this.caller.writing(options), ...signalOf(options) };
    return written(this.caller.api.POST('/v1/interactions/{id}/assign', init));
  }

  private async recordOne(interaction: Interaction, options: WriteOptions): Promise<Written<Resolution>> {
    const init = { body: interaction, headers: this.caller.writing(options), ...signalOf(options) };
    return (await written(this.caller.api.POST('/v1/interactions', init))) as Written<Resolution>;
  }

  private recordAll(items: Iterable<Interaction> | AsyncIterable<Interaction>, options: StreamOptions): AsyncIterable<InteractionAnswer> {
    const { attempts, pauseMs } = this.caller.options;
    const send = async (lines: readonly Interaction[]) => {
      const init = { ...this.caller.lines(lines), ...signalOf(options) };
      return (await fetched(this.caller.streams.POST('/v1/interactions', init as never))).data as unknown as ReadableStream<Uint8Array>;
    };
    return answersOf<Interaction, InteractionAnswer>(items, { ...options, attempts, pauseMs, send });
  }
}
