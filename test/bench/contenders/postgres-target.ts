import { PostgresReadDatabase } from '@kith/adapters';
import { Client } from 'pg';
import { postgresTally } from '../fill/postgres-tally';
import type { Tally } from '../side';

/** The read models of one side in PostgreSQL: for each lap a new database with the engine's tables and indexes, empty. */
export class PostgresTarget {
  private made = 0;
  private current = '';
  private finished = '';

  /** @param server connection string of the server's own database @param name of the side */
  private constructor(
    private readonly server: string,
    private readonly name: string,
  ) {}

  static async on(server: string, name: string): Promise<PostgresTarget> {
    const target = new PostgresTarget(server, name);
    await target.renew();
    return target;
  }

  /** Connection string of the lap's database. */
  get url(): string {
    return this.urlOf(this.current);
  }

  /** Makes the database of the next lap; what the last lap made stays to be counted until the one after. */
  async renew(): Promise<void> {
    const old = this.finished;
    this.finished = this.current;
    this.current = `${this.name}_${this.made++}`;
    await this.asked(this.server, async (client) => {
      if (old !== '') await client.query(`DROP DATABASE ${old} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${this.current}`);
    });
    await schemaOf(this.url);
    // What the last lap left to be written would weigh on the next one.
    await this.asked(this.server, (client) => client.query('CHECKPOINT'));
  }

  /** Of the last lap. */
  async tally(): Promise<Tally> {
    const url = this.urlOf(this.finished);
    const schema = await schemaOf(url);
    return this.asked(url, (client) => postgresTally(client, schema));
  }

  private urlOf(database: string): string {
    const url = new URL(this.server);
    url.pathname = `/${database}`;
    return url.href;
  }

  private async asked<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

/** The schema that the tables are in; makes them where there are none. */
export async function schemaOf(url: string): Promise<string> {
  const database = await PostgresReadDatabase.open({ url });
  await database.close();
  return database.serving;
}
