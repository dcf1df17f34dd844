import { join } from 'node:path';
import { Served } from './served';

/** The first admin key of every engine that is started here. */
export const adminKey = `kith_bench0001_${'x'.repeat(43)}`;

/** The built engine over a data folder, as `npm start` runs it. @param settings more of them, as the environment gives them */
export const startEngine = (folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Served> =>
  Served.start(join(__dirname, '..', '..', '..', 'apps', 'engine', 'src', 'main.js'), [], {
    KITH_DATA: folder,
    KITH_PORT: '0',
    KITH_ADMIN_KEY: adminKey,
    KITH_LOG_LEVEL: 'error',
    KITH_RATE_LIMIT: '0',
    ...settings,
  });
