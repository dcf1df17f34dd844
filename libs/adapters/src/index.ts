export * from './checkpoints';
export * from './data-folder';
export * from './event-store';
export * from './key-vault';
export * from './read-db';
