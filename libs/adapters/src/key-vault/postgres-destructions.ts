import { UnknownKey } from '@kith/application';
import type { PostgresPlace } from '../postgres-schema';
import { Sweeping } from './postgres-sweeping';

/** How many keys are destroyed between two sweeps: each page has room for 14 rows more, so that three processes may do so at once. */
const mostAtOnce = 4;

/**
 * One statement, so that no process can be frozen halfway. The number comes from a row that stays locked until the destruction is
 * committed: a sequence would number destructions in another order than others come to see them.
 */
const destroy = `
  WITH known AS (
    SELECT id FROM kith_keys.data_key WHERE id = $1
  ), numbered AS (
    UPDATE kith_keys.destruction SET last_no = last_no + 1
    WHERE EXISTS (SELECT FROM known) AND NOT EXISTS (SELECT FROM kith_keys.destroyed_key WHERE id = $1)
    RETURNING last_no
  ), destroyed AS (
    INSERT INTO kith_keys.destroyed_key (no, id, destroyed_at) SELECT last_no, $1, clock_timestamp() FROM numbered ON CONFLICT (id) DO NOTHING
  ), overwritten AS (
    UPDATE kith_keys.data_key SET wrapped = decode(repeat('00', length(wrapped)), 'hex')
    WHERE id = $1 AND wrapped <> decode(repeat('00', length(wrapped)), 'hex')
  )
  SELECT count(*)::int AS known FROM known
`;

interface Asked {
  readonly id: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Destroys keys, a few at a time, and sweeps after each few. */
export class Destructions {
  private readonly sweeping: Sweeping;
  private readonly asked: Asked[] = [];
  private working = false;

  constructor(
    private readonly place: PostgresPlace,
    private readonly onDestroyed: (id: string) => void,
  ) {
    this.sweeping = new Sweeping(place);
  }

  /** Resolves when it is swept away. @throws UnknownKey and whatever the driver throws */
  destroy(id: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.asked.push({ id, resolve, reject });
      if (!this.working) void this.work();
    });
  }

  close(): void {
    this.sweeping.close();
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let few = this.asked.splice(0, mostAtOnce); few.length > 0; few = this.asked.splice(0, mostAtOnce)) await this.destroyFew(few);
    this.working = false;
  }

  private async destroyFew(few: readonly Asked[]): Promise<void> {
    const swept: Asked[] = [];
    for (const one of few) {
      try {
        await this.overwrite(one.id);
        swept.push(one);
      } catch (error) {
        one.reject(error);
      }
    }
    if (swept.length === 0) return;
    try {
      await this.sweeping.sweep();
      for (const { resolve } of swept) resolve();
    } catch (error) {
      for (const { reject } of swept) reject(error);
    }
  }

  private async overwrite(id: string): Promise<void> {
    const { rows } = await this.place.twice((pool) => pool.query<{ known: number }>(destroy, [id]));
    if (rows[0]?.known !== 1) throw new UnknownKey(id);
    this.onDestroyed(id);
  }
}
