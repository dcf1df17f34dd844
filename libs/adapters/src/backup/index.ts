export * from './backup-source';
export type { CopiedFile } from './copied-file';
export { NothingToBackUp } from './data-snapshot';
export { BackupUnusable, type Manifest } from './manifest';
export { BackupInProgress, PlaceTaken } from './partial-folder';
export * from './restoring-folder';
export * from './take-backup';
