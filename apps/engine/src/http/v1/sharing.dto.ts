import { IsOptional } from 'class-validator';
import { Line, Text } from '../fields';

/** A contact point that several end users may hold. */
export class ShareDto {
  /** @example 'phone' */
  @Line(32)
  channel: string;

  /** @example '+33 1 99 00 42 00' */
  @Line(1024, 0)
  value: string;

  /** Only where the channel needs one. */
  @IsOptional()
  @Line(128, 0)
  scope?: string;

  /** @example 'switchboard' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** The contact point, shared from now on. */
export class SharedAnswer {
  channel: string;
  scope: string;
  /** @example '+33199004200' */
  key: string;
  shared: true;
}
