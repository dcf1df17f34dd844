import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { OfEndUserDto } from './commands.dto';

/** How much of a person is erased. */
export class EraseDto {
  /**
   * `person`: every profile that is this person today, whichever of their ids is asked for. `profile`: the one that is named, where it stands;
   * others of the person go on.
   * @example 'person'
   */
  @IsIn(['profile', 'person'])
  scope: 'profile' | 'person';
}

/** Which end user is erased, and how much of it. */
export class EraseEndUserData extends IntersectionType(OfEndUserDto, EraseDto) {}

/** Who is erased. */
export class ErasedAnswer {
  /** @example '01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11' */
  id: string;
  /** @example 'person' */
  scope: 'profile' | 'person';
  /**
   * Every profile that is erased, the one that stood for the person first.
   * @example ['01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11']
   */
  profiles: string[];
}

/** What an erasure came to. */
export class ErasureCertificateAnswer {
  /** Recorded time. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:21.000Z' })
  at: string;
  /**
   * Ids of the keys that exist no more: whatever they sealed is unreadable for ever.
   * @example ['01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a99']
   */
  keys: string[];
  /** Digests of the contact points that were given back. */
  contactPoints: string[];
  /**
   * The stores in whose files no byte of it is left. What other stores have deleted is for their servers to overwrite.
   * @example ['read-models', 'key-vault']
   */
  @ApiProperty({ isArray: true, enum: ['key-vault', 'read-models'] })
  overwritten: ('key-vault' | 'read-models')[];
  /**
   * Of the event that says so.
   * @example '1041'
   */
  position: string;
}

/** How far an erasure is. */
export class ErasureAnswer extends ErasedAnswer {
  /**
   * Nothing opens what was written of them in either state. `pending`: what is read from has not been cleared and overwritten everywhere yet.
   * @example 'certified'
   */
  @ApiProperty({ enum: ['pending', 'certified'] })
  state: 'pending' | 'certified';
  /** When it was erased, recorded time. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  erasedAt: string;
  @ApiProperty({ type: () => ErasureCertificateAnswer, nullable: true })
  certificate: ErasureCertificateAnswer | null;
}
