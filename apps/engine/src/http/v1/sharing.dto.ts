import { IsOptional } from 'class-validator';
import { Text } from '../fields';
import { ContactPointNameAnswer, NamedPointDto } from './contact-points.dto';

/** A contact point that several end users may hold, or one at most. */
export class ShareDto extends NamedPointDto {
  /** @example 'switchboard' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}

/** The contact point, shared or not from now on. */
export class SharedAnswer extends ContactPointNameAnswer {
  /** @example true */
  shared: boolean;
}
