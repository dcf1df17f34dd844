import { ApiProperty } from '@nestjs/swagger';

const Count = (example: number) => ApiProperty({ type: 'integer', minimum: 0, example });
const Maybe = (example: number) => ApiProperty({ type: 'integer', minimum: 0, nullable: true, example });

/** Who started it. */
export class ImportActorAnswer {
  kind: 'service' | 'agent' | 'import' | 'reactor' | 'operator';
  /** @example 'k2v9qm4x' */
  id: string;
}

/** A column of CSV or a member of NDJSON, and what it is read as. */
export class ImportColumnAnswer {
  /** @example 'E-mail' */
  column: string;
  /**
   * Null for one that is left out.
   * @example 'email'
   */
  to: string | null;
}

/** Why the rest of the file could not be read. */
export class ImportFailureAnswer {
  /** @example 'damaged' */
  code: string;
  /** @example 'What was stored of the file is damaged: send it again.' */
  sentence: string;
}

/** How far an import is. */
export class ImportProgressAnswer {
  /** @example '01980f76-5a9c-8b73-a28d-6f708192a3b4' */
  id: string;
  /** `waiting`: no engine that is running has the file. */
  status: 'running' | 'waiting' | 'cancelled' | 'ended' | 'failed' | 'reverting' | 'reverted';
  /** `create`: who is there already is left alone. `upsert`: they get what the file says. */
  mode: 'create' | 'upsert';
  /** Everything is told and nothing is written. */
  dryRun: boolean;
  format: 'csv' | 'ndjson';
  /** Of the file as it was sent. */
  @Count(48_201)
  bytes: number;
  @Count(24_100)
  bytesRead: number;
  /** Rows that are done: each created, changed, left unchanged or refused. */
  @Count(500)
  rows: number;
  @Count(421)
  created: number;
  @Count(60)
  changed: number;
  @Count(16)
  unchanged: number;
  @Count(3)
  refused: number;
  /** Organizations that were created for them. */
  @Count(12)
  organizations: number;
  /** Since it was started; null before the first rows are done. */
  @Maybe(2_100)
  rowsPerSecond: number | null;
  /** By what is left of the file; null when it does not run, or nothing can be said yet. */
  @Maybe(12)
  secondsLeft: number | null;
  failure: ImportFailureAnswer | null;
  startedBy: ImportActorAnswer;
  onBehalfOf: string | null;
  /** @example '2026-03-03T10:00:00.000Z' */
  startedAt: string;
  /**
   * When the last rows were done.
   * @example '2026-03-03T10:00:04.000Z'
   */
  advancedAt: string | null;
  /**
   * When it ended, failed or was cancelled; null while it goes on.
   * @example null
   */
  endedAt: string | null;
  /** When all that can be undone of it was undone. */
  revertedAt: string | null;
  /** End users and organizations of which something was undone. */
  @Count(0)
  undone: number;
  /** What was kept, because somebody has built on it since: `GET /v1/imports/{id}/kept`. */
  @Count(0)
  kept: number;
}

/** An import, how far it is, and how its file is read. */
export class ImportAnswerDto extends ImportProgressAnswer {
  /** As it was given; null when none was, or it is erased. */
  fileName: string | null;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /**
   * Of CSV.
   * @example ';'
   */
  delimiter: string | null;
  columns: ImportColumnAnswer[];
}

/** A page of imports, the latest first. */
export class ImportsAnswer {
  items: ImportProgressAnswer[];
  /** Give it as `cursor` to read on; null on the last page. */
  nextCursor: string | null;
}

/** Something that an import did and that its undoing kept. */
export class ImportKeptAnswer {
  kind: 'end-user' | 'organization';
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /**
   * What of it; empty for all of it.
   * @example 'details'
   */
  field: string;
  /** @example 'changed-since' */
  code: string;
  /** @example 'Somebody has changed it since.' */
  sentence: string;
}
