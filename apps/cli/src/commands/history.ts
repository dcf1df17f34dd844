import type { HistoryEntry, Kith, Listed } from '@kith/client';
import { Option } from 'commander';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import { Failure } from '../failure';
import { pointIn } from '../points';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

const kinds = ['end-user', 'contact-point', 'organization', 'ticket', 'interaction'] as const;
type Kind = (typeof kinds)[number];

interface Options extends EngineOptions {
  readonly of?: Kind;
  readonly limit?: number;
}

/** Every fact about somebody or something. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description(
      'Every fact about an end user, an address, an organization, a ticket or an interaction, the oldest first, with who, when and why. For keys of the roles admin and auditor.',
    )
    .argument('<subject>', 'an id, or an address such as email=lea@example.org')
    .addOption(new Option('--of <kind>', 'what the subject is; an end user for an id, a contact point for an address, unless said otherwise').choices(kinds))
    .option('--limit <count>', 'the first so many facts', counted)
    .action(async (subject: string, { of, limit, ...options }: Options) => {
      const kith = await engineOf(session, options);
      let left = limit ?? Number.POSITIVE_INFINITY;
      for await (const fact of factsOf(kith, session, subject, of ?? guessed(subject))) {
        if (left-- <= 0) break;
        await (options.json ? session.terminal.printJson(fact) : session.terminal.print(factText(fact, session)));
      }
    });
};

const guessed = (subject: string): Kind => (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subject) ? 'end-user' : 'contact-point');

function factsOf({ histories }: Kith, { signal }: Session, subject: string, kind: Kind): Listed<HistoryEntry> {
  switch (kind) {
    case 'end-user':
      return histories.ofEndUser(subject, { signal });
    case 'contact-point':
      return histories.ofContactPoint(pointIn(subject), { signal });
    case 'organization':
      return histories.ofOrganization(subject, { signal });
    case 'ticket':
      return histories.ofTicket(subject, { signal });
    case 'interaction':
      return histories.ofInteraction(subject, { signal });
  }
}

function factText({ occurredAt, says, actor, onBehalfOf, reason, changes, erased }: HistoryEntry, { terminal }: Session): string {
  const who = `${actor.kind} ${actor.id}${onBehalfOf === null ? '' : ` for ${onBehalfOf}`}`;
  const shown = (value: unknown) => (value === null ? 'nothing' : JSON.stringify(value));
  const lines = [
    `${terminal.paint('dim', occurredAt)}  ${says}  ${terminal.paint('dim', `(${who})`)}`,
    ...(reason === null ? [] : [`    because: ${reason}`]),
    ...changes.map(({ field, before, after }) => `    ${field}: ${shown(before)} → ${shown(after)}`),
    ...(erased ? ['    what it said of the person is erased'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function counted(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Failure(exitCodes.usage, '--limit must be a whole number above 0');
  return Number(text);
}
