export * from './eventstoredb';
export * from './memory';
export * from './scratch-logs';
export * from './sqlite';
export { eventFileFormat, UnknownEventFileFormat } from './sqlite-file';
