import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid } from './problems';
import { validated } from './validated';

/** For routes all of whose fields can be left out: so can the body. */
@Injectable()
class ValidatedOrEmpty implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return validated.transform(value === undefined ? {} : value, metadata);
  }
}

/** The one pipe: it holds no state. */
export const validatedOrEmpty = new ValidatedOrEmpty();

/**
 * For routes without fields: what somebody sends there is not dropped in silence.
 * @throws HttpProblem 400
 */
export function noFields({ body }: FastifyRequest): void {
  if (body === undefined || (typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0)) return;
  throw invalid({ pointer: '', detail: 'This route takes no fields.' });
}
