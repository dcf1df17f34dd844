import { type Compiled, compiled, type Prepared, Slot, type Tables, type Template, type Value } from '@kith/read-models';
import type { Kysely } from 'kysely';
import type { Pool, QueryResult } from 'pg';
import { type BulkStatement, bulk, turnOfRun, typesOfPlaces } from './postgres-bulk';

type AnyTemplate = Template<never, unknown>;
type Values = Readonly<Record<string, Value>>;

/** What is asked, and the names that connections keep it by. */
interface Form {
  readonly name: string;
  readonly text: string;
  readonly places: Compiled['parameters'];
  /** The same for many at once; undefined until the types of its places were asked for. */
  many?: Promise<BulkStatement>;
}

/** What is known of templates: the same for all databases, as all have the same tables. */
const forms = new WeakMap<AnyTemplate, Form>();
let named = 0;

/** From so many reads of one template on, they are asked together. */
const fewest = 4;

interface Asked {
  readonly values: Values;
  answer(rows: readonly unknown[]): void;
  fail(error: unknown): void;
}

/**
 * Prepared reads. Those of one template that are asked for in one turn of the event loop, by one page or by many callers, go to the server
 * as one: most of what a point read costs is its way there and back.
 */
export class PostgresReader {
  /** Reads that are not answered yet. */
  underWay = 0;

  constructor(
    private readonly pool: Pool,
    private readonly kysely: Kysely<Tables>,
  ) {}

  prepared<P, Row>(template: Template<P, Row>): Prepared<P, Row> {
    const form = this.formOf(template as AnyTemplate);
    let waiting: Asked[] = [];
    const send = () => {
      const asked = waiting;
      waiting = [];
      // Without places all of them ask the same; that is rare, and never from one page.
      if (asked.length < fewest || !form.places.some((one) => one instanceof Slot)) for (const one of asked) this.one(form, one);
      else void this.many(form, template as AnyTemplate, asked);
    };
    return (values) =>
      new Promise<readonly Row[]>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(send);
        this.underWay += 1;
        waiting.push({ values: values as Values, answer: resolve as Asked['answer'], fail: reject });
      }).finally(() => {
        this.underWay -= 1;
      });
  }

  private one({ name, text, places }: Form, { values, answer, fail }: Asked): void {
    try {
      const inPlace = places.map((one) => (one instanceof Slot ? given(values, one.name) : one));
      this.pool.query({ name, text, values: inPlace }).then(({ rows }) => answer(rows), fail);
    } catch (error) {
      fail(error);
    }
  }

  private async many(form: Form, template: AnyTemplate, asked: readonly Asked[]): Promise<void> {
    try {
      form.many ??= this.manyOf(template);
      const many = await form.many;
      const { rows }: QueryResult<Record<string, unknown>> = await this.pool.query({
        name: `${form.name}-many`,
        text: many.text,
        values: [...many.parameters(asked)],
      });
      const answers: unknown[][] = asked.map(() => []);
      for (const { [turnOfRun]: turn, ...row } of rows) answers[Number(turn) - 1]?.push(row);
      for (const [i, one] of asked.entries()) one.answer(answers[i] as unknown[]);
    } catch (error) {
      for (const one of asked) one.fail(error);
    }
  }

  private async manyOf(template: AnyTemplate): Promise<BulkStatement> {
    try {
      const client = await this.pool.connect();
      let failure: unknown;
      try {
        return bulk(this.kysely, template, await typesOfPlaces(this.kysely, template, client));
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        client.release(failure !== undefined);
      }
    } catch (error) {
      delete this.formOf(template).many;
      throw error;
    }
  }

  private formOf(template: AnyTemplate): Form {
    const known = forms.get(template);
    if (known) return known;
    const { sql: text, parameters: places } = compiled(this.kysely, template);
    named += 1;
    const form = { name: `read-${named}`, text, places };
    forms.set(template, form);
    return form;
  }
}

function given(values: Values, place: string): Value {
  const value = values[place];
  if (value === undefined) throw new TypeError(`the statement is given nothing for ${place}`);
  return value;
}
