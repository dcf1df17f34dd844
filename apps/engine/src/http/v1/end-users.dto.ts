import { Type } from 'class-transformer';
import { ArrayUnique, IsOptional, ValidateNested } from 'class-validator';
import { CustomFieldChanges, CustomFields, LanguageTag, Line, Lines, List, MayBeAbsent, Objects, Text, TimeZone } from '../fields';
import { ContactPointDto } from './contact-points.dto';

/** What is said of a person in words of its own field. */
class SaidOfPersonDto {
  /** @example 'Léa Martin' */
  @IsOptional()
  @Line(200)
  name?: string | null;

  /**
   * BCP 47 language tag.
   * @example 'fr'
   */
  @IsOptional()
  @LanguageTag()
  locale?: string | null;

  /**
   * IANA time zone.
   * @example 'Europe/Paris'
   */
  @IsOptional()
  @TimeZone()
  timeZone?: string | null;

  @IsOptional()
  @Text(10_000)
  details?: string | null;

  @IsOptional()
  @Text(10_000)
  notes?: string | null;
}

/** What is known of a person. */
export class ProfileDto extends SaidOfPersonDto {
  /** @example ['vip'] */
  @IsOptional()
  @List(50)
  @ArrayUnique()
  @Lines(64)
  tags?: string[] | null;

  /** Custom fields: text, numbers, booleans. */
  @IsOptional()
  @CustomFields()
  fields?: Record<string, string | number | boolean> | null;
}

/** A new end user. */
export class CreateEndUserDto extends ProfileDto {
  @IsOptional()
  @Objects(50)
  @ValidateNested({ each: true })
  @Type(() => ContactPointDto)
  contactPoints?: ContactPointDto[] | null;
}

/** What changes of a profile: null takes a value away, what is left out stays as it is. */
export class ChangeEndUserDto extends SaidOfPersonDto {
  /**
   * Custom fields to set; null takes one away, those left out stay.
   * @example { "plan": "gold", "trial": null }
   */
  @MayBeAbsent()
  @CustomFieldChanges()
  fields?: Record<string, string | number | boolean | null>;
}

/** Tags to put on an end user. */
export class TagsDto {
  /** @example ['vip'] */
  @List(50, 1)
  @ArrayUnique()
  @Lines(64)
  tags: string[];
}

/** Something to write down about an end user. */
export class NoteDto {
  /** @example 'Prefers to be called after six.' */
  @Text(10_000, 1)
  note: string;
}

/** Why it is done, for those who read it later. */
export class ReasonDto {
  /** @example 'Asked for it by telephone.' */
  @IsOptional()
  @Text(1000)
  reason?: string | null;
}
