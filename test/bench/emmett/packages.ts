/** The parts of the packages that the benchmark uses; the packages are not there when Kith is compiled. */
export interface EmmettEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface EmmettConnection {
  command(sql: string, values?: readonly unknown[]): Promise<unknown>;
  querySingle<T>(sql: string, values?: readonly unknown[]): Promise<T | null>;
  withTransaction<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** An inline projection: runs in the transaction of the append. */
export interface EmmettProjection {
  readonly canHandle: readonly string[];
  handle(events: readonly EmmettEvent[], context: { readonly connection: EmmettConnection }): Promise<void>;
}

interface Read {
  readonly currentStreamVersion: bigint;
  readonly streamExists: boolean;
  readonly events: readonly EmmettEvent[];
}
type AppendResult = { readonly success: true; readonly nextStreamPosition: bigint; readonly lastGlobalPosition: bigint } | { readonly success: false };

/** `@event-driven-io/emmett-sqlite` 0.38.5. */
export interface EmmettSqlite {
  sqliteConnection(options: { readonly fileName: string }): EmmettConnection;
  createEventStoreSchema(connection: EmmettConnection): Promise<void>;
  readStream(connection: EmmettConnection, stream: string, options?: object): Promise<Read>;
  appendToStream(
    connection: EmmettConnection,
    stream: string,
    streamType: string,
    events: readonly EmmettEvent[],
    options: object & { onBeforeCommit(events: readonly EmmettEvent[], context: { connection: EmmettConnection }): Promise<void> },
  ): Promise<AppendResult>;
}

interface CommandHandlerOptions<State> {
  evolve(state: State, event: EmmettEvent): State;
  initialState(): State;
}

/** What the command handler asks of a store. */
export interface EmmettStore {
  aggregateStream<State>(
    stream: string,
    options: CommandHandlerOptions<State> & { read?: object },
  ): Promise<{ currentStreamVersion: bigint; state: State; streamExists: boolean }>;
  appendToStream(stream: string, events: readonly EmmettEvent[], options?: object): Promise<object>;
}

/** `@event-driven-io/emmett` 0.38.5. */
export interface Emmett {
  CommandHandler<State>(
    options: CommandHandlerOptions<State>,
  ): (store: EmmettStore, stream: string, decide: (state: State) => readonly EmmettEvent[]) => Promise<object>;
}
