import { ApiProperty } from '@nestjs/swagger';
import { ActorAnswer } from './events.dto';

/** Something that was written to those who stay since the merge, and may belong to either. Members that do not apply are null. */
export class ResidueAnswer {
  /** Business time. */
  @ApiProperty({ format: 'date-time', example: '2026-03-03T10:00:00.000Z' })
  at: string;
  position: string;
  kind:
    | 'interaction'
    | 'contact-point-attached'
    | 'contact-point-released'
    | 'primary-chosen'
    | 'changed'
    | 'tagged'
    | 'untagged'
    | 'noted'
    | 'suspended'
    | 'reinstated';
  /** The profile that has it. */
  endUserId: string;
  actor: ActorAnswer;
  onBehalfOf: string | null;
  /** The tags, or the names of what was changed, such as `name` or `fields.plan`. */
  what: string[] | null;
  /** Of the interaction, or the text of a note. */
  summary: string | null;
  channel: string | null;
  /** The address that it is about or came by. */
  key: string | null;
  interactionId: string | null;
}
