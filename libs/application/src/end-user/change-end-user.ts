import {
  AddNote,
  ChangeEndUserProfile,
  ChangeLifecycle,
  ChangeProfile,
  DeleteEndUser,
  type EndUserStep,
  type Lifecycle,
  NoteEndUser,
  ReinstateEndUser,
  SetTags,
  SuspendEndUser,
  TagEndUser,
  UntagEndUser,
} from '@kith/domain';
import { Inject, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { EndUserChanges, type OnEndUser, type Person } from './end-user-changes';
import { bornTags, bornValues, markedTags, markedValues, plainSlots } from './marks';

/** The answer to a command on an end user's own stream. */
export interface ChangedEndUserAnswer {
  readonly endUserId: string;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

/** A handler that needs nothing but {@link EndUserChanges}. */
export type EndUserHandler<C extends OnEndUser> = new (changes: EndUserChanges) => { execute(command: C): Promise<ChangedEndUserAnswer> };

export const ChangeEndUserProfileHandler = handlerFor(ChangeEndUserProfile, async ({ context, endUserId, changes }, { key, born }) => {
  return new ChangeProfile(context.tenant, endUserId, changes, markedValues(key, changes), bornValues(key, await born()), plainSlots(key));
});
export const TagEndUserHandler = handlerFor(TagEndUser, (command, person) => setTags(command, true, person));
export const UntagEndUserHandler = handlerFor(UntagEndUser, (command, person) => setTags(command, false, person));
export const NoteEndUserHandler = handlerFor(NoteEndUser, ({ context, endUserId, note }) => new AddNote(context.tenant, endUserId, note));
export const SuspendEndUserHandler = handlerFor(SuspendEndUser, (command) => lifecycle(command, 'suspend'));
export const ReinstateEndUserHandler = handlerFor(ReinstateEndUser, (command) => lifecycle(command, 'reinstate'));
export const DeleteEndUserHandler = handlerFor(DeleteEndUser, (command) => lifecycle(command, 'delete'));

/** Every command that is one step on an end user's own stream and answers no more than that it was taken. */
export const endUserHandlers = [
  ChangeEndUserProfileHandler,
  DeleteEndUserHandler,
  NoteEndUserHandler,
  ReinstateEndUserHandler,
  SuspendEndUserHandler,
  TagEndUserHandler,
  UntagEndUserHandler,
];

function handlerFor<C extends OnEndUser>(Command: Type<C>, prepared: (command: C, person: Person) => EndUserStep | Promise<EndUserStep>): EndUserHandler<C> {
  @CommandHandler(Command)
  class Handler {
    constructor(@Inject(EndUserChanges) private readonly changes: EndUserChanges) {}

    async execute(command: C): Promise<ChangedEndUserAnswer> {
      const { position } = await this.changes.take(command, (person) => prepared(command, person));
      return { endUserId: command.endUserId, position: position ?? null };
    }
  }
  // What an error of the container names.
  Object.defineProperty(Handler, 'name', { value: `${Command.name}Handler` });
  return Handler;
}

async function setTags({ context, endUserId, tags }: TagEndUser | UntagEndUser, on: boolean, { key, born }: Person): Promise<SetTags> {
  const known = bornTags(key, await born());
  return new SetTags(
    context.tenant,
    endUserId,
    on,
    markedTags(key, tags, known),
    known.map(({ mark }) => mark),
  );
}

/** From one state of its life to another, as the command says. */
export const lifecycle = ({ context, endUserId, reason }: SuspendEndUser, to: Lifecycle): ChangeLifecycle =>
  new ChangeLifecycle(context.tenant, endUserId, to, reason);
