export * from './copy-keys';
export * from './master-key';
export * from './memory';
export * from './postgres';
export * from './sqlite';
export * from './unusable';
