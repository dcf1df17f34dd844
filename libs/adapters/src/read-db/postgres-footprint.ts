import { Slot, type TableName, type Tables, type Template, written } from '@kith/read-models';
import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  DeleteQueryNode,
  InsertQueryNode,
  type Kysely,
  type OperationNode,
  OperatorNode,
  RawNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from 'kysely';

/**
 * What a statement does with a table. `add` inserts rows that must not be there, whatever the order; of what `insert` inserts, rows that
 * are there stay; `write` is everything else.
 */
export interface Access {
  readonly table: TableName;
  readonly mode: 'read' | 'add' | 'insert' | 'write';
  /** The place whose value tells its rows from all others of the table; undefined when it may be any row. */
  readonly apart: string | undefined;
}

/** Rows of a table that differ in this column are different rows, and never become the same: statements on them can change places. */
const apartBy: { readonly [T in TableName]?: string & keyof Tables[T] } = {
  email_lookup: 'point_id',
  phone_lookup: 'point_id',
  whatsapp_lookup: 'point_id',
  messenger_lookup: 'point_id',
  instagram_lookup: 'point_id',
  telegram_lookup: 'point_id',
  x_lookup: 'point_id',
  line_lookup: 'point_id',
  web_lookup: 'point_id',
  external_lookup: 'point_id',
  registered_lookup: 'point_id',
  shared_point: 'point_id',
  holder: 'id',
  holder_stale: 'id',
  end_user: 'id',
  end_user_tag: 'end_user_id',
  end_user_field: 'end_user_id',
  end_user_blank: 'end_user_id',
  erased_end_user: 'id',
  erased_stale: 'id',
  end_user_primary: 'end_user_id',
  end_user_contact_point: 'end_user_id',
  end_user_organization: 'end_user_id',
  end_user_default: 'end_user_id',
  membership: 'end_user_id',
  membership_interval: 'end_user_id',
  email_domain: 'end_user_id',
  domain_claim: 'organization_id',
  claimant: 'organization_id',
  membership_sweep: 'id',
  organization: 'id',
  organization_tag: 'organization_id',
  organization_field: 'organization_id',
  organization_blank: 'organization_id',
  organization_domain: 'organization_id',
  organization_merge: 'id',
  unassigned_interaction: 'id',
  timeline_move: 'point_id',
  open_interaction: 'id',
  holding: 'point_id',
  sharing: 'point_id',
  merge: 'merged_id',
  merge_member: 'end_user_id',
  difference: 'end_user_id',
  duplicate_name: 'end_user_id',
  duplicate_point: 'end_user_id',
  duplicate_sibling: 'tenant',
  duplicate_stale: 'end_user_id',
  ticket: 'id',
  ticket_status: 'ticket_id',
  ticket_route: 'ticket_id',
  waiting_interaction: 'id',
  report_link: 'id',
  report_organization_link: 'id',
  report_relinked: 'id',
  report_organization_relinked: 'id',
  report_open: 'id',
  report_stay: 'end_user_id',
  report_stale: 'end_user_id',
  retention_run: 'id',
  retention_erasure: 'end_user_id',
  api_key: 'key_id',
  tenant: 'name',
};

/** What a template reads and writes, as its query says. */
export function footprint(db: Kysely<Tables>, template: Template<never, unknown>): readonly Access[] {
  const root = written(db, template).toOperationNode();
  const { many, also = [] } = template.postgres ?? {};
  const target = targetOf(root);
  if (many) return [{ ...target, mode: 'insert' }, ...also.map((table) => ({ table, mode: 'insert' as const, apart: undefined }))];
  return [target, ...reads(root)];
}

function targetOf(node: OperationNode): Access {
  if (InsertQueryNode.is(node) && node.into) {
    const mode = node.replace || (node.onConflict && !node.onConflict.doNothing) ? 'write' : node.onConflict ? 'insert' : 'add';
    const table = nameOf(node.into);
    return { table, mode, apart: insertedAt(node, apartBy[table]) };
  }
  if (UpdateQueryNode.is(node) && node.table) {
    const [source] = sourcesOf([node.table]);
    if (source) {
      const moves = node.updates?.some(({ column }) => ColumnNode.is(column) && column.column.name === apartBy[source.table]);
      return { table: source.table, mode: 'write', apart: moves ? undefined : comparedTo(source, node.from === undefined, node.where) };
    }
  }
  if (DeleteQueryNode.is(node)) {
    const [source] = sourcesOf(node.from.froms);
    if (source) return { table: source.table, mode: 'write', apart: comparedTo(source, node.using === undefined, node.where) };
  }
  throw new Error(`${node.kind} writes no table`);
}

/** Every table that is named beside the target, in whatever depth. */
function reads(node: OperationNode): readonly Access[] {
  const found: Access[] = [];
  const read = (sources: readonly Source[], isOnly: boolean, where: OperationNode | undefined) => {
    for (const source of sources) found.push({ table: source.table, mode: 'read', apart: comparedTo(source, isOnly, where) });
  };
  const visit = (one: OperationNode): void => {
    if (SelectQueryNode.is(one)) {
      const sources = sourcesOf([...(one.from?.froms ?? []), ...(one.joins ?? []).map(({ table }) => table)]);
      read(sources, sources.length === 1 && one.joins === undefined, one.where);
    } else if (UpdateQueryNode.is(one) && one.from) read(sourcesOf(one.from.froms), false, one.where);
    else if (RawNode.is(one)) read(sourcesOf(one.parameters), false, undefined);
    for (const part of Object.values(one).flat()) if (isNode(part)) visit(part);
  };
  visit(node);
  return found;
}

interface Source {
  readonly table: TableName;
  readonly alias: string;
}

const nameOf = (node: TableNode): TableName => node.table.identifier.name as TableName;

function sourcesOf(nodes: readonly OperationNode[]): readonly Source[] {
  return nodes.flatMap((node) => {
    if (TableNode.is(node)) return [{ table: nameOf(node), alias: nameOf(node) }];
    if (AliasNode.is(node) && TableNode.is(node.node)) return [{ table: nameOf(node.node), alias: (node.alias as { name?: string }).name ?? '' }];
    return [];
  });
}

/** The place that the telling column of the table is compared to. @param isOnly whether columns without a table's name are its own */
function comparedTo({ table, alias }: Source, isOnly: boolean, where: OperationNode | undefined): string | undefined {
  const column = apartBy[table];
  const conditions: OperationNode[] = where === undefined ? [] : [(where as unknown as { where: OperationNode }).where];
  for (let one = conditions.pop(); one !== undefined; one = conditions.pop()) {
    if (AndNode.is(one)) conditions.push(one.left, one.right);
    if (!BinaryOperationNode.is(one) || !OperatorNode.is(one.operator) || one.operator.operator !== '=' || !ReferenceNode.is(one.leftOperand)) continue;
    const { table: of, column: named } = one.leftOperand;
    const isOwn = of ? nameOf(of) === alias : isOnly;
    if (isOwn && ColumnNode.is(named) && named.column.name === column) return placeOf(one.rightOperand);
  }
  return undefined;
}

/** The place that the column of what is inserted is filled from. */
function insertedAt({ columns = [], values }: InsertQueryNode, column: string | undefined): string | undefined {
  const index = columns.findIndex((one) => one.column.name === column);
  if (index < 0 || values === undefined) return undefined;
  if (SelectQueryNode.is(values)) {
    const selection = values.selections?.[index]?.selection;
    return selection && placeOf(AliasNode.is(selection) ? selection.node : selection);
  }
  const list = ValuesNode.is(values) ? values.values[0] : undefined;
  const value = list && ValueListNode.is(list) ? list.values[index] : undefined;
  return value && placeOf(value);
}

function placeOf(node: OperationNode): string | undefined {
  if (RawNode.is(node) && node.parameters.length === 1 && node.sqlFragments.every((text) => text === '')) return placeOf(node.parameters[0] as OperationNode);
  return ValueNode.is(node) && node.value instanceof Slot ? node.value.name : undefined;
}

const isNode = (part: unknown): part is OperationNode => typeof part === 'object' && part !== null && 'kind' in part;
