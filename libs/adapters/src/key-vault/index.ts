export * from './master-key';
export * from './memory';
export * from './sqlite';
export * from './unusable';
