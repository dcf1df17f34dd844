import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsUUID, Matches } from 'class-validator';
import type { DtoClass } from '../compiled-rules';
import { ProblemAnswer } from '../problem.dto';
import { ContactPointDto, NamedPointDto, TransferDto } from './contact-points.dto';
import { ChangeEndUserDto, NoteDto, ReasonDto, TagsDto } from './end-users.dto';
import { AssignDto } from './interactions.dto';
import { UnmergeDto } from './merges.dto';

/** The end user that a command is about: what single routes have in their path. */
export class OfEndUserDto {
  /**
   * Whom it is about.
   * @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11'
   */
  @IsUUID('all')
  endUserId: string;
}

/** The interaction that a command is about. */
class OfInteractionDto {
  /**
   * `interactionId` of the answer when it was recorded.
   * @example '5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412'
   */
  @Matches(/^[0-9a-f]{64}$/, { message: 'The value must be the interactionId of an answer: 64 hexadecimal digits.' })
  interactionId: string;
}

/** What changes of which end user. */
export class ChangeEndUserData extends IntersectionType(OfEndUserDto, ChangeEndUserDto) {}

/** Which tags of which end user. */
export class EndUserTagsData extends IntersectionType(OfEndUserDto, TagsDto) {}

/** What to write down about which end user. */
export class EndUserNoteData extends IntersectionType(OfEndUserDto, NoteDto) {}

/** Which end user, and why. */
export class EndUserReasonData extends IntersectionType(OfEndUserDto, ReasonDto) {}

/** Which contact point of which end user, with what is known of it. */
export class EndUserPointData extends IntersectionType(OfEndUserDto, ContactPointDto) {}

/** Which contact point of which end user. */
export class EndUserNamedPointData extends IntersectionType(OfEndUserDto, NamedPointDto) {}

/** Which contact point goes from which end user to which, and why. */
export class TransferData extends IntersectionType(OfEndUserDto, NamedPointDto, TransferDto) {}

/** The merge that a command is about. */
export class OfMergeDto {
  /** @example '01980f73-2d69-8e40-9f5a-3c4d5e6f7081' */
  @IsUUID('all')
  mergeId: string;
}

/** The declaration that a command is about. */
class OfDeclarationDto {
  /** @example '01980f74-3e7a-8f51-a06b-4d5e6f708192' */
  @IsUUID('all')
  declarationId: string;
}

/** Which merge is undone, and how. */
export class UnmergeData extends IntersectionType(OfMergeDto, UnmergeDto) {}

/** Which declaration is taken back, and why. */
export class WithdrawData extends IntersectionType(OfDeclarationDto, ReasonDto) {}

/** Which interaction is whose. */
export class AssignData extends IntersectionType(OfInteractionDto, AssignDto) {}

/** A command: what is to be done, and how to recognise the same asking again. */
export class CommandDto {
  /** Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place. */
  @IsOptional()
  @Matches(/^[\x20-\x7e]{1,255}$/, { message: 'The value must be 1 to 255 visible ASCII characters.' })
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'crm-4711' })
  idempotencyKey?: string | null;

  /** Opaque id of the person or system that the caller acts for; the request’s when absent. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,128}$/, { message: 'The value must be an opaque id of at most 128 visible ASCII characters.' })
  @ApiProperty({ minLength: 1, maxLength: 128, example: 'agent-12' })
  onBehalfOf?: string | null;
}

/** A command of any type, before its data is looked at. */
export function envelopeOf(types: readonly string[]): DtoClass<CommandDto & { type: string; data: object }> {
  class EnvelopeDto extends CommandDto {
    @IsIn(types)
    type: string;

    @IsObject()
    data: object;
  }
  return EnvelopeDto;
}

/** How a command of one type is described: the class `<Type>Command`. */
export function commandClass(type: string, data: DtoClass<object>, description: string): DtoClass<CommandDto> {
  class Described extends CommandDto {}
  Object.defineProperty(Described, 'name', { value: `${type}Command` });
  ApiProperty({ enum: [type], description })(Described.prototype, 'type');
  ApiProperty({ type: () => data })(Described.prototype, 'data');
  return Described;
}

/** What became of a command. */
export class CommandAnswer {
  /**
   * As it was sent; null for an item that is no command.
   * @example 'TagEndUser'
   */
  type: string | null;
  /**
   * `unchanged`: it was so already. `refused`: it changed nothing. `failed`: the engine could not do it now, send it again.
   * @example 'done'
   */
  outcome: 'done' | 'unchanged' | 'refused' | 'failed';
  /**
   * The status that the route for one such command would have answered.
   * @example 200
   */
  status: number;
  /**
   * Position of the last event that it appended; null when there is none. To be given as `Kith-After`.
   * @example '1041'
   */
  position: string | null;
  /** The body that the route for one such command would have answered. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { id: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11', canonicalId: '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' },
  })
  result: object | null;
  /** Why it was not done; pointers lead into the item, of an array into the array. */
  problem?: ProblemAnswer;
}
