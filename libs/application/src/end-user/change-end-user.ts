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
  /** The one that the command named. */
  readonly endUserId: string;
  /** The one that it was decided on. */
  readonly canonicalId: string;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

/** A handler that needs nothing but {@link EndUserChanges}. */
export type EndUserHandler<C extends OnEndUser> = new (changes: EndUserChanges) => { execute(command: C): Promise<ChangedEndUserAnswer> };

export const ChangeEndUserProfileHandler = handlerFor(ChangeEndUserProfile, async ({ context, changes }, { id, key, born }) => {
  return new ChangeProfile(context.tenant, id, changes, markedValues(key, changes), bornValues(key, await born()), plainSlots(key));
});
export const TagEndUserHandler = handlerFor(TagEndUser, (command, person) => setTags(command, true, person));
export const UntagEndUserHandler = handlerFor(UntagEndUser, (command, person) => setTags(command, false, person));
export const NoteEndUserHandler = handlerFor(NoteEndUser, ({ context, note }, { id }) => new AddNote(context.tenant, id, note));
export const SuspendEndUserHandler = handlerFor(SuspendEndUser, (command, { id }) => lifecycle(command, id, 'suspend'));
export const ReinstateEndUserHandler = handlerFor(ReinstateEndUser, (command, { id }) => lifecycle(command, id, 'reinstate'));
export const DeleteEndUserHandler = handlerFor(DeleteEndUser, (command, { id }) => lifecycle(command, id, 'delete'));

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
      const { canonicalId, position } = await this.changes.take(command, (person) => prepared(command, person));
      return { endUserId: command.endUserId, canonicalId, position: position ?? null };
    }
  }
  // What an error of the container names.
  Object.defineProperty(Handler, 'name', { value: `${Command.name}Handler` });
  return Handler;
}

async function setTags({ context, tags }: TagEndUser | UntagEndUser, on: boolean, { id, key, born }: Person): Promise<SetTags> {
  const known = bornTags(key, await born());
  return new SetTags(
    context.tenant,
    id,
    on,
    markedTags(key, tags, known),
    known.map(({ mark }) => mark),
  );
}

/** From one state of its life to another, as the command says. */
export const lifecycle = ({ context, reason }: SuspendEndUser, id: string, to: Lifecycle): ChangeLifecycle =>
  new ChangeLifecycle(context.tenant, id, to, reason);
