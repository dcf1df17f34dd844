import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import { Failure } from '../failure';
import { pointHelp, pointIn } from '../points';
import type { Declare } from '../subcommand';

interface Options extends EngineOptions {
  readonly create?: boolean;
  readonly name?: string;
  readonly dryRun?: boolean;
}

/** Whose addresses these are, together, with the reasons. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description('Whose addresses are these, together, and why? Asks the rules that an interaction meets, and remembers nothing but what --create makes.')
    .argument('<address...>', pointHelp)
    .option('--create', 'create an end user when there is none')
    .option('--name <name>', 'of whoever is created')
    .option('-n, --dry-run', 'with --create: only say who there is')
    .action(async (addresses: string[], { create, name, dryRun, ...options }: Options) => {
      if (name !== undefined && !create) throw new Failure(exitCodes.usage, '--name is for whoever --create makes');
      const contactPoints = addresses.map(pointIn);
      const kith = await engineOf(session, options);
      const writes = create === true && !dryRun;
      const question = { contactPoints, ...(writes && { create: true }), ...(writes && name !== undefined && { profile: { name } }) };
      const answer = await kith.interactions.resolve(question, { signal: session.signal });
      if (options.json) return session.terminal.printJson(answer);
      const { outcome, canonicalId, candidates, why } = answer;
      await session.terminal.print(`${[session.terminal.paint('bold', outcome), canonicalId].filter(Boolean).join('  ')}\n`);
      for (const candidate of candidates) await session.terminal.print(`  candidate ${candidate}\n`);
      for (const { rule, channel, key, endUserId } of why)
        await session.terminal.print(`  ${[rule, channel, key, endUserId].filter((part) => part != null).join('  ')}\n`);
      if (create && dryRun && canonicalId === null) session.terminal.say('without --dry-run an end user would be created, if the addresses are free to have');
      return undefined;
    });
};
