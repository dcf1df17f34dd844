import type { SqliteReadDatabase } from '@kith/adapters';
import type { ReadDatabase } from '@kith/read-models';

/** The same database, said to be written by other processes too; what is done to a handle is done to that one. */
export function shared(database: SqliteReadDatabase | ReadDatabase): ReadDatabase {
  const beside = async (name: string) => shared(await database.beside(name));
  return new Proxy(database, {
    get: (target, property) => {
      if (property === 'shared') return true;
      if (property === 'beside') return beside;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
