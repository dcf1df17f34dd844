import { passingTables, type Statement, type Tables, type Template, type Value } from '@kith/read-models';
import type { Kysely } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import { type BulkStatement, bulk, typesOfPlaces } from './postgres-bulk';
import { type Access, footprint } from './postgres-footprint';
import { inRuns } from './postgres-schedule';

type AnyTemplate = Template<never, unknown>;

/** A bulk statement under the name that connections keep it by. */
interface Form extends BulkStatement {
  readonly name: string;
}

/** So many runs share a statement at most. */
const mostAtOnce = 5_000;
/** After so many statements the tables that are empty between transactions are rid of what was in them. */
const statementsPerVacuum = 20_000;

/** What is known of templates: the same for all databases, as all have the same tables. */
const forms = new WeakMap<AnyTemplate, Form>();
const footprints = new WeakMap<AnyTemplate, readonly Access[]>();
let named = 0;

/** Writes statements in few, large ones, through connections that send them without waiting for answers. */
export class PostgresWriter {
  private sinceVacuum = 0;

  constructor(private readonly kysely: Kysely<Tables>) {}

  /** What is to be sent. A connection is asked once for each new template which types its places have. */
  async queriesFor(statements: readonly Statement[], client: PoolClient): Promise<readonly QueryOf[]> {
    const queries: QueryOf[] = [];
    for (const { template, statements: all } of inRuns(statements, (one) => this.footprintOf(one))) {
      const form = forms.get(template) ?? (await this.made(template, client));
      for (let at = 0; at < all.length; at += mostAtOnce) {
        const some = all.length <= mostAtOnce ? all : all.slice(at, at + mostAtOnce);
        queries.push({ name: form.name, text: form.text, values: [...form.parameters(some)] });
      }
    }
    return queries;
  }

  /** To be called with what was committed: vacuums now and then. */
  async wrote(statements: number, client: PoolClient): Promise<void> {
    this.sinceVacuum += statements;
    if (this.sinceVacuum < statementsPerVacuum) return;
    this.sinceVacuum = 0;
    await client.query(`VACUUM ${passingTables.join(', ')}`);
  }

  private footprintOf(template: AnyTemplate): readonly Access[] {
    let known = footprints.get(template);
    if (!known) {
      known = footprint(this.kysely, template);
      footprints.set(template, known);
    }
    return known;
  }

  private async made(template: AnyTemplate, client: PoolClient): Promise<Form> {
    named += 1;
    const form = { ...bulk(this.kysely, template, await typesOfPlaces(this.kysely, template, client)), name: `write-${named}` };
    forms.set(template, form);
    return form;
  }
}

export interface QueryOf {
  readonly name: string;
  readonly text: string;
  readonly values: (Value | Buffer)[];
}

/** Sends all at once and waits for all answers. @throws the first failure; what came after it in a transaction failed, too */
export async function pipelined(client: PoolClient, queries: readonly (string | QueryOf)[]): Promise<readonly QueryResult[]> {
  const answers = await Promise.allSettled(queries.map((query) => client.query(query as QueryOf)));
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}
