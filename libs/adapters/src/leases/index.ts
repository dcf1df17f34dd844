export * from './postgres';
export * from './sole';
