import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProjectionName } from './projection';
import { ReadDatabase } from './read-database';

/** How far the lists of people, organizations and tickets all are. */
export class ReadPosition extends Query<bigint> {
  static readonly needs: readonly ProjectionName[] = ['contact-lookup', 'end-user-profile', 'organizations', 'tickets'];
}

@QueryHandler(ReadPosition)
export class ReadPositionHandler implements IQueryHandler<ReadPosition> {
  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {}

  async execute(): Promise<bigint> {
    const reached = await this.database.checkpoints();
    return ReadPosition.needs.map((name) => reached.get(name) ?? 0n).reduce((one, other) => (one < other ? one : other));
  }
}
