import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Integer, MayBeAbsent } from '../fields';

/** Whether it is noted who reads personal data; what is left out stays. */
export class AccessLogSettingsDto {
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;

  /**
   * Notes are kept for so many days, also those that were made before.
   * @example 180
   */
  @MayBeAbsent()
  @Integer(3650, 1)
  days?: number;
}

/** Whether it is noted who reads personal data. */
export class AccessLogSettingsAnswer {
  /** @example true */
  enabled: boolean;
  /**
   * Notes are kept for so many days.
   * @example 180
   */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 3650 })
  days: number;
}

/** The part of it that a change replaced. */
export class AccessLogChangesAnswer {
  /** @example true */
  enabled?: boolean;
  /** @example 180 */
  days?: number;
}
