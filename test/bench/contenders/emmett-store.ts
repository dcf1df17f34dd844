import type { EmmettConnection, EmmettProjection, EmmettSqlite, EmmettStore } from '../emmett/packages';

/**
 * emmett's SQLite event store on one connection that stays open. The store of that package closes its connection after every
 * call, so this one is put together from the package's own reading and appending; beside that it does what the package's does.
 * @param oneByOne an append begins when the one before is committed: the connection counts transactions that overlap as one,
 *   which then ends with whichever happens to be the last, or fails; false where the caller holds one transaction around all
 */
export function openStore(
  { readStream, appendToStream }: EmmettSqlite,
  connection: EmmettConnection,
  projection: EmmettProjection,
  oneByOne: boolean,
): EmmettStore {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (!oneByOne) return work();
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    async aggregateStream(stream, { evolve, initialState, read }) {
      const { events, currentStreamVersion, streamExists } = await readStream(connection, stream, read);
      return { state: events.reduce(evolve, initialState()), currentStreamVersion, streamExists };
    },
    async appendToStream(stream, events, options) {
      const [streamType = 'unknown'] = stream.split('-');
      const onBeforeCommit: EmmettProjection['handle'] = async (appending, context) => {
        if (appending.some(({ type }) => projection.canHandle.includes(type))) await projection.handle(appending, context);
      };
      const appended = await inTurn(() => appendToStream(connection, stream, streamType, events, { ...options, onBeforeCommit }));
      if (!appended.success) throw new Error(`${stream} was appended to by somebody else`);
      return { nextExpectedStreamVersion: appended.nextStreamPosition, lastEventGlobalPosition: appended.lastGlobalPosition, createdNewStream: true };
    },
  };
}
