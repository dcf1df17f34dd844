import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import * as classTransformer from 'class-transformer';
import type { ValidationError } from 'class-validator';
import * as classValidator from 'class-validator';
import { assertPlain, pointerToken } from './plain-json';
import { type FieldError, HttpProblem, invalid } from './problems';

/**
 * A body becomes its DTO, or a 400 that names each field at fault by JSON pointer. Types are strict: a number given as a
 * text is refused, not converted. Fields that the DTO does not know are refused.
 */
@Injectable()
export class Validated extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      transformOptions: { enableImplicitConversion: false },
      exceptionFactory: (errors) => invalid(...errors.flatMap((error) => fieldErrors(error, ''))),
      validatorPackage: classValidator,
      transformerPackage: classTransformer,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (value === undefined) throw new HttpProblem('request-malformed', 'The body is empty; this route takes JSON.');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HttpProblem('request-malformed', 'The body must be a JSON object.');
    assertPlain(value);
    return super.transform(value, metadata);
  }

  /** The same for one value that is not the body itself. */
  async check<T>(type: new () => T, value: unknown): Promise<T> {
    return (await this.transform(value, { type: 'body', metatype: type })) as T;
  }
}

/** The one pipe: it holds no state. */
export const validated = new Validated();

function fieldErrors({ property, constraints, children }: ValidationError, parent: string): FieldError[] {
  const pointer = parent + pointerToken(property);
  const own = Object.entries(constraints ?? {}).map(([rule, detail]) => ({ pointer, detail: sentence(rule, detail) }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

/** class-validator's own words where they say what to do, ours where they do not. */
function sentence(rule: string, detail: string): string {
  if (rule === 'whitelistValidation') return 'This route takes no such field.';
  if (rule === 'unknownValue' || rule === 'nestedValidation') return 'The value must be an object.';
  return detail;
}
