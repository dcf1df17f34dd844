export * from './postgres';
export * from './sqlite';
export * from './sqlite-passing';
