import { MemoryImportFiles } from '@kith/adapters';
import { importFilesContract } from '../../contracts/import-files.contract';

importFilesContract('MemoryImportFiles', () => {
  const files = new MemoryImportFiles();
  return { files, reopen: () => files };
});
