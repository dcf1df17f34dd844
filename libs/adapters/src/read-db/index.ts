export * from './postgres';
export * from './postgres-replay';
export * from './sqlite';
export * from './sqlite-passing';
export * from './sqlite-replay';
