export * from './eventstoredb';
export * from './memory';
export * from './sqlite';
export { UnknownEventFileFormat } from './sqlite-file';
