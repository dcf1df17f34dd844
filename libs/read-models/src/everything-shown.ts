import { EverythingShown, HeldPointsBehind } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { patience, standsAt } from './come-to';
import { projections } from './projections';
import { ReadDatabase } from './read-database';

const all = projections.map(({ name }) => name);

/** By the checkpoints of every projection in the database that serves. */
@Injectable()
export class ProjectedEverythingShown extends EverythingShown {
  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
  }

  async upTo(position: bigint): Promise<void> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const { serving } = this.database;
      const isThere = standsAt(await this.database.checkpoints(), all, position);
      // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
      if (isThere && this.database.serving === serving) return;
      if (performance.now() >= end) throw new HeldPointsBehind(position);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}
