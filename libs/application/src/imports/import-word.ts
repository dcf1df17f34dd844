import type { CommandContext, ImportMode, Settings } from '@kith/domain';
import type { TenantIdentifiers } from '../identifiers';
import type { StepContext } from '../run';

/** An import under way, as its rows are applied. */
export interface ImportUnderWay {
  readonly tenant: string;
  readonly importId: string;
  readonly mode: ImportMode;
  /** Of its file, as in `ImportStarted`. */
  readonly digest: string;
  /** Who started it. */
  readonly onBehalfOf: string;
  /** Id of the event that started it. */
  readonly startedBy: string;
  readonly ids: TenantIdentifiers;
  readonly settings: Settings;
  /** Rows may have been tried before, as far as nobody knows: by a process that died, or before a store went away. */
  readonly isTriedAgain: boolean;
}

/** The name under which an import gives its idempotency keys. */
const clientOf = ({ importId }: Pick<ImportUnderWay, 'importId'>): string => `import:${importId}`;

const keyOf = (row: number, what: string): string => (what === '' ? `${row}` : `${row}.${what}`);

/**
 * The word on which a row does something: its command has the same id however often the row is tried. `what` tells the commands of one row
 * apart; empty is the creation of its end user.
 */
export function rowWord(run: Pick<ImportUnderWay, 'tenant' | 'importId' | 'onBehalfOf' | 'startedBy' | 'ids'>, row: number, what: string): StepContext {
  const { tenant, importId, onBehalfOf, startedBy, ids } = run;
  const commandId = ids.command(clientOf(run), keyOf(row, what));
  return { tenant, actor: { kind: 'import', id: importId }, onBehalfOf, commandId, correlationId: importId, causationId: startedBy };
}

/** The same for a command on the bus. */
export function rowContext(run: ImportUnderWay, row: number, what: string): CommandContext {
  const { tenant, importId, onBehalfOf, startedBy } = run;
  const actor = { kind: 'import', id: importId } as const;
  return { tenant, actor, onBehalfOf, client: clientOf(run), idempotencyKey: keyOf(row, what), correlationId: importId, causationId: startedBy };
}

/**
 * Id of the end user that a row without contact points creates: from its place in the file, because nothing else could tell, when the same
 * file comes again, that this one is there already.
 */
export const pointlessId = ({ ids, digest }: Pick<ImportUnderWay, 'ids' | 'digest'>, row: number, attempt: number): string =>
  ids.endUser(ids.command('imported-file', `${digest}.${row}`), attempt);
