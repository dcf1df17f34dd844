import { type GivenPoint, Refusal } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiParam, ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { parameters } from '../queries';

/** Describes a contact point that the path names. */
export const PointInPath = () =>
  applyDecorators(
    ApiParam({ name: 'channel', example: 'email' }),
    ApiParam({ name: 'value', description: 'As people write it, percent-encoded.', example: 'lea@example.org' }),
    ApiQuery({ name: 'scope', required: false, description: 'The page, provider or system that ids of this channel belong to.' }),
  );

/** The contact point that the path and `?scope=` name. */
export function pointInPath(request: FastifyRequest, channel: string, value: string): GivenPoint {
  const { scope } = parameters(request, 'scope');
  return scope === undefined ? { channel, value } : { channel, value, scope };
}

/** The answer, or the refusal told by the part of the path that is at fault. */
export async function inPath<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw namedInPath(error);
  }
}

/** What is wrong with a part of the path or a query parameter is told by its name, not by a pointer into a body. */
export function namedInPath(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const { pointer, ...details } = error.details;
  const parameter = parts.find((part) => pointer === `/${part}`);
  return parameter === undefined ? error : new Refusal(error.code, error.message, { ...details, parameter });
}

/** Everything else that is at fault stands in the body. */
const parts = ['channel', 'value', 'scope'] as const;
