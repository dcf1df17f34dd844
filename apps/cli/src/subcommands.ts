import type { Subcommand } from './subcommand';

const people = 'Who is who:';
const data = 'Bring in, take out:';
const engine = 'The engine:';
const stores = 'Its stores:';
const shell = 'This command line:';

/** Every subcommand, in the order of the help. */
export const subcommands: readonly Subcommand[] = [
  { group: people, name: 'lookup', summary: 'who is behind an address', load: () => import('./commands/lookup.js') },
  { group: people, name: 'resolve', summary: 'whose addresses these are, with the reasons', load: () => import('./commands/resolve.js') },
  { group: people, name: 'merge', summary: 'make two end users one', load: () => import('./commands/merge.js') },
  { group: people, name: 'unmerge', summary: 'undo a merge', load: () => import('./commands/unmerge.js') },
  { group: people, name: 'history', summary: 'every fact about somebody or something', load: () => import('./commands/history.js') },
  { group: data, name: 'import', summary: 'bring end users in from a file', load: () => import('./commands/import.js') },
  { group: data, name: 'imports', summary: 'follow imports, stop them, take them back', load: () => import('./commands/imports.js') },
  { group: data, name: 'export', summary: 'take out end users, organizations, tickets, or the log', load: () => import('./commands/export.js') },
  { group: engine, name: 'start', summary: 'start an engine', load: () => import('./commands/start.js') },
  { group: engine, name: 'doctor', summary: 'look for what is wrong, and say what to do', load: () => import('./commands/doctor.js') },
  {
    group: engine,
    name: 'keys',
    summary: 'list, create and revoke API keys; copy the key vault, change its master key',
    load: () => import('./commands/keys.js'),
  },
  { group: engine, name: 'settings', summary: 'see and change the settings of the tenant', load: () => import('./commands/settings.js') },
  { group: engine, name: 'projections', summary: 'how far the read models are', load: () => import('./commands/projections.js') },
  { group: stores, name: 'verify', summary: 'check the log, and the read models against it', load: () => import('./commands/verify.js') },
  { group: stores, name: 'rebuild', summary: 'build the read models anew from the log', load: () => import('./commands/rebuild.js') },
  { group: stores, name: 'log', summary: 'copy the log into another store', load: () => import('./commands/log.js') },
  { group: stores, name: 'backup', summary: 'copy log and keys while the engine runs', load: () => import('./commands/backup.js') },
  { group: stores, name: 'restore', summary: 'make a data folder of a backup', load: () => import('./commands/restore.js') },
  { group: shell, name: 'completion', summary: 'print what a shell needs to complete these commands', load: () => import('./commands/completion.js') },
];
