import { dataFiles } from '../data-files';
import type { OwnFile } from '../sqlite-own-file';

/** It holds ids of people and of their readers, no personal data; what is lost with it is known nowhere else. */
export const accessLogFile: OwnFile = {
  name: dataFiles.accessLog,
  format: 1,
  // Ids sort by time, so that each index is also in the order in which entries are listed and forgotten.
  schema: `
  CREATE TABLE access_entry (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX access_entry_key ON access_entry (tenant, key_id, id);
  CREATE INDEX access_entry_kind ON access_entry (tenant, kind, id);
  CREATE INDEX access_entry_key_kind ON access_entry (tenant, key_id, kind, id);
  CREATE TABLE access_subject (
    tenant TEXT NOT NULL,
    end_user_id TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (tenant, end_user_id, id)
  ) STRICT, WITHOUT ROWID;
`,
};
