import {
  type CheckpointMove,
  type Prepared,
  type ProjectionName,
  projectionNames,
  ReadDatabase,
  ReadModelsUnavailable,
  type ScratchDatabase,
  type Statement,
  type Tables,
  type Template,
} from '@kith/read-models';
import type { Kysely } from 'kysely';
import { isPassing, type PostgresOptions, postgresReason } from '../postgres';
import { isMissing, PostgresPlaces } from './postgres-places';
import { PostgresSchema } from './postgres-schema';
import { PostgresScratchDatabase } from './postgres-scratch';

/**
 * Read models in PostgreSQL, in schemas `kith_read…` of one database. Any number of processes may have handles. While the server is away
 * everything rejects with ReadModelsUnavailable; afterwards it works again by itself.
 */
export class PostgresReadDatabase extends ReadDatabase {
  override readonly shared = true;

  private constructor(
    private readonly options: PostgresOptions,
    private readonly places: PostgresPlaces,
    private schema: PostgresSchema,
  ) {
    super();
  }

  /**
   * Opens what is offered to readers of this version of the tables, and makes it when there is none: for that, the user must be allowed to
   * create schemas in the database. @throws ReadModelsUnavailable
   */
  static async open(options: PostgresOptions): Promise<PostgresReadDatabase> {
    const places = new PostgresPlaces(options);
    try {
      const name = await reached(() => places.current());
      return new PostgresReadDatabase(options, places, new PostgresSchema(name, options));
    } catch (error) {
      await places.close();
      throw error;
    }
  }

  /** Tables in a schema that was made for one purpose: the others know nothing of it, and nothing is ever offered in its stead. */
  static apart(options: PostgresOptions, schema: string): PostgresReadDatabase {
    return new PostgresReadDatabase(options, new PlacesOfOne(options, schema), new PostgresSchema(schema, options));
  }

  get kysely(): Kysely<Tables> {
    return this.schema.kysely;
  }

  get serving(): string {
    return this.schema.name;
  }

  override prepare<P, Row>(template: Template<P, Row>): Prepared<P, Row> {
    let { schema } = this;
    let read = schema.read(template);
    const current = (): Prepared<P, Row> => {
      if (schema !== this.schema) {
        ({ schema } = this);
        read = schema.read(template);
      }
      return read;
    };
    return (values) => this.reading(() => current()(values));
  }

  override async apply(statements: readonly Statement[], moves: readonly CheckpointMove[]): Promise<void> {
    await reached(() => this.schema.apply(statements, moves));
  }

  override async checkpoints(): Promise<ReadonlyMap<ProjectionName, bigint>> {
    const rows = await this.reading(() => this.kysely.selectFrom('checkpoint').selectAll().execute());
    const positions = new Map(rows.map(({ name, position }) => [name, BigInt(position)]));
    return new Map(projectionNames.map((name) => [name, positions.get(name) ?? 0n]));
  }

  override async offered(): Promise<string> {
    return (await reached(() => this.places.find())) ?? this.serving;
  }

  override async beside(name: string): Promise<ReadDatabase> {
    return new PostgresReadDatabase(this.options, new PostgresPlaces(this.options), new PostgresSchema(name, this.options));
  }

  override async swap(name: string): Promise<void> {
    if (name === this.serving) return;
    const before = this.schema;
    this.schema = new PostgresSchema(name, this.options);
    await before.close();
  }

  override async remove(name: string): Promise<void> {
    await reached(() => this.places.remove(name));
  }

  override scratch(): Promise<ScratchDatabase> {
    return reached(() => PostgresScratchDatabase.create(this.places, this.options));
  }

  override async close(): Promise<void> {
    await Promise.all([this.schema.close(), this.places.close()]);
  }

  /** Reads once more when the connection was a lost one, or the tables were removed because others are offered. */
  private async reading<T>(read: () => T | Promise<T>): Promise<T> {
    const { serving } = this;
    try {
      return await read();
    } catch (error) {
      if (!isMissing(error) && !isLost(error)) throw error instanceof TypeError ? error : unavailable(error);
      return reached(async () => {
        if (isMissing(error) && serving === this.serving) await this.swap(await this.offered());
        return read();
      });
    }
  }
}

/** One schema alone: it stays what is offered, and cannot be removed or rebuilt from here. */
class PlacesOfOne extends PostgresPlaces {
  constructor(
    options: PostgresOptions,
    private readonly schema: string,
  ) {
    super(options);
  }

  override async find(): Promise<string> {
    return this.schema;
  }
  override make(): Promise<string> {
    return Promise.reject(new Error(`nothing is rebuilt beside ${this.schema}`));
  }
  override remove(name: string): Promise<void> {
    return Promise.reject(new Error(`${name} is removed by whoever made it`));
  }
  override async removeStrays(): Promise<void> {}
}

/** Another connection may do: this one was closed by the server, or on the way to it. */
const isLost = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 'ECONNRESET' || code === 'EPIPE' || code === '57P01' || /terminated unexpectedly|not queryable/.test(String(message));
};

async function reached<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(error);
  }
}

/** What the caller is told: an error of its own kind for what a later try may not meet. */
function unavailable(error: unknown): unknown {
  if (error instanceof ReadModelsUnavailable || !isPassing(error)) return error;
  return new ReadModelsUnavailable(`the database of the read models cannot be used: ${postgresReason(error)}`, { cause: error });
}
