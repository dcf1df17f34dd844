import type { Readable } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from '../problems';
import { ndjson } from './ndjson';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes a file as its body, of any length. */
    takesFiles?: boolean;
  }
}

export const csv = 'text/csv';
export const anyBytes = 'application/octet-stream';
/** What a file can be sent as. */
export const fileTypes = [csv, ndjson, anyBytes] as const;

/** The route takes a file as its body: its handler gets it as a stream. Stands above what says who may call it. */
export const TakesFiles = (): MethodDecorator => (target, name, descriptor) => {
  // A route has one configuration: another decorator of it would replace the first one's.
  const known = Reflect.getMetadata(RouteConfig({}).KEY, descriptor.value as object) as object | undefined;
  RouteConfig({ ...known, takesFiles: true })(target, name, descriptor);
};

/** Hands files to the routes that take them, unread; all other routes refuse them. */
export function acceptFiles(instance: FastifyInstance): void {
  instance.addContentTypeParser([csv, anyBytes], (request, payload: Readable, done) => {
    if (request.route.takesFiles) done(null, payload);
    else done(new HttpProblem('media-type-unsupported'), undefined);
  });
}

/** The type of a body without its parameters, and the encoding that it says. */
export function saidType({ headers }: FastifyRequest): { readonly type: string; readonly charset: string | undefined } {
  const [type = '', ...rest] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = rest.map((one) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
  return { type: type.trim(), charset };
}
