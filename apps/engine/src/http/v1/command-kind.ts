import type { AccessKind, Caller, TenantIdentifiers } from '@kith/application';
import { type CommandContext, organizationNameKey, type Role, type Settings } from '@kith/domain';
import { compiled } from '../compiled';
import type { DtoClass } from '../compiled-rules';
import { HttpProblem } from '../problems';
import type { Shown } from '../shows';
import { type CommandDto, commandClass } from './commands.dto';
import { keyLane } from './interaction-batch';

/** A contact point as data names it. */
interface NamedPoint {
  readonly channel: string;
  readonly value: string;
  readonly scope?: string | null;
}

/** What a command touches: two that touch the same are done in their order. */
export interface Touched {
  readonly endUsers?: readonly string[];
  readonly points?: readonly NamedPoint[];
  readonly interaction?: { readonly source: string; readonly id: string } | string;
  readonly organizations?: readonly string[];
  /** Of an organization that is to have it. */
  readonly organizationName?: string;
  readonly ticket?: { readonly source: string; readonly id: string } | string;
  /** A merge or a declaration, by its id. */
  readonly link?: string;
  readonly settings?: true;
}

/** What the route for one such command would have answered. */
export interface Told {
  readonly status: number;
  readonly result: object | null;
  /** Whether anything was done; when a position was reached, if it is not said. */
  readonly done?: boolean;
}

/** What every handler answers. */
export interface Answered {
  readonly position: bigint | null;
}

/** One type of command, as its line in the registry describes it. */
interface Description<Data extends object, Answer extends Answered> {
  readonly about: string;
  readonly data: DtoClass<Data>;
  /** Narrower than who may send commands at all. */
  readonly roles?: readonly Role[];
  readonly touches: (data: Data) => Touched;
  readonly command: (context: CommandContext, data: Data, caller: Caller) => object;
  readonly told: (answer: Answer, data: Data) => Told;
  /** Of whom the answer shows what the caller did not send, where it does: noted in the log of accesses. */
  readonly shows?: { readonly kind: AccessKind; readonly of: (answer: Answer, data: Data) => Shown };
}

/** One type of command, ready to judge, send and answer. */
export interface CommandKind {
  readonly type: string;
  readonly described: DtoClass<CommandDto>;
  readonly data: DtoClass<object>;
  /** @throws HttpProblem for data that is not what the command takes, with pointers into the data */
  judge(data: object, caller: Caller): ReadyCommand;
}

/** A command whose data was judged. */
export interface ReadyCommand {
  readonly touched: Touched;
  command(context: CommandContext): object;
  told(answer: Answered): Told;
  readonly shows: { readonly kind: AccessKind; of(answer: Answered): Shown } | undefined;
}

/** A line of the registry. */
export function kind<Data extends object, Answer extends Answered>(type: string, described: Description<Data, Answer>): CommandKind {
  const { about, data: dto, roles, touches, command, told, shows } = described;
  const judged = compiled(dto);
  return {
    type,
    described: commandClass(type, dto, about),
    data: dto,
    judge: (given, caller) => {
      if (roles && !roles.includes(caller.role))
        throw new HttpProblem('not-allowed', `This command needs a key with the role ${roles.join(' or ')}; this one is ${caller.role}.`);
      const data = judged(given);
      return {
        touched: touches(data),
        command: (context) => command(context, data, caller),
        told: (answer) => told(answer as Answer, data),
        shows: shows && { kind: shows.kind, of: (answer) => shows.of(answer as Answer, data) },
      };
    },
  };
}

/** The lanes of what a command touches. */
export function lanesOf(
  { endUsers = [], points = [], interaction, organizations = [], organizationName, ticket, link, settings: all }: Touched,
  settings: Settings,
  ids: TenantIdentifiers,
): readonly string[] {
  const recorded = typeof interaction === 'object' ? ids.interaction(interaction.source, interaction.id) : interaction;
  const opened = typeof ticket === 'object' ? ids.ticket(ticket.source, ticket.id) : ticket;
  return [
    ...endUsers.map((id) => `u${id.toLowerCase()}`),
    ...points.flatMap((point) => keyLane(settings, point)),
    ...(recorded === undefined ? [] : [`i${recorded}`]),
    ...organizations.map((id) => `o${id.toLowerCase()}`),
    ...(organizationName === undefined ? [] : [`n${organizationNameKey(organizationName)}`]),
    ...(opened === undefined ? [] : [`t${opened}`]),
    ...(link === undefined ? [] : [`l${link.toLowerCase()}`]),
    ...(all ? ['s'] : []),
  ];
}
