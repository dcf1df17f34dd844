import type { ApiKey, IssuedKey } from '@kith/client';
import { type Command, Option } from 'commander';
import { collected } from '../collected';
import { columns } from '../columns';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { runEngineProgram } from '../engine-program';
import { handedOn } from '../handed-on';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

const roles = ['admin', 'agent', 'auditor', 'service'] as const;

interface NewKey extends EngineOptions {
  readonly role: (typeof roles)[number];
  readonly name: string;
  readonly expires?: string;
  readonly organization?: readonly string[];
}

interface Revocation extends EngineOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** API keys of the tenant, and the keys of personal data. */
export const declare: Declare = (command, session) => {
  command.description('API keys of the tenant, for an admin; and the vault with the keys of personal data.');
  list(command.command('list'), session);
  create(command.command('create'), session);
  revoke(command.command('revoke'), session);
  handedOn(command.command('copy'), session, 'keys-copy', 'copies the key vault of a data folder into an empty one in PostgreSQL')
    .option('--from <folder>', 'the data folder')
    .option('--to <place>', 'postgres://…, or the word configured');
  rotateMaster(command.command('rotate-master'), session);
};

function list(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('lists every API key, also those that were revoked; never what lets in')
    .action(async (options: EngineOptions) => {
      const kith = await engineOf(session, options);
      const keys: ApiKey[] = [];
      for await (const key of kith.keys.list({ signal: session.signal })) {
        if (options.json) await session.terminal.printJson(key);
        else keys.push(key);
      }
      if (!options.json)
        await session.terminal.print(
          columns([['key id', 'role', 'client', 'state'], ...keys.map((key) => [key.keyId, roleOf(key), key.clientName, stateOf(key)])]),
        );
    });
}

const roleOf = ({ role, organizations }: ApiKey): string => (organizations ? `${role} of ${organizations.length} organizations` : role);

function stateOf({ createdAt, expiresAt, revokedAt }: ApiKey): string {
  if (revokedAt !== null) return `revoked ${revokedAt}`;
  return expiresAt === null ? `since ${createdAt}` : `until ${expiresAt}`;
}

function create(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('makes an API key, and prints it: nobody can find it out later')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .requiredOption('--name <client>', 'who uses it, for the history')
    .option('--expires <time>', 'when it ends, such as 2027-01-01T00:00:00Z')
    .option('--organization <id>', 'for agents: this organization only; may be repeated', collected)
    .action(async ({ role, name, expires, organization, ...options }: NewKey) => {
      const kith = await engineOf(session, options);
      const asked = { role, clientName: name, ...(expires !== undefined && { expiresAt: expires }), ...(organization && { organizations: [...organization] }) };
      const made: IssuedKey = await kith.keys.create(asked, { signal: session.signal });
      if (options.json) return session.terminal.printJson(made);
      session.terminal.say(`key ${made.keyId} for ${made.clientName}, role ${made.role}; it is shown this once:`);
      return session.terminal.print(`${made.key}\n`);
    });
}

function revoke(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('revokes an API key for good: from then on it lets nobody in')
    .argument('<key id>', 'the part between the two underscores of the key')
    .option('-y, --yes', 'do not ask')
    .option('-n, --dry-run', 'show which key it is')
    .action(async (keyId: string, { yes, dryRun, ...options }: Revocation) => {
      const kith = await engineOf(session, options);
      const key = await keyCalled(kith.keys.list({ signal: session.signal }), keyId);
      const shown = key ? `key ${keyId} of ${key.clientName}, role ${roleOf(key)}, ${stateOf(key)}` : `key ${keyId}, which no list shows`;
      if (dryRun) return session.terminal.print(`${shown}, would be revoked\n`);
      await session.assertSure(`Revoke ${shown}? It cannot be undone.`, yes);
      await kith.keys.revoke(keyId, { signal: session.signal });
      return options.json ? session.terminal.printJson({ keyId, revoked: true }) : session.terminal.print(`${shown}, is revoked\n`);
    });
}

async function keyCalled(keys: AsyncIterable<ApiKey>, keyId: string): Promise<ApiKey | undefined> {
  for await (const key of keys) if (key.keyId === keyId) return key;
  return undefined;
}

/** Asked for here, because what the old master key is good for afterwards is nothing. */
function rotateMaster(command: Command, session: Session): void {
  handedOn(command, session, 'rotate-master-key', 'wraps every key of the vault under a new master key; refused while an engine holds the vault')
    .option('--new-key <file>', 'a file for the new master key, which is made when it is missing')
    .option('-y, --yes', 'do not ask')
    .option('--json', 'print the result as one JSON object')
    .action(async ({ yes }: { readonly yes?: boolean }) => {
      await session.assertSure('Give the vault another master key? The old one opens nothing afterwards, but for the backups of before.', yes);
      const words = session.words.slice(2).filter((word) => word !== '--yes' && word !== '-y');
      await runEngineProgram(session, 'rotate-master-key', words);
    });
}
