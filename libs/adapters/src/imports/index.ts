export * from './csv-parse-import-reader';
export * from './memory-import-files';
export * from './sealed-import-files';
