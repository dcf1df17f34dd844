/** What an engine keeps in its data folder, by name. */
export const dataFiles = {
  events: 'events.sqlite',
  keys: 'keys.sqlite',
  /** Base64, one line; only where configuration gives no master key. */
  masterKey: 'master.key',
  deliveries: 'deliveries.sqlite',
  accessLog: 'access-log.sqlite',
  reactors: 'reactors.sqlite',
  /** A folder, whose file `current` names the database that serves. */
  readModels: 'read-models',
  /** A folder of uploads that are sealed, while they are read. */
  imports: 'imports',
} as const;
