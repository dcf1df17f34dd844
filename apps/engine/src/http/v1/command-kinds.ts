import type {
  AssignInteractionAnswer,
  AttachContactPointAnswer,
  ChangedEndUserAnswer,
  CreateEndUserAnswer,
  DifferenceAnswer,
  EraseEndUserAnswer,
  MergedAnswer,
  ResolutionAnswer,
  RestoreEndUserAnswer,
  SettingsAnswer,
  ShareContactPointAnswer,
  UnmergedAnswer,
} from '@kith/application';
import * as commands from '@kith/domain';
import { type CommandKind, kind, type Told } from './command-kind';
import * as dto from './commands.dto';
import { DifferenceDto } from './differences.dto';
import { CreateEndUserDto } from './end-users.dto';
import { EraseEndUserData } from './erasure.dto';
import { erasedAnswer } from './erasure-wire';
import { InteractionDto, ResolveDto } from './interactions.dto';
import { MergeDto } from './merges.dto';
import { organizationCommandKinds } from './organization-command-kinds';
import { retentionCommandKinds } from './retention-command-kinds';
import { ChangeSettingsDto } from './settings.dto';
import { ShareDto } from './sharing.dto';
import { ticketCommandKinds } from './ticket-command-kinds';
import { changesOf, declarationOf, interactionOf, mergeOf, namedPointOf, pointOf, profileOf, resolutionAnswer, resolved, settingsChangesOf } from './wire';

const changed = ({ endUserId, canonicalId }: ChangedEndUserAnswer): object => ({ id: endUserId, canonicalId });
const ofEndUser = ({ endUserId }: { endUserId: string }) => ({ endUsers: [endUserId] });
const ofPoint = (point: dto.EndUserNamedPointData) => ({ endUsers: [point.endUserId], points: [point] });
const attached = ({ position: _, ...point }: AttachContactPointAnswer): Told => ({ status: 200, result: point });
const nothing = (): Told => ({ status: 204, result: null });
const as =
  (status: number) =>
  (answer: ChangedEndUserAnswer): Told => ({ status, result: changed(answer) });
const idOf = ({ endUserId }: { endUserId: string }) => endUserId.toLowerCase();

/** A command that takes an end user from one state of its life to another. */
const lifecycle = <Answer extends ChangedEndUserAnswer>(
  about: string,
  Command: new (context: commands.CommandContext, endUserId: string, reason?: string) => object,
  told: (answer: Answer) => Told,
) => ({
  about,
  data: dto.EndUserReasonData,
  touches: ofEndUser,
  command: (context: commands.CommandContext, data: dto.EndUserReasonData) => new Command(context, idOf(data), data.reason ?? undefined),
  told,
});

/** Every command that services can send: how its data is described, what it touches, and what it is answered. */
export const commandKinds: readonly CommandKind[] = [
  kind('CreateEndUser', {
    about: 'Create an end user, with contact points; all or nothing.',
    data: CreateEndUserDto,
    touches: ({ contactPoints }) => ({ points: contactPoints ?? [] }),
    command: (context, data, { role }) =>
      new commands.CreateEndUser(context, role === 'agent' ? 'agent' : 'api', profileOf(data), (data.contactPoints ?? []).map(pointOf)),
    told: ({ endUserId: id, canonicalId, possibleDuplicates }: CreateEndUserAnswer) => ({ status: 201, result: { id, canonicalId, possibleDuplicates } }),
  }),
  kind('ChangeEndUserProfile', {
    about: 'Change what is known of an end user; null takes a value away.',
    data: dto.ChangeEndUserData,
    touches: ofEndUser,
    command: (context, data) => new commands.ChangeEndUserProfile(context, idOf(data), changesOf(data)),
    told: as(200),
  }),
  kind('TagEndUser', {
    about: 'Put tags on an end user.',
    data: dto.EndUserTagsData,
    touches: ofEndUser,
    command: (context, data) => new commands.TagEndUser(context, idOf(data), data.tags),
    told: as(200),
  }),
  kind('UntagEndUser', {
    about: 'Take tags off an end user.',
    data: dto.EndUserTagsData,
    touches: ofEndUser,
    command: (context, data) => new commands.UntagEndUser(context, idOf(data), data.tags),
    told: nothing,
  }),
  kind('NoteEndUser', {
    about: 'Write down something about an end user.',
    data: dto.EndUserNoteData,
    touches: ofEndUser,
    command: (context, data) => new commands.NoteEndUser(context, idOf(data), data.note),
    told: as(201),
  }),
  kind('SuspendEndUser', lifecycle('Suspend an end user: contacts are matched, and say so.', commands.SuspendEndUser, as(200))),
  kind('ReinstateEndUser', lifecycle('End a suspension.', commands.ReinstateEndUser, as(200))),
  kind('DeleteEndUser', lifecycle('Hide an end user and free its contact points.', commands.DeleteEndUser, nothing)),
  kind('RestoreEndUser', {
    ...lifecycle('Bring a deleted end user back.', commands.RestoreEndUser, ({ restored, taken, complete, ...answer }: RestoreEndUserAnswer) => ({
      status: 200,
      result: { ...changed(answer), restored, taken, complete },
    })),
    shows: { kind: 'profile', of: ({ endUserId, canonicalId }: RestoreEndUserAnswer) => ({ endUserIds: [endUserId, canonicalId], count: 1 }) },
  }),
  kind('EraseEndUser', {
    about: 'Erase an end user for good; with the role admin only.',
    data: EraseEndUserData,
    roles: ['admin', 'operator'],
    touches: ofEndUser,
    command: (context, data) => new commands.EraseEndUser(context, idOf(data), data.scope),
    told: (answer: EraseEndUserAnswer) => ({ status: 200, result: erasedAnswer(answer) }),
  }),
  kind('AttachContactPoint', {
    about: 'Attach a contact point to an end user.',
    data: dto.EndUserPointData,
    touches: ofPoint,
    command: (context, data) => new commands.AttachContactPoint(context, idOf(data), pointOf(data)),
    told: (answer: AttachContactPointAnswer) => ({ ...attached(answer), status: answer.position === null ? 200 : 201 }),
  }),
  kind('VerifyContactPoint', {
    about: 'Note that an end user has shown that a contact point is theirs.',
    data: dto.EndUserNamedPointData,
    touches: ofPoint,
    command: (context, data) => new commands.VerifyContactPoint(context, idOf(data), namedPointOf(data)),
    told: attached,
  }),
  kind('DetachContactPoint', {
    about: 'Take a contact point off an end user.',
    data: dto.EndUserNamedPointData,
    touches: ofPoint,
    command: (context, data) => new commands.DetachContactPoint(context, idOf(data), namedPointOf(data)),
    told: nothing,
  }),
  kind('TransferContactPoint', {
    about: 'Give a contact point to another end user, in one step.',
    data: dto.TransferData,
    touches: (data) => ({ endUsers: [data.endUserId, data.toEndUserId], points: [data] }),
    command: (context, data) => new commands.TransferContactPoint(context, idOf(data), namedPointOf(data), data.toEndUserId.toLowerCase(), data.cause),
    told: attached,
  }),
  kind('ShareContactPoint', {
    about: 'Let several end users hold a contact point.',
    data: ShareDto,
    touches: (data) => ({ points: [data] }),
    command: (context, data) => new commands.ShareContactPoint(context, namedPointOf(data), data.reason ?? undefined),
    told: ({ position: _, ...point }: ShareContactPointAnswer) => ({ status: 200, result: { ...point, shared: true } }),
  }),
  kind('UnshareContactPoint', {
    about: 'Let one end user at most hold a contact point again.',
    data: ShareDto,
    touches: (data) => ({ points: [data] }),
    command: (context, data) => new commands.UnshareContactPoint(context, namedPointOf(data), data.reason ?? undefined),
    told: ({ position: _, ...point }: ShareContactPointAnswer) => ({ status: 200, result: { ...point, shared: false } }),
  }),
  kind('ChoosePrimaryContactPoint', {
    about: 'Choose the contact point to use on its channel.',
    data: dto.EndUserNamedPointData,
    touches: ofPoint,
    command: (context, data) => new commands.ChoosePrimaryContactPoint(context, idOf(data), namedPointOf(data)),
    told: attached,
  }),
  kind('RecordInteraction', {
    about: 'Find or create the end user of an interaction, and remember it.',
    data: InteractionDto,
    touches: ({ source, id, contactPoints }) => ({ points: contactPoints, interaction: { source, id } }),
    command: (context, data) => new commands.RecordInteraction(context, interactionOf(data)),
    told: (answer: ResolutionAnswer) => {
      const done = answer.outcome !== 'repeated';
      return { status: done ? 201 : 200, result: resolutionAnswer(answer), done };
    },
  }),
  kind('ResolveEndUser', {
    about: 'Find or create the end user behind contact points.',
    data: ResolveDto,
    touches: ({ contactPoints }) => ({ points: contactPoints }),
    command: (context, { contactPoints, create, profile }) =>
      new commands.ResolveEndUser(context, contactPoints.map(pointOf), create ?? false, profile ? profileOf(profile) : {}),
    told: (answer: ResolutionAnswer) => ({ status: answer.outcome === 'created' ? 201 : 200, result: resolutionAnswer(answer) }),
    shows: { kind: 'lookup', of: (answer, { contactPoints }) => resolved(answer, contactPoints) },
  }),
  kind('AssignInteraction', {
    about: 'Say whose an ambiguous or unidentified interaction is.',
    data: dto.AssignData,
    touches: ({ interactionId, endUserId }) => ({ interaction: interactionId, endUsers: [endUserId] }),
    command: (context, data) => new commands.AssignInteraction(context, data.interactionId, idOf(data), data.reason ?? undefined),
    told: ({ position: _, ...assigned }: AssignInteractionAnswer) => ({ status: 200, result: assigned }),
  }),
  kind('MergeUsers', {
    about: 'Link an end user to another one, who goes on for both.',
    data: MergeDto,
    touches: ({ survivorId, mergedId }) => ({ endUsers: [survivorId, mergedId] }),
    command: mergeOf,
    told: ({ mergeId: id, survivorId, mergedId }: MergedAnswer) => ({ status: 201, result: { id, survivorId, mergedId, status: 'completed' } }),
  }),
  kind('UnmergeUsers', {
    about: 'Undo a merge: the merged end user comes back, with what was merged into it before unless `alone`.',
    data: dto.UnmergeData,
    touches: ({ mergeId }) => ({ link: mergeId }),
    command: (context, { mergeId, alone, reason }) => new commands.UnmergeUsers(context, mergeId.toLowerCase(), alone ?? false, reason ?? undefined),
    told: ({ mergeId: id, survivorId, mergedId, members, further }: UnmergedAnswer) => ({
      status: 200,
      result: { id, survivorId, mergedId, status: 'undone', members, further: further.map((one) => ({ id: one.mergeId, mergedId: one.mergedId })) },
    }),
  }),
  kind('DeclareDifferent', {
    about: 'Declare that two end users are not one person: they are never merged, nor suggested.',
    data: DifferenceDto,
    touches: ({ endUserId, otherId }) => ({ endUsers: [endUserId, otherId] }),
    command: (context, data) => declarationOf(context, data.endUserId, data.otherId, data),
    told: ({ declarationId: id, position, ...declared }: DifferenceAnswer) => ({ status: position === null ? 200 : 201, result: { id, ...declared } }),
  }),
  kind('WithdrawDifference', {
    about: 'Take back that two end users are different.',
    data: dto.WithdrawData,
    touches: ({ declarationId }) => ({ link: declarationId }),
    command: (context, { declarationId, reason }) => new commands.WithdrawDifference(context, declarationId.toLowerCase(), reason ?? undefined),
    told: nothing,
  }),
  kind('ChangeSettings', {
    about: 'Change settings of the tenant; with the role admin only.',
    data: ChangeSettingsDto,
    roles: ['admin', 'operator'],
    touches: () => ({ settings: true }),
    command: (context, data) => new commands.ChangeSettings(context, settingsChangesOf(data)),
    told: ({ settings }: SettingsAnswer) => ({ status: 200, result: settings }),
  }),
  ...organizationCommandKinds,
  ...retentionCommandKinds,
  ...ticketCommandKinds,
];
