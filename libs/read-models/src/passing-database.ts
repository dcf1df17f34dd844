import type { Reads } from './cluster-rows';
import type { Statement } from './statement';

/** An empty database of read models, for some profiles as they were at another time; gone when it is closed. */
export interface PassingDatabase extends Reads {
  write(statements: readonly Statement[]): void;
  close(): void;
}

/** Makes databases that nobody else sees and that leave nothing behind. */
export abstract class PassingDatabases {
  abstract make(): Promise<PassingDatabase>;
}
