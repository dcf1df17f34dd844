export * from './postgres';
export * from './sqlite';
