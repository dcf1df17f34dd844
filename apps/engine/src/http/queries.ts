import { EventStore } from '@kith/application';
import { type ProjectionName, ReadModels } from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { header } from './command-context';
import { isPlainText } from './plain-json';
import { invalid } from './problems';

/** How long a query waits for the read models to catch up with what the caller has written. */
const maxWaitMs = 5_000;

/** Asks the read models, after they have what the caller wants them to have. */
@Injectable()
export class Queries {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  /** @throws ReadModelsBehind when `Kith-After` is not reached in time; PositionUnknown when it is none of this log */
  ask<T>(request: FastifyRequest, query: Query<T>): Promise<T> {
    return request.headers['kith-after'] === undefined ? this.bus.execute(query) : this.askAfter(header(request, 'kith-after') ?? '', query);
  }

  private async askAfter<T>(after: string, query: Query<T>): Promise<T> {
    const { needs } = query.constructor as unknown as { readonly needs: readonly ProjectionName[] };
    const at = position(after);
    await this.store.assertKnows(at);
    await this.readModels.waitFor(at, needs, maxWaitMs);
    return this.bus.execute(query);
  }
}

/** A position as `Kith-Position` gave it. @throws HttpProblem 400 that names the header or parameter */
export function position(text: string, at: { readonly header: string } | { readonly parameter: string } = { header: 'Kith-After' }): bigint {
  if (!/^(?:0|[1-9]\d{0,18})$/.test(text)) throw invalid({ ...at, detail: 'The value must be a position as Kith-Position gave it: a decimal number.' });
  return BigInt(text);
}

/** Tells the caller where its write ended, to be given as `Kith-After`. A write that found everything done already ended nowhere. */
export function tellPosition(reply: FastifyReply, at: bigint | null): void {
  if (at !== null) void reply.header('kith-position', at.toString());
}

/**
 * The query parameters, each at most once.
 * @throws HttpProblem 400 that names a parameter which the route does not take, or which is no plain text
 */
export function parameters<Name extends string>(request: Pick<FastifyRequest, 'query'>, ...names: readonly Name[]): { readonly [N in Name]?: string } {
  const given = request.query as Readonly<Record<string, string | readonly string[]>>;
  for (const name in given) {
    const value = given[name];
    // What the route does not know is not repeated: it could be an address that was put in the wrong place.
    if (!names.includes(name as Name))
      throw invalid({ parameter: 'query', detail: `This route takes ${names.length > 0 ? names.join(', ') : 'no query parameters'}.` });
    if (typeof value !== 'string') throw invalid({ parameter: name, detail: 'The parameter is given more than once.' });
    if (value.length > 1024 || !isPlainText(value)) throw invalid({ parameter: name, detail: 'The parameter must be plain text of at most 1024 characters.' });
  }
  return given as { readonly [N in Name]?: string };
}

/** How many items a page has. */
export function limitOf(text: string | undefined): number {
  if (text === undefined) return 50;
  const limit = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 200) throw invalid({ parameter: 'limit', detail: 'The limit must be 1 to 200.' });
  return limit;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in lower case; undefined for what cannot be one, and so is nobody's. */
export const uuidOf = (text: string): string | undefined => (uuid.test(text) ? text.toLowerCase() : undefined);
