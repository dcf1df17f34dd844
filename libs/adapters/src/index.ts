export * from './checkpoints';
export * from './data-folder';
export * from './deliveries';
export * from './event-store';
export * from './key-vault';
export * from './leases';
export { isPassing } from './postgres';
export * from './read-db';
export * from './webhook-sender';
